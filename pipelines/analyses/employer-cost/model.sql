-- grain: two rows per person and complete fiscal year: cost with its expected value, and its spread for the whole society
-- key: person_id, fiscal_year, unit
-- why: expected (期待値, 間接法) is the society's yen per person-month in the person's stratum times the person's
-- months, in whole yen so that a stratum adds up to what it cost. A stratum is a sex and five years of age; bands
-- with fewer than 30 persons are joined, those under 40 and those from 40.
with member_years as (select * from core.member_year),

years as (select * from core.fiscal_year where is_complete),

receipts as (select * from core.receipt where is_linked),

people as (
  select member_years.*
  from member_years
  inner join years on member_years.fiscal_year = years.fiscal_year
),

band_sizes as (
  select fiscal_year, sex, age_band, count(*) as persons
  from people
  group by fiscal_year, sex, age_band
),

care as (
  select person_id, fiscal_year, cast(sum(yen) as bigint) as yen
  from receipts
  group by person_id, fiscal_year
),

placed as (
  select
    people.person_id,
    people.household_id,
    people.employer_id,
    people.fiscal_year,
    people.unit,
    people.person_months,
    people.sex || ' ' || case
      when band_sizes.persons >= 30 then people.age_band
      when people.age < 40 then 'under 40'
      else '40 and over'
    end as stratum,
    coalesce(care.yen, 0) as yen
  from people
  inner join band_sizes
    on people.fiscal_year = band_sizes.fiscal_year
    and people.sex = band_sizes.sex
    and people.age_band = band_sizes.age_band
  left join care on people.person_id = care.person_id and people.fiscal_year = care.fiscal_year
),

summed as (
  select
    *,
    cast(sum(yen) over (partition by fiscal_year, stratum) as bigint) as stratum_yen,
    cast(sum(person_months) over (partition by fiscal_year, stratum) as bigint) as stratum_months,
    cast(
      sum(person_months) over (
        partition by fiscal_year, stratum order by unit, person_id
        rows between unbounded preceding and current row
      ) as bigint
    ) as months_so_far
  from placed
),

shared as (
  select
    *,
    if(
      stratum_months = 0,
      yen,
      whole_part(stratum_yen * months_so_far, stratum_months)
        - whole_part(stratum_yen * (months_so_far - person_months), stratum_months)
    ) as expected
  from summed
),

level_rows as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    unit,
    stratum,
    person_months,
    yen,
    expected,
    0 as spread
  from shared
),

spread_rows as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    null as unit,
    stratum,
    0 as person_months,
    0 as yen,
    0 as expected,
    whole_part(yen - expected, 1000) * whole_part(yen - expected, 1000) as spread
  from shared
),

both_rows as (
  select * from level_rows
  union all
  select * from spread_rows
)

select * from both_rows
