-- grain: one row per assessed person (評価対象者) and complete fiscal year
-- key: person_id, fiscal_year
with assessed as (select * from core.assessed_member),

bands as (
  select
    code as age_band,
    cast(text_part(code, 1, 2) as integer) as age_from,
    cast(text_part(code, 4, 2) as integer) as age_to
  from reference.checkup_age_band
),

people as (
  select
    assessed.person_id,
    assessed.household_id,
    assessed.employer_id,
    assessed.fiscal_year,
    assessed.level,
    if(assessed.is_due, 'due', 'not-due') as need,
    assessed.metabolic,
    if(assessed.metabolic in ('present', 'borderline'), 'risk', 'none') as metabolic_risk,
    assessed.sex,
    bands.age_band,
    1 as assessed
  from assessed
  inner join bands on assessed.age between bands.age_from and bands.age_to
)

select * from people
