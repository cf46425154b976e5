-- grain: one row per row of input.people
-- key: input_id
-- over: core.checkup_person
-- why: 階層化 in its four steps. Values are rounded half up to the digits of the item first. A category is true, false or
-- unknown (null); `least` and `most` are the support it comes to when every unknown is harmless or harmful. Where both
-- are the same the level is given, else it is undecidable. Step 1 must be known in any case.
with people as (select * from input.people),

parameters as (select * from parameter.guidance_level),

measured as (
  select
    people.input_id, people.on_day, people.sex, people.age, people.age_on_day,
    half_up(people.waist_cm, 1) as waist,
    half_up(people.visceral_fat_cm2, 1) as visceral_fat,
    coalesce(
      half_up(people.bmi, 1), half_up(people.weight_kg * 10000 / (people.height_cm * people.height_cm), 1)
    ) as bmi,
    half_up(people.fpg, 0) as fpg,
    half_up(people.hba1c, 1) as hba1c,
    if(people.meal_time = 'after', null, half_up(people.casual_glucose, 0)) as casual_glucose,
    half_up(people.tg_fasting, 0) as tg_fasting,
    if(people.meal_time = 'after', null, half_up(people.tg_casual, 0)) as tg_casual,
    half_up(people.hdl, 0) as hdl,
    half_up(people.sbp, 0) as sbp,
    half_up(people.dbp, 0) as dbp,
    if(people.smoking is null, null, people.smoking = 'current') as smokes,
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
    bmi >= min_bmi as bmi_high,
    fpg >= min_fpg as fpg_high,
    if(fpg is null, hba1c >= min_hba1c, null) as hba1c_high,
    if(fpg is null and hba1c is null, casual_glucose >= min_casual_glucose, null) as casual_high,
    tg_fasting >= min_tg_fasting as tg_fasting_high,
    if(tg_fasting is null, tg_casual >= min_tg_casual, null) as tg_casual_high,
    hdl < below_hdl as hdl_low,
    sbp >= min_sbp as sbp_high,
    dbp >= min_dbp as dbp_high,
    medication_bp or medication_glucose or medication_lipid as is_medicated
  from measured
),

categories as (
  select
    *,
    coalesce(fat_high or waist_high, fat_high, waist_high) as is_group_1,
    coalesce(fpg_high, hba1c_high, casual_high) as glucose,
    coalesce(tg_fasting_high, tg_casual_high) or hdl_low as lipid,
    sbp_high or dbp_high as blood_pressure
  from compared
),

grouped as (
  select
    *,
    case
      when is_group_1 is null then null
      when is_group_1 then 'waist'
      when bmi_high is null then null
      when bmi_high then 'bmi'
      else 'neither'
    end as step1,
    if(coalesce(glucose, false), 1, 0)
      + if(coalesce(lipid, false), 1, 0)
      + if(coalesce(blood_pressure, false), 1, 0) as sure,
    if(coalesce(glucose, true), 1, 0)
      + if(coalesce(lipid, true), 1, 0)
      + if(coalesce(blood_pressure, true), 1, 0) as possible
  from categories
),

counted as (
  select
    *,
    sure + if(sure > 0 and coalesce(smokes, false), 1, 0) as risks,
    possible + if(possible > 0 and coalesce(smokes, true), 1, 0) as most_risks
  from grouped
),

supported as (
  select
    *,
    case
      when step1 = 'waist' then least(risks, 2)
      when step1 = 'bmi' then if(risks >= 3, 2, least(risks, 1))
      when step1 = 'neither' then 0
    end as least_support,
    case
      when step1 = 'waist' then least(most_risks, 2)
      when step1 = 'bmi' then if(most_risks >= 3, 2, least(most_risks, 1))
      when step1 = 'neither' then 0
    end as most_support
  from counted
),

capped as (
  select
    *,
    if(step1 is null, null, least(least_support, if(age >= age_capped_from, 1, 2))) as least_capped,
    if(step1 is null, null, least(most_support, if(age >= age_capped_from, 1, 2))) as most_capped,
    age < age_from or (age > age_to and coalesce(age_on_day > age_to, true)) as is_outside
  from supported
),

levelled as (
  select
    *,
    case
      when is_outside then 'excluded'
      when is_medicated then 'excluded'
      when age is null or step1 is null then 'undecidable'
      when least_capped <> most_capped then 'undecidable'
      when least_capped = 0 then 'information'
      when is_medicated is null then 'undecidable'
      when least_capped = 1 then 'motivational'
      else 'intensive'
    end as level,
    case least_support when 2 then 'intensive' when 1 then 'motivational' when 0 then 'information' end as step3
  from capped
),

explained as (
  select
    *,
    case level when 'excluded' then if(is_outside, 'age', 'medication') when 'undecidable' then 'missing' end as cause,
    if(fat_high, 'visceral_fat ', '')
      || if(waist_high, if(sex = 'male', 'waist_male ', 'waist_female '), '')
      || if(step1 = 'bmi', 'bmi ', '')
      || if(step1 = 'neither', 'lean ', '')
      as body_words,
    if(fpg_high, 'fpg ', '')
      || if(hba1c_high, 'hba1c ', '')
      || if(casual_high, 'casual_glucose ', '')
      || if(tg_fasting_high, 'tg_fasting ', '')
      || if(tg_casual_high, 'tg_casual ', '')
      || if(hdl_low, 'hdl ', '')
      || if(sbp_high, 'sbp ', '')
      || if(dbp_high, 'dbp ', '')
      || if(sure > 0 and smokes, 'smoking ', '')
      as risk_words,
    if(medication_bp, 'medication_bp ', '')
      || if(medication_glucose, 'medication_glucose ', '')
      || if(medication_lipid, 'medication_lipid ', '')
      as medicine_words,
    if(sex is null, 'missing_sex ', '')
      || if(age is null, 'missing_age ', '')
      || if(is_group_1 is null and waist is null, 'missing_waist ', '')
      || if(not is_group_1 and bmi_high is null, 'missing_bmi ', '')
      || if(least_capped <> most_capped and glucose is null, 'missing_glucose ', '')
      || if(least_capped <> most_capped and lipid is null, 'missing_lipid ', '')
      || if(least_capped <> most_capped and blood_pressure is null, 'missing_blood_pressure ', '')
      || if(least_capped <> most_capped and smokes is null, 'missing_smoking ', '')
      || if(most_capped > 0 and is_medicated is null, 'missing_medication ', '')
      as missing_words
  from levelled
),

answered as (
  select
    input_id, level, cause, version, step1,
    glucose as step2_glucose,
    lipid as step2_lipid,
    blood_pressure as step2_blood_pressure,
    smokes as step2_smoking,
    risks,
    step3,
    is_medicated as step4_medication,
    coalesce(least_support > least_capped, false) as step4_capped,
    trim(
      case
        when cause = 'age' then 'age_outside'
        when cause = 'medication' then medicine_words
        when level = 'undecidable' then if(step1 = 'neither', '', body_words) || risk_words || missing_words
        when step1 = 'neither' then body_words
        when level = 'information' then body_words || 'no_risk'
        else body_words || risk_words || if(least_support > least_capped, 'capped', '')
      end
    ) as reasons
  from explained
)

select * from answered
