-- grain: one row per person who completed health guidance, fiscal year of the checkup (since 2024) and outcome
-- key: person_id, fiscal_year, outcome
-- why: outcomes are evaluated since the fourth period. The course is the one that made the target completed.
with years as (select * from core.fiscal_year where is_complete and fiscal_year >= 2024),

outcomes as (select code from reference.guidance_outcome),

assessed as (select person_id, fiscal_year from core.checkup_target where is_assessed),

targets as (select * from core.guidance_target where stage = 'completed'),

courses as (select * from core.guidance_course where is_completed),

people as (
  select
    targets.person_id,
    targets.household_id,
    targets.employer_id,
    targets.fiscal_year,
    outcomes.code as outcome,
    1 as evaluated,
    case outcomes.code
      when 'waist-weight-2' then if(courses.waist_weight = 2, 1, 0)
      when 'waist-weight-1' then if(courses.waist_weight = 1, 1, 0)
      when 'diet' then if(courses.diet, 1, 0)
      when 'exercise' then if(courses.exercise, 1, 0)
      when 'smoking' then if(courses.smoking, 1, 0)
      when 'rest' then if(courses.rest, 1, 0)
      else if(courses.other, 1, 0)
    end as reached
  from targets
  inner join years on targets.fiscal_year = years.fiscal_year
  inner join assessed on targets.person_id = assessed.person_id and targets.fiscal_year = assessed.fiscal_year
  inner join courses on targets.course_id = courses.course_id
  cross join outcomes
)

select * from people
