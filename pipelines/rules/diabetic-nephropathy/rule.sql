-- grain: one row per row of input.people
-- key: input_id
-- over: core.checkup_person
-- why: 糖尿病性腎症病期分類. Diabetes is told, treated or shown by glucose; who has none is out, and where nothing tells it is
-- undecidable. Dialysis or a transplant decides before eGFR, a low eGFR before the urine. Of the urine, measured albumin
-- or protein comes before the strip (graded 1 - to 5 3+), which can show stage 3 only.
with people as (select * from input.people),

parameters as (select * from parameter.diabetic_nephropathy),

measured as (
  select
    people.input_id,
    people.diabetes,
    people.medication_glucose,
    half_up(people.fpg, 0) as fpg,
    if(people.meal_time = 'after', null, half_up(people.casual_glucose, 0)) as casual_glucose,
    half_up(people.hba1c, 1) as hba1c,
    half_up(
      coalesce(people.egfr, egfr_from(people.creatinine, coalesce(people.age_on_day, people.age), people.sex)), 1
    ) as egfr,
    people.egfr is null as is_computed,
    half_up(people.acr, 1) as acr,
    half_up(people.pcr, 2) as pcr,
    people.urine_protein,
    people.kidney_replacement,
    parameters.* exclude (holds_from, holds_to)
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

compared as (
  select
    *,
    coalesce(fpg >= min_fpg, false) as fpg_high,
    coalesce(casual_glucose >= min_casual_glucose, false) as casual_high,
    coalesce(hba1c >= min_hba1c, false) as hba1c_high,
    case
      when acr >= min_stage_3_acr then 'acr_3'
      when pcr >= min_stage_3_pcr then 'pcr_3'
      when acr >= min_stage_2_acr then 'acr_2'
      when acr < min_stage_2_acr then 'acr_1'
      when pcr is null and urine_protein >= min_stage_3_strip then 'strip_3'
    end as urine
  from measured
),

known as (
  select
    *,
    case
      when coalesce(diabetes, false) or coalesce(medication_glucose, false) or fpg_high or casual_high or hba1c_high
        then true
      when not diabetes then false
      when not medication_glucose and coalesce(fpg, casual_glucose, hba1c) is not null then false
    end as is_diabetic
  from compared
),

levelled as (
  select
    *,
    case
      when is_diabetic is null then 'undecidable'
      when not is_diabetic then 'excluded'
      when kidney_replacement then 'stage-5'
      when egfr < below_stage_4_egfr then 'stage-4'
      when egfr is null or urine is null then 'undecidable'
      when urine = 'acr_1' then 'stage-1'
      when urine = 'acr_2' then 'stage-2'
      else 'stage-3'
    end as level
  from known
),

answered as (
  select
    input_id,
    level,
    case level when 'undecidable' then 'missing' when 'excluded' then 'no_diabetes' end as cause,
    version,
    is_diabetic as diabetes,
    egfr,
    urine,
    kidney_replacement,
    trim(
      if(coalesce(diabetes, false), 'diabetes ', '')
      || if(coalesce(medication_glucose, false), 'medication_glucose ', '')
      || if(fpg_high, 'fpg ', '')
      || if(casual_high, 'casual_glucose ', '')
      || if(hba1c_high, 'hba1c ', '')
      || if(level = 'excluded', 'no_diabetes ', '')
      || if(is_diabetic is null, 'missing_diabetes ', '')
      || if(level = 'stage-5', 'kidney_replacement ', '')
      || if(level = 'stage-4', 'low_egfr ', '')
      || if(level = 'stage-4' and kidney_replacement is null, 'replacement_unstated ', '')
      || if(level <> 'excluded' and level <> 'stage-5' and egfr is not null and is_computed, 'egfr_computed ', '')
      || if(level = 'stage-1' or level = 'stage-2' or level = 'stage-3', urine || ' ', '')
      || if(is_diabetic and level = 'undecidable' and egfr is null, 'missing_egfr ', '')
      || if(is_diabetic and level = 'undecidable' and urine is null, 'missing_albumin ', '')
    ) as reasons
  from levelled
)

select * from answered
