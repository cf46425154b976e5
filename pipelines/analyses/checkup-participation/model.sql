-- grain: one row per person in the denominator of the checkup rate (core.checkup_target) and complete year
-- key: person_id, fiscal_year
with targets as (select * from core.checkup_target where in_denominator),

years as (select * from core.fiscal_year where is_complete),

bands as (
  select
    code as age_band,
    cast(text_part(code, 1, 2) as integer) as age_from,
    cast(text_part(code, 4, 2) as integer) as age_to
  from reference.checkup_age_band
),

examined as (
  select
    targets.person_id,
    targets.household_id,
    targets.employer_id,
    targets.fiscal_year,
    targets.relation,
    targets.sex,
    bands.age_band,
    targets.unit,
    1 as target,
    if(targets.examined, 1, 0) as examined
  from targets
  inner join years on targets.fiscal_year = years.fiscal_year
  inner join bands on targets.age between bands.age_from and bands.age_to
)

select * from examined
