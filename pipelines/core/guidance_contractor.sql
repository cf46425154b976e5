-- grain: one row per fiscal year of the checkups and contractor (保健指導機関): how far its guidance has come
-- key: fiscal_year, contractor
-- why: courses by status add up to all. What was delivered beside what the rules come to: points of 積極的支援 in their
-- parts, early interview, completion, level (of the checkup of the year; 動機付け支援相当 only where it will do). Silent
-- courses are open and nothing has been delivered for a long time.
with targets as (select * from core.guidance_target),

courses as (
  select
    courses.*,
    coalesce(courses.contractor, '') as contractor_code,
    courses.points is not null and courses.delivered_points is not null as has_points,
    targets.person_id is null and courses.status <> 'excluded' as is_no_target,
    if(courses."level" = 'motivational-equivalent', not targets.can_be_equivalent, courses."level" <> targets."level")
      as is_other_level
  from core.guidance_course as courses
  left join targets on courses.person_id = targets.person_id and courses.fiscal_year = targets.fiscal_year
),

counted as (
  select
    fiscal_year,
    contractor_code as contractor,
    count(*) as courses,
    count(*) filter (where status = 'begun') as begun,
    count(*) filter (where status = 'interviewed') as interviewed,
    count(*) filter (where status = 'underway') as underway,
    count(*) filter (where status = 'overdue') as overdue,
    count(*) filter (where status = 'completed') as completed,
    count(*) filter (where status = 'short') as short,
    count(*) filter (where status = 'dropped') as dropped,
    count(*) filter (where status = 'excluded') as excluded,
    count(*) filter (where is_silent) as silent,
    count(*) filter (where is_silent and supports_given = 0) as nothing_after_interview,
    max(last_document_on) as last_document_on,
    count(*) filter (where has_points) as points_compared,
    count(*) filter (where has_points and points <> delivered_points) as points_differ,
    count(*) filter (where process_points <> delivered_process_points) as process_points_differ,
    count(*) filter (where outcome_points <> delivered_outcome_points) as outcome_points_differ,
    count(*) filter (where "level" = 'intensive' and early <> delivered_early) as early_differ,
    count(*) filter (where delivered_completed and not is_completed) as completed_by_delivery_only,
    count(*) filter (where is_completed and not delivered_completed) as completed_by_rule_only,
    count(*) filter (where is_no_target) as no_target,
    count(*) filter (where is_other_level) as other_level
  from courses
  group by fiscal_year, contractor_code
)

select * from counted
