-- grain: one row per person and fiscal year with at least one covered day, with its reporting unit
-- key: person_id, fiscal_year
with years as (select * from core.cover_year),

units as (select * from core.reporting_unit),

member_years as (
  select
    years.person_id,
    years.household_id,
    units.employer_id,
    years.fiscal_year,
    years.employer_code,
    units.unit_code as unit,
    years.relation,
    years.sex,
    years.age_band,
    years.age_group,
    years.age,
    years.person_months
  from years
  inner join units
    on years.fiscal_year = units.fiscal_year and years.employer_code = units.employer_code
)

select * from member_years
