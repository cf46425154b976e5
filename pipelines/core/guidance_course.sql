-- grain: one row per person and course of guidance (特定保健指導): all that follows one checkup
-- key: course_id
-- why: completed is what rule guidance-completion says (積極的支援 also by points), beside what was delivered. begun: only a
-- part of the first interview; short: evaluated without meeting the rule; overdue: so many months after the first
-- interview (guidance.overdue_months) without a final evaluation; silent: open, and nothing delivered for as long. Changes
-- of weight and waist are final less checkup. Points are those of 積極的支援; the fiscal year is that of the checkup.
with courses as (select * from core.guidance_case),

judged as (select * from judged.guidance_completion),

run as (select * from config.run),

measured as (
  select
    courses.course_id,
    courses.person_id,
    fiscal_year(courses.on_day) as fiscal_year,
    courses.checkup_id,
    courses.examined_on,
    courses.support_level as "level",
    courses.contractor,
    courses.documents,
    courses.last_document_on,
    courses.first_interview_on,
    courses.first_part_on,
    courses.interim_on,
    courses.evaluated_on as final_on,
    courses.supports_given,
    judged.early,
    judged.early_points,
    judged.process_points,
    judged.outcome_points,
    judged.points,
    cast(courses.delivered_points as integer) as delivered_points,
    cast(courses.delivered_process_points as integer) as delivered_process_points,
    cast(courses.delivered_outcome_points as integer) as delivered_outcome_points,
    judged.level as completion,
    judged.reasons,
    judged.version as rule_version,
    coalesce(judged.level = 'completed', false) as is_completed,
    courses.has_result
      and not courses.stopped
      and (courses.support_level is distinct from 'intensive' or coalesce(courses.delivered_points >= judged.points_needed, true))
      as delivered_completed,
    half_up(courses.final_weight_kg - courses.weight_kg, 1) as weight_change_kg,
    half_up(courses.final_waist_cm - courses.waist_cm, 1) as waist_change_cm,
    judged.waist_weight,
    courses.said_waist_weight as delivered_waist_weight,
    courses.diet,
    courses.exercise,
    courses.rest,
    courses.smoking_stopped as smoking,
    courses.other_habit as other,
    courses.drug_started,
    courses.stopped,
    case courses.early_code when '1' then 'same-day' when '2' then 'within-week' when '0' then 'none' end as delivered_early,
    run.as_of > month_add(courses.first_interview_on, run.guidance_overdue_months) as is_late,
    run.as_of > month_add(courses.last_document_on, run.guidance_overdue_months) as is_quiet
  from courses
  cross join run
  left join judged on courses.course_id = judged.course_id
),

staged as (
  select
    * exclude (stopped),
    case
      when is_completed then 'completed'
      when completion = 'excluded' then 'excluded'
      when stopped then 'dropped'
      when final_on is not null or completion = 'undecidable' then 'short'
      when first_interview_on is null and final_on is null then 'begun'
      when is_late then 'overdue'
      when supports_given > 0 then 'underway'
      else 'interviewed'
    end as status
  from measured
),

marked as (
  select
    * exclude (is_late, is_quiet),
    is_quiet and status in ('begun', 'interviewed', 'underway', 'overdue') as is_silent
  from staged
)

select * from marked
