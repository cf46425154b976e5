-- grain: one row per assessed person (評価対象者) and complete fiscal year
-- key: person_id, fiscal_year
-- why: whoever is due by level but no guidance target was found to take medicine after the checkup.
with examined as (select * from core.examined_member),

assessed as (select person_id, fiscal_year from core.checkup_target where is_assessed),

targets as (select person_id, fiscal_year, level from core.guidance_target),

bands as (
  select
    code as age_band,
    cast(text_part(code, 1, 2) as integer) as age_from,
    cast(text_part(code, 4, 2) as integer) as age_to
  from reference.checkup_age_band
),

placed as (
  select
    examined.person_id,
    examined.household_id,
    examined.employer_id,
    examined.fiscal_year,
    case
      when targets.level is not null then targets.level
      when examined.guidance_level in ('intensive', 'motivational') then 'excluded'
      else examined.guidance_level
    end as level,
    examined.metabolic_syndrome as metabolic,
    examined.sex,
    bands.age_band
  from examined
  inner join bands on examined.age between bands.age_from and bands.age_to
  inner join assessed on examined.person_id = assessed.person_id and examined.fiscal_year = assessed.fiscal_year
  left join targets on examined.person_id = targets.person_id and examined.fiscal_year = targets.fiscal_year
),

people as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    level,
    if(level in ('intensive', 'motivational'), 'due', 'not-due') as need,
    metabolic,
    if(metabolic in ('present', 'borderline'), 'risk', 'none') as metabolic_risk,
    sex,
    age_band,
    1 as assessed
  from placed
)

select * from people
