-- grain: one row per person aged 40-74 and complete fiscal year with a checkup
-- key: person_id, fiscal_year
-- as: view
-- why: risks and habits of a year are those of its checkup (core.checkup_year).
with checkup_years as (select * from core.checkup_year),

years as (select * from core.fiscal_year where is_complete),

examined as (
  select checkup_years.*
  from checkup_years
  inner join years on checkup_years.fiscal_year = years.fiscal_year
  where checkup_years.age between 40 and 74 and checkup_years.unit is not null
)

select * from examined
