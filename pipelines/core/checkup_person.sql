-- grain: one row per kept checkup of a person, as the official rules read it
-- key: checkup_id
-- as: view
-- why: the columns are those of `input.people` of the rules. A medicine counts when the questionnaire or the insurer's
-- re-check (保険者再確認) says so. Diabetes and kidney replacement are known from claims only and not used here.
with checkups as (select * from core.checkup where is_kept),

members as (select * from core.member),

people as (
  select
    checkups.checkup_id,
    checkups.person_id,
    checkups.fiscal_year,
    checkups.examined_on,
    checkups.has_required_items,
    checkups.examined_on as on_day,
    members.sex,
    whole_years(members.age_month, fiscal_year_end(checkups.fiscal_year)) as age,
    checkups.age_on_day,
    checkups.waist_cm,
    checkups.visceral_fat_cm2,
    checkups.bmi,
    if(checkups.height_cm > 0, checkups.height_cm, null) as height_cm,
    checkups.weight_kg,
    checkups.fpg,
    checkups.hba1c,
    checkups.casual_glucose,
    checkups.tg_fasting,
    checkups.tg_casual,
    checkups.hdl,
    checkups.ldl,
    checkups.non_hdl,
    checkups.sbp,
    checkups.dbp,
    checkups.ast,
    checkups.alt,
    checkups.ggt as gamma_gt,
    if(checkups.creatinine > 0, checkups.creatinine, null) as creatinine,
    checkups.egfr,
    checkups.hemoglobin,
    case checkups.urine_protein when '1' then 1 when '2' then 2 when '3' then 3 when '4' then 4 when '5' then 5 end
      as urine_protein,
    checkups.acr,
    cast(null as double) as pcr,
    cast(null as boolean) as diabetes,
    cast(null as boolean) as kidney_replacement,
    case checkups.meal_time
      when '1' then 'fasting' when '2' then 'fasting' when '3' then 'between' when '4' then 'after'
    end as meal_time,
    checkups.smoking_status as smoking,
    case
      when checkups.medication_bp = '1' or checkups.medication_bp_check is not null then true
      when checkups.medication_bp = '2' then false
    end as medication_bp,
    case
      when checkups.medication_glucose = '1' or checkups.medication_glucose_check is not null then true
      when checkups.medication_glucose = '2' then false
    end as medication_glucose,
    case
      when checkups.medication_lipid = '1' or checkups.medication_lipid_check is not null then true
      when checkups.medication_lipid = '2' then false
    end as medication_lipid
  from checkups
  inner join members on checkups.person_id = members.person_id
)

select * from people
