-- grain: one row per person and fiscal year with a checkup in it and in the year before (core.checkup_year)
-- key: checkup_id
-- why: year over year. Numbers are compared (`…_comparable`) only where both years have one and it was measured alike: the
-- same way of measuring the waist, the same item code (method) of a blood value, fasting with fasting. eGFR is of one
-- formula; it is not compared where creatinine changed its method. Smoking is yes or no in the lists of both periods.
-- Obesity is a waist or BMI at its limit.
with years as (select * from core.checkup_year),

methods as (select * from core.checkup_method),

obesity as (
  select checkup_id, max(if(judgement = 'within', 0, 1)) = 1 as is_obese
  from core.checkup_judgement
  where item in ('waist', 'bmi')
  group by checkup_id
),

courses as (
  select
    person_id,
    fiscal_year,
    max(if(first_interview_on is null, 0, 1)) as has_interview,
    max(if(is_completed, 1, 0)) as has_completed
  from core.guidance_course
  group by person_id, fiscal_year
),

control as (
  select
    checkup_id,
    max(if(field = 'bp', 1, 0)) as bp,
    max(if(field = 'glucose', 1, 0)) as glucose,
    max(if(field = 'lipid', 1, 0)) as lipid,
    max(if(is_controlled, 1, 0)) filter (where field = 'bp' and is_controlled is not null) as bp_controlled,
    max(if(is_controlled, 1, 0)) filter (where field = 'glucose' and is_controlled is not null) as glucose_controlled,
    max(if(is_controlled, 1, 0)) filter (where field = 'lipid' and is_controlled is not null) as lipid_controlled
  from core.checkup_control
  group by checkup_id
),

described as (
  select
    years.checkup_id,
    years.person_id,
    years.household_id,
    years.employer_id,
    years.fiscal_year,
    years.unit,
    years.relation,
    years.sex,
    years.age,
    years.examined_on,
    years.guidance_level as "level",
    years.metabolic_syndrome,
    years.bmi,
    years.waist_cm,
    years.waist_way,
    years.weight_kg,
    years.sbp,
    years.dbp,
    years.fpg,
    years.hba1c,
    years.ldl,
    coalesce(years.tg_fasting, years.tg_casual) as tg,
    years.hdl,
    years.ckd_egfr as egfr,
    if(years.smoking_status is null, null, years.smoking_status = 'current') as smokes,
    obesity.is_obese,
    coalesce(courses.has_interview = 1, false) as is_guided,
    coalesce(courses.has_completed = 1, false) as is_completed,
    if(years.tg_fasting is not null, methods.tg_fasting, methods.tg_casual) as tg_code,
    methods.hdl as hdl_code,
    methods.ldl as ldl_code,
    methods.fpg as fpg_code,
    methods.hba1c as hba1c_code,
    methods.creatinine as creatinine_code
  from years
  left join methods on years.checkup_id = methods.checkup_id
  left join obesity on years.checkup_id = obesity.checkup_id
  left join courses on years.person_id = courses.person_id and years.fiscal_year = courses.fiscal_year
),

pairs as (
  select
    now.checkup_id,
    now.person_id,
    now.household_id,
    now.employer_id,
    now.fiscal_year,
    now.unit,
    now.relation,
    now.sex,
    now.age,
    now.examined_on,
    before.checkup_id as from_checkup_id,
    before."level" as from_level,
    now."level" as to_level,
    before.metabolic_syndrome as from_metabolic,
    now.metabolic_syndrome as to_metabolic,
    before.bmi as from_bmi,
    now.bmi as to_bmi,
    before.waist_cm as from_waist,
    now.waist_cm as to_waist,
    before.weight_kg as from_weight,
    now.weight_kg as to_weight,
    before.sbp as from_sbp,
    now.sbp as to_sbp,
    before.dbp as from_dbp,
    now.dbp as to_dbp,
    before.fpg as from_fpg,
    now.fpg as to_fpg,
    before.hba1c as from_hba1c,
    now.hba1c as to_hba1c,
    before.ldl as from_ldl,
    now.ldl as to_ldl,
    before.tg as from_tg,
    now.tg as to_tg,
    before.hdl as from_hdl,
    now.hdl as to_hdl,
    before.egfr as from_egfr,
    now.egfr as to_egfr,
    before.smokes as from_smokes,
    now.smokes as to_smokes,
    before.bmi is not null and now.bmi is not null as bmi_comparable,
    before.weight_kg is not null and now.weight_kg is not null as weight_comparable,
    coalesce(before.waist_way = now.waist_way, false) as waist_comparable,
    before.sbp is not null and now.sbp is not null as sbp_comparable,
    before.dbp is not null and now.dbp is not null as dbp_comparable,
    coalesce(before.fpg_code = now.fpg_code, false) as fpg_comparable,
    coalesce(before.hba1c_code = now.hba1c_code, false) as hba1c_comparable,
    coalesce(before.ldl_code = now.ldl_code, false) as ldl_comparable,
    coalesce(before.tg_code = now.tg_code, false) as tg_comparable,
    coalesce(before.hdl_code = now.hdl_code, false) as hdl_comparable,
    before.egfr is not null and now.egfr is not null and coalesce(before.creatinine_code = now.creatinine_code, true)
      as egfr_comparable,
    before.is_obese as was_obese,
    now.is_obese,
    before.is_guided as was_guided,
    before.is_completed as was_completed
  from described as now
  inner join described as before
    on now.person_id = before.person_id and now.fiscal_year = before.fiscal_year + 1
),

controlled as (
  select
    pairs.*,
    coalesce(control.bp = 1, false) as bp_was_diseased,
    control.bp_controlled = 1 as bp_controlled,
    coalesce(control.glucose = 1, false) as glucose_was_diseased,
    control.glucose_controlled = 1 as glucose_controlled,
    coalesce(control.lipid = 1, false) as lipid_was_diseased,
    control.lipid_controlled = 1 as lipid_controlled
  from pairs
  left join control on pairs.checkup_id = control.checkup_id
)

select * from controlled
