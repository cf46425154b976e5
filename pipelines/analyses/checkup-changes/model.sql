-- grain: one row per person aged 41-74 with a checkup in a complete fiscal year and in the year before, and problem of then
-- key: person_id, fiscal_year, change
-- why: indicators 特定保健指導による対象者の減少率, 肥満解消率, 病態コントロール割合 of 共通評価指標.
with years as (select * from core.fiscal_year where is_complete),

changes as (select code from reference.checkup_change),

pairs as (select * from core.checkup_pair where age between 41 and 74),

asked as (
  select
    pairs.person_id,
    pairs.household_id,
    pairs.employer_id,
    pairs.fiscal_year,
    changes.code as change,
    pairs.sex,
    case changes.code
      when 'guidance' then pairs.was_guided and pairs.to_level <> 'undecidable'
      when 'obesity' then pairs.was_obese and pairs.is_obese is not null
      when 'blood-pressure' then pairs.bp_was_diseased and pairs.bp_controlled is not null
      when 'glucose' then pairs.glucose_was_diseased and pairs.glucose_controlled is not null
      else pairs.lipid_was_diseased and pairs.lipid_controlled is not null
    end as had_it,
    case changes.code
      when 'guidance' then pairs.to_level not in ('intensive', 'motivational')
      when 'obesity' then not pairs.is_obese
      when 'blood-pressure' then pairs.bp_controlled
      when 'glucose' then pairs.glucose_controlled
      else pairs.lipid_controlled
    end as is_better
  from pairs
  inner join years on pairs.fiscal_year = years.fiscal_year
  cross join changes
),

people as (
  select
    person_id,
    household_id,
    employer_id,
    fiscal_year,
    change,
    sex,
    1 as before,
    if(is_better, 1, 0) as improved
  from asked
  where had_it
)

select * from people
