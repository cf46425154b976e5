-- grain: one row per person whose guidance (特定保健指導) is overdue on the list's day
-- key: person_id
-- why: overdue is a first interview more than guidance.overdue_months ago without a final evaluation until the day. Of
-- several courses of a person the one begun last counts. Whether it is complete all the same, stopped or out because of
-- medicine, the rule says.
with run as (select * from input.run),

standing as (select * from input.standing),

settings as (select guidance_overdue_months from config.run),

courses as (select * from core.guidance_case),

begun as (
  select courses.*
  from courses
  inner join run on courses.first_interview_on <= run.as_of
  qualify row_number() over (
    partition by courses.person_id order by courses.first_interview_on desc, courses.course_id desc
  ) = 1
),

overdue as (
  select begun.*
  from begun
  cross join run
  cross join settings
  where run.as_of > month_add(begun.first_interview_on, settings.guidance_overdue_months)
    and (begun.evaluated_on is null or begun.evaluated_on > run.as_of)
),

candidates as (
  select
    overdue.person_id,
    standing.exclusion,
    overdue.on_day,
    standing.sex,
    whole_years(standing.age_month, fiscal_year_end(fiscal_year(overdue.on_day))) as age,
    overdue.support_level,
    overdue.first_interview_on,
    overdue.first_part_on,
    cast(null as date) as evaluated_on,
    overdue.waist_cm,
    overdue.weight_kg,
    cast(null as double) as final_waist_cm,
    cast(null as double) as final_weight_kg,
    cast(null as smallint) as said_waist_weight,
    cast(null as boolean) as diet,
    cast(null as boolean) as exercise,
    cast(null as boolean) as rest,
    cast(null as boolean) as other_habit,
    cast(null as boolean) as smoking_stopped,
    overdue.process_points,
    overdue.attempts,
    overdue.stopped,
    overdue.drug_started,
    overdue.contractor,
    overdue.supports_given,
    overdue.last_document_on
  from overdue
  inner join standing on overdue.person_id = standing.person_id
)

select * from candidates
