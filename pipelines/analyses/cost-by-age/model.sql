-- grain: one row per person and complete fiscal year with cover, and one with care
-- key: person_id, fiscal_year, has_care
-- why: months of cover and receipts come from different tables; the count adds the rows of a person up.
with member_years as (select * from core.member_year),

years as (select * from core.fiscal_year where is_complete),

receipts as (select * from core.receipt where is_linked),

people as (
  select member_years.*
  from member_years
  inner join years on member_years.fiscal_year = years.fiscal_year
),

care as (
  select person_id, fiscal_year, cast(count(*) as bigint) as receipts, cast(sum(yen) as bigint) as yen
  from receipts
  group by person_id, fiscal_year
),

cover_rows as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    age_band,
    sex,
    false as has_care,
    person_months,
    0 as receipts,
    0 as yen
  from people
),

care_rows as (
  select
    people.person_id,
    people.household_id,
    people.employer_id,
    people.fiscal_year,
    people.age_band,
    people.sex,
    true as has_care,
    0 as person_months,
    care.receipts,
    care.yen
  from people
  inner join care on people.person_id = care.person_id and people.fiscal_year = care.fiscal_year
),

both_rows as (
  select * from cover_rows
  union all
  select * from care_rows
)

select * from both_rows
