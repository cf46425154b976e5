-- grain: one row per row of input.people
-- key: input_id
-- over: core.checkup_person
-- why: メタボリックシンドローム判定. Values are rounded half up to the digits of the item first. Each risk is true, false or
-- unknown (null); a medicine counts as the risk. `sure` and `possible` are the risks when every unknown is harmless or
-- harmful: where both give the same, the level is given, else it is undecidable.
with people as (select * from input.people),

parameters as (select * from parameter.metabolic_syndrome),

measured as (
  select
    people.input_id, people.sex,
    half_up(people.waist_cm, 1) as waist,
    half_up(people.visceral_fat_cm2, 1) as visceral_fat,
    half_up(people.fpg, 0) as fpg,
    if(people.meal_time = 'after', null, half_up(people.casual_glucose, 0)) as casual_glucose,
    half_up(people.hba1c, 1) as hba1c,
    half_up(people.tg_fasting, 0) as tg_fasting,
    if(people.meal_time = 'after', null, half_up(people.tg_casual, 0)) as tg_casual,
    half_up(people.hdl, 0) as hdl,
    half_up(people.sbp, 0) as sbp,
    half_up(people.dbp, 0) as dbp,
    people.medication_bp, people.medication_glucose, people.medication_lipid,
    parameters.* exclude (holds_from, holds_to)
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

compared as (
  select
    *,
    visceral_fat >= min_visceral_fat as fat_high,
    if(
      visceral_fat is null or not fat_overrides_waist,
      waist >= case sex when 'male' then min_waist_male when 'female' then min_waist_female end,
      null
    ) as waist_high,
    fpg >= min_fpg as fpg_high,
    if(fpg is null, casual_glucose >= min_casual_glucose, null) as casual_high,
    if(
      (fpg is null and casual_glucose is null) or not hba1c_only_if_no_glucose, hba1c >= min_hba1c, null
    ) as hba1c_high,
    tg_fasting >= min_tg_fasting as tg_fasting_high,
    if(tg_fasting is null, tg_casual >= min_tg_casual, null) as tg_casual_high,
    hdl < below_hdl as hdl_low,
    sbp >= min_sbp as sbp_high,
    dbp >= min_dbp as dbp_high
  from measured
),

risky as (
  select
    *,
    coalesce(fat_high or waist_high, fat_high, waist_high) as abdomen,
    coalesce(
      coalesce(fpg_high, casual_high) or hba1c_high, fpg_high, casual_high, hba1c_high
    ) or medication_glucose as glucose,
    coalesce(tg_fasting_high, tg_casual_high) or hdl_low or medication_lipid as lipid,
    sbp_high or dbp_high or medication_bp as blood_pressure
  from compared
),

counted as (
  select
    *,
    if(coalesce(glucose, false), 1, 0)
      + if(coalesce(lipid, false), 1, 0)
      + if(coalesce(blood_pressure, false), 1, 0) as sure,
    if(coalesce(glucose, true), 1, 0)
      + if(coalesce(lipid, true), 1, 0)
      + if(coalesce(blood_pressure, true), 1, 0) as possible
  from risky
),

levelled as (
  select
    *,
    case
      when not abdomen or possible = 0 then 'absent'
      when abdomen is null then 'undecidable'
      when sure >= 2 then 'present'
      when sure = 1 and possible = 1 then 'borderline'
      else 'undecidable'
    end as level
  from counted
),

explained as (
  select
    *,
    if(fat_high, 'visceral_fat ', '')
      || if(waist_high, if(sex = 'male', 'waist_male ', 'waist_female '), '')
      || if(not abdomen, 'lean ', '')
      as body_words,
    if(fpg_high, 'fpg ', '')
      || if(casual_high, 'casual_glucose ', '')
      || if(hba1c_high, 'hba1c ', '')
      || if(medication_glucose, 'medication_glucose ', '')
      || if(tg_fasting_high, 'tg_fasting ', '')
      || if(tg_casual_high, 'tg_casual ', '')
      || if(hdl_low, 'hdl ', '')
      || if(medication_lipid, 'medication_lipid ', '')
      || if(sbp_high, 'sbp ', '')
      || if(dbp_high, 'dbp ', '')
      || if(medication_bp, 'medication_bp ', '')
      || if(possible = 0, 'no_risk ', '')
      as risk_words,
    if(sex is null and visceral_fat is null, 'missing_sex ', '')
      || if(abdomen is null and waist is null, 'missing_waist ', '')
      || if(glucose is null, 'missing_glucose ', '')
      || if(lipid is null, 'missing_lipid ', '')
      || if(blood_pressure is null, 'missing_blood_pressure ', '')
      as missing_words
  from levelled
),

answered as (
  select
    input_id,
    level,
    if(level = 'undecidable', 'missing', null) as cause,
    version,
    abdomen,
    waist_high as waist,
    glucose,
    lipid,
    blood_pressure,
    sure as risks,
    trim(body_words || risk_words || if(level = 'undecidable', missing_words, '')) as reasons
  from explained
)

select * from answered
