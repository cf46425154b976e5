-- grain: one row per person who completed health guidance, fiscal year of the checkup (since 2024) and outcome
-- key: person_id, fiscal_year, outcome
-- why: outcomes are evaluated since the fourth period. The course is the one that made the target completed. Whoever has
-- no outcome has a row of its own, so that the total is everybody who completed (guidance-pipeline).
with outcomes as (select code from reference.guidance_outcome),

targets as (select * from core.assessed_member where is_completed and fiscal_year >= 2024),

courses as (select * from core.guidance_course where is_completed),

asked as (
  select
    targets.person_id,
    targets.household_id,
    targets.employer_id,
    targets.fiscal_year,
    outcomes.code as outcome,
    case outcomes.code
      when 'waist-weight-2' then coalesce(courses.waist_weight = 2, false)
      when 'waist-weight-1' then coalesce(courses.waist_weight = 1, false)
      when 'diet' then coalesce(courses.diet, false)
      when 'exercise' then coalesce(courses.exercise, false)
      when 'smoking' then coalesce(courses.smoking, false)
      when 'rest' then coalesce(courses.rest, false)
      when 'other' then coalesce(courses.other, false)
      else not (
        coalesce(courses.waist_weight > 0, false) or coalesce(courses.diet, false)
        or coalesce(courses.exercise, false) or coalesce(courses.smoking, false)
        or coalesce(courses.rest, false) or coalesce(courses.other, false)
      )
    end as has_it
  from targets
  inner join courses on targets.course_id = courses.course_id
  cross join outcomes
),

people as (
  select person_id, household_id, employer_id, fiscal_year, outcome, 1 as completed
  from asked
  where has_it
)

select * from people
