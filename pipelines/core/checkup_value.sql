-- grain: one row per checkup with a measured result, one column per item of 特定健診
-- key: checkup_id
-- why: an item measured by several methods takes its best-ranked code (rank of the item list). Readings of blood pressure
-- and ways of measuring the waist stay apart here; rule value-choice chooses among them. Choices are codes of the option
-- list; `…_list` tells which, where an item changed its list (tail of the OID).
with checkups as (select checkup_id, examined_on as on_day from staging.checkup),

results as (
  select * from core.checkup_result where state = 'measured' and ("number" is not null or choice is not null)
),

items as (select code, wide, cast("rank" as integer) as place from reference.checkup_items where wide is not null),

chosen as (
  select results.checkup_id, items.wide, results."number" as amount, results.choice, results.choice_system
  from results
  inner join items on results.item_code = items.code
  qualify row_number() over (
    partition by results.checkup_id, items.wide order by items.place, results.item_code
  ) = 1
),

wide as (
  select
    checkup_id,
    max(amount) filter (where wide = 'height') as height_cm,
    max(amount) filter (where wide = 'weight') as weight_kg,
    max(amount) filter (where wide = 'bmi') as bmi,
    max(amount) filter (where wide = 'visceral_fat') as visceral_fat_cm2,
    max(amount) filter (where wide = 'waist_measured') as waist_measured,
    max(amount) filter (where wide = 'waist_self') as waist_self,
    max(amount) filter (where wide = 'waist_told') as waist_told,
    max(amount) filter (where wide = 'sbp_other') as sbp_other,
    max(amount) filter (where wide = 'sbp_second') as sbp_second,
    max(amount) filter (where wide = 'sbp_first') as sbp_first,
    max(amount) filter (where wide = 'dbp_other') as dbp_other,
    max(amount) filter (where wide = 'dbp_second') as dbp_second,
    max(amount) filter (where wide = 'dbp_first') as dbp_first,
    max(amount) filter (where wide = 'tg_fasting') as tg_fasting,
    max(amount) filter (where wide = 'tg_casual') as tg_casual,
    max(amount) filter (where wide = 'total_cholesterol') as total_cholesterol,
    max(amount) filter (where wide = 'hdl') as hdl,
    max(amount) filter (where wide = 'ldl') as ldl,
    max(amount) filter (where wide = 'non_hdl') as non_hdl,
    max(amount) filter (where wide = 'ast') as ast,
    max(amount) filter (where wide = 'alt') as alt,
    max(amount) filter (where wide = 'ggt') as ggt,
    max(amount) filter (where wide = 'creatinine') as creatinine,
    max(amount) filter (where wide = 'egfr') as egfr,
    max(amount) filter (where wide = 'uric_acid') as uric_acid,
    max(amount) filter (where wide = 'fpg') as fpg,
    max(amount) filter (where wide = 'casual_glucose') as casual_glucose,
    max(amount) filter (where wide = 'hba1c') as hba1c,
    max(amount) filter (where wide = 'hemoglobin') as hemoglobin,
    max(amount) filter (where wide = 'hematocrit') as hematocrit,
    max(amount) filter (where wide = 'red_cells') as red_cells,
    max(amount) filter (where wide = 'acr') as acr,
    max(choice) filter (where wide = 'urine_sugar') as urine_sugar,
    max(choice) filter (where wide = 'urine_protein') as urine_protein,
    max(choice) filter (where wide = 'meal_time') as meal_time,
    max(choice) filter (where wide = 'not_performed_reason') as not_performed_reason,
    max(choice) filter (where wide = 'ecg_finding') as ecg_finding,
    max(choice) filter (where wide = 'metabolic_judgement') as metabolic_code,
    max(choice) filter (where wide = 'guidance_level') as guidance_code,
    max(choice) filter (where wide = 'medication_bp') as medication_bp,
    max(choice) filter (where wide = 'medication_bp_check') as medication_bp_check,
    max(choice) filter (where wide = 'medication_glucose') as medication_glucose,
    max(choice) filter (where wide = 'medication_glucose_check') as medication_glucose_check,
    max(choice) filter (where wide = 'medication_lipid') as medication_lipid,
    max(choice) filter (where wide = 'medication_lipid_check') as medication_lipid_check,
    max(choice) filter (where wide = 'stroke_history') as stroke_history,
    max(choice) filter (where wide = 'heart_history') as heart_history,
    max(choice) filter (where wide = 'kidney_history') as kidney_history,
    max(choice) filter (where wide = 'anemia_history') as anemia_history,
    max(choice) filter (where wide = 'smoking') as smoking,
    max(choice) filter (where wide = 'weight_gain') as weight_gain,
    max(choice) filter (where wide = 'exercise') as exercise,
    max(choice) filter (where wide = 'walking') as walking,
    max(choice) filter (where wide = 'walking_speed') as walking_speed,
    max(choice) filter (where wide = 'chewing') as chewing,
    max(choice) filter (where wide = 'eating_speed') as eating_speed,
    max(choice) filter (where wide = 'late_supper') as late_supper,
    max(choice) filter (where wide = 'snacks') as snacks,
    max(choice) filter (where wide = 'skips_breakfast') as skips_breakfast,
    max(choice) filter (where wide = 'drinking_frequency') as drinking_frequency,
    max(choice) filter (where wide = 'drinking_amount') as drinking_amount,
    max(choice) filter (where wide = 'sleep') as sleep,
    max(choice) filter (where wide = 'intention') as intention,
    max(choice) filter (where wide = 'guidance_history') as guidance_history,
    max(choice_system) filter (where wide = 'smoking') as smoking_list,
    max(choice_system) filter (where wide = 'drinking_frequency') as drinking_frequency_list
  from chosen
  group by checkup_id
),

dated as (
  select checkups.on_day, wide.*
  from checkups
  inner join wide on checkups.checkup_id = wide.checkup_id
)

select * from dated
