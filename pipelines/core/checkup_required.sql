-- grain: one row per checkup: which required items (特定健診の必須項目) it lacks
-- key: checkup_id
-- why: the required items are the groups of the item list, of each of which one code must have a value. Casual values drawn
-- just after a meal are none. The two judgements (メタボリックシンドローム判定, 保健指導レベル) are not asked for: the insurer
-- makes them itself. Rule required-items says what may be left out (waist, urine).
with checkups as (select * from staging.checkup),

measured as (select * from core.checkup_value),

results as (
  select * from core.checkup_result
  where state = 'measured' and ("number" is not null or choice is not null or "text" is not null or flag is not null)
),

items as (select code, required, wide from reference.checkup_items where required is not null),

performed as (
  select distinct results.checkup_id, items.required
  from results
  inner join items on results.item_code = items.code
  left join measured on results.checkup_id = measured.checkup_id
  where measured.meal_time is distinct from '4' or items.wide is null or items.wide not in ('tg_casual', 'casual_glucose')
),

present as (
  select
    checkup_id,
    count(*) as required_items,
    max(if(required = 'height', 1, 0)) as height,
    max(if(required = 'weight', 1, 0)) as weight,
    max(if(required = 'bmi', 1, 0)) as bmi,
    max(if(required = 'waist', 1, 0)) as waist,
    max(if(required = 'sbp', 1, 0)) as sbp,
    max(if(required = 'dbp', 1, 0)) as dbp,
    max(if(required = 'tg', 1, 0)) as tg,
    max(if(required = 'hdl', 1, 0)) as hdl,
    max(if(required = 'ldl', 1, 0)) as ldl,
    max(if(required = 'ast', 1, 0)) as ast,
    max(if(required = 'alt', 1, 0)) as alt,
    max(if(required = 'ggt', 1, 0)) as ggt,
    max(if(required = 'glucose', 1, 0)) as glucose,
    max(if(required = 'urine_sugar', 1, 0)) as urine_sugar,
    max(if(required = 'urine_protein', 1, 0)) as urine_protein,
    max(if(required = 'history', 1, 0)) as history,
    max(if(required = 'subjective', 1, 0)) as subjective,
    max(if(required = 'objective', 1, 0)) as objective,
    max(if(required = 'physician', 1, 0)) as physician,
    max(if(required = 'medication_bp', 1, 0)) as medication_bp,
    max(if(required = 'medication_glucose', 1, 0)) as medication_glucose,
    max(if(required = 'medication_lipid', 1, 0)) as medication_lipid,
    max(if(required = 'smoking', 1, 0)) as smoking
  from performed
  group by checkup_id
),

listed as (
  select
    checkups.checkup_id,
    checkups.examined_on as on_day,
    measured.bmi,
    case measured.not_performed_reason when '1' then 1 when '2' then 2 when '3' then 3 end as not_performed_reason,
    cast(coalesce(present.required_items, 0) as integer) as required_items,
    coalesce(present.waist, 0) = 0 as lacks_waist,
    coalesce(present.urine_sugar, 0) = 0 as lacks_urine_sugar,
    coalesce(present.urine_protein, 0) = 0 as lacks_urine_protein,
    trim(
      if(coalesce(present.height, 0) = 1, '', 'height ')
      || if(coalesce(present.weight, 0) = 1, '', 'weight ')
      || if(coalesce(present.bmi, 0) = 1, '', 'bmi ')
      || if(coalesce(present.sbp, 0) = 1, '', 'sbp ')
      || if(coalesce(present.dbp, 0) = 1, '', 'dbp ')
      || if(coalesce(present.tg, 0) = 1, '', 'tg ')
      || if(coalesce(present.hdl, 0) = 1, '', 'hdl ')
      || if(coalesce(present.ldl, 0) = 1, '', 'ldl ')
      || if(coalesce(present.ast, 0) = 1, '', 'ast ')
      || if(coalesce(present.alt, 0) = 1, '', 'alt ')
      || if(coalesce(present.ggt, 0) = 1, '', 'ggt ')
      || if(coalesce(present.glucose, 0) = 1, '', 'glucose ')
      || if(coalesce(present.history, 0) = 1, '', 'history ')
      || if(coalesce(present.subjective, 0) = 1, '', 'subjective ')
      || if(coalesce(present.objective, 0) = 1, '', 'objective ')
      || if(coalesce(present.physician, 0) = 1, '', 'physician ')
      || if(coalesce(present.medication_bp, 0) = 1, '', 'medication_bp ')
      || if(coalesce(present.medication_glucose, 0) = 1, '', 'medication_glucose ')
      || if(coalesce(present.medication_lipid, 0) = 1, '', 'medication_lipid ')
      || if(coalesce(present.smoking, 0) = 1, '', 'smoking ')
    ) as other_lacking
  from checkups
  left join present on checkups.checkup_id = present.checkup_id
  left join measured on checkups.checkup_id = measured.checkup_id
),

judgeable as (
  select
    *,
    other_lacking <> '' as lacks_other
  from listed
)

select * from judgeable
