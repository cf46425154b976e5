-- grain: one row per person due for health guidance (特定保健指導の対象者) and complete fiscal year of the checkup
-- key: person_id, fiscal_year
with years as (select * from core.fiscal_year where is_complete),

assessed as (select person_id, fiscal_year from core.checkup_target where is_assessed),

targets as (select * from core.guidance_target),

people as (
  select
    targets.person_id,
    targets.household_id,
    targets.employer_id,
    targets.fiscal_year,
    targets.level,
    targets.sex,
    targets.relation,
    targets.unit,
    1 as due,
    if(targets.first_interview_on is null, 0, 1) as interviewed,
    if(targets.stage = 'completed', 1, 0) as completed
  from targets
  inner join years on targets.fiscal_year = years.fiscal_year
  inner join assessed on targets.person_id = assessed.person_id and targets.fiscal_year = assessed.fiscal_year
)

select * from people
