-- grain: one row per person and complete fiscal year in which the person was a member in at least one month
-- key: person_id, fiscal_year
with member_years as (select * from core.member_year),

years as (select * from core.fiscal_year where is_complete),

members as (
  select
    member_years.person_id,
    member_years.household_id,
    member_years.employer_id,
    member_years.fiscal_year,
    member_years.relation,
    member_years.sex,
    member_years.age_band,
    member_years.unit,
    member_years.person_months
  from member_years
  inner join years on member_years.fiscal_year = years.fiscal_year
  where member_years.person_months > 0
)

select * from members
