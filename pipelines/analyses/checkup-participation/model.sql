-- grain: one row per person entitled to the checkup (aged 40-74, member in all twelve months) and complete year
-- key: person_id, fiscal_year
with member_years as (select * from core.member_year),

years as (select * from core.fiscal_year where is_complete),

checkups as (select distinct person_id, fiscal_year from core.checkup where is_linked),

targets as (
  select
    member_years.person_id,
    member_years.household_id,
    member_years.employer_id,
    member_years.fiscal_year,
    member_years.relation,
    member_years.sex,
    if(member_years.age_band = '70+', '70-74', member_years.age_band) as age_band,
    member_years.unit,
    1 as target,
    if(checkups.person_id is null, 0, 1) as examined
  from member_years
  inner join years on member_years.fiscal_year = years.fiscal_year
  left join checkups
    on member_years.person_id = checkups.person_id and member_years.fiscal_year = checkups.fiscal_year
  where member_years.age between 40 and 74 and member_years.person_months = 12
)

select * from targets
