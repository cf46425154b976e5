-- grain: one row per person who counts as examined in checkup-participation, and complete year: month of the checkup
-- key: person_id, fiscal_year
with targets as (select * from core.checkup_target where in_denominator and examined),

years as (select * from core.fiscal_year where is_complete),

checkups as (select checkup_id, examined_on from core.checkup_year),

examined as (
  select
    targets.person_id,
    targets.household_id,
    targets.employer_id,
    targets.fiscal_year,
    text_part(month_code(checkups.examined_on), 6, 2) as exam_month,
    1 as examined
  from targets
  inner join years on targets.fiscal_year = years.fiscal_year
  inner join checkups on targets.checkup_id = checkups.checkup_id
)

select * from examined
