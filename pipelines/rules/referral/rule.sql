-- grain: one row per row of input.people
-- key: input_id
-- over: core.checkup_person
-- why: 保健指導判定値 and 受診勧奨判定値, item by item. Values are rounded half up to the digits of the item first; an item that
-- was not measured is null and judged neither way. The level is the worst of the items that were measured. eGFR is
-- computed where only creatinine is given. Strip results are graded 1 (-) to 5 (3+).
with people as (select * from input.people),

parameters as (select * from parameter.referral),

measured as (
  select
    people.input_id,
    coalesce(
      half_up(people.bmi, 1), half_up(people.weight_kg * 10000 / (people.height_cm * people.height_cm), 1)
    ) as bmi,
    half_up(people.sbp, 0) as sbp,
    half_up(people.dbp, 0) as dbp,
    half_up(people.tg_fasting, 0) as tg_fasting,
    if(people.meal_time = 'after', null, half_up(people.tg_casual, 0)) as tg_casual,
    half_up(people.hdl, 0) as hdl,
    half_up(people.ldl, 0) as ldl,
    half_up(people.non_hdl, 0) as non_hdl,
    half_up(people.fpg, 0) as fpg,
    half_up(people.hba1c, 1) as hba1c,
    if(people.meal_time = 'after', null, half_up(people.casual_glucose, 0)) as casual_glucose,
    half_up(people.ast, 0) as ast,
    half_up(people.alt, 0) as alt,
    half_up(people.gamma_gt, 0) as gamma_gt,
    half_up(
      coalesce(people.egfr, egfr_from(people.creatinine, coalesce(people.age_on_day, people.age), people.sex)), 1
    ) as egfr,
    half_up(people.hemoglobin, 1) - if(parameters.hemoglobin_edge_counts, 0.05, 0) as hemoglobin,
    people.urine_protein,
    case people.sex when 'male' then parameters.low_hemoglobin_male when 'female' then parameters.low_hemoglobin_female end
      as low_hemoglobin,
    case people.sex
      when 'male' then parameters.see_low_hemoglobin_male
      when 'female' then parameters.see_low_hemoglobin_female
    end as see_low_hemoglobin,
    parameters.* exclude (holds_from, holds_to)
  from people
  inner join parameters
    on people.on_day >= parameters.holds_from
    and (parameters.holds_to is null or people.on_day <= parameters.holds_to)
),

compared as (
  select
    input_id, version,
    case when bmi >= min_bmi then 'guidance' when bmi is not null then 'within' end as bmi,
    case when sbp >= see_sbp then 'referral' when sbp >= min_sbp then 'guidance' when sbp is not null then 'within' end
      as sbp,
    case when dbp >= see_dbp then 'referral' when dbp >= min_dbp then 'guidance' when dbp is not null then 'within' end
      as dbp,
    case
      when tg_fasting >= see_tg_fasting then 'referral'
      when tg_fasting >= min_tg_fasting then 'guidance'
      when tg_fasting is not null then 'within'
    end as tg_fasting,
    case
      when tg_casual >= see_tg_casual then 'referral'
      when tg_casual >= min_tg_casual then 'guidance'
      when tg_casual < min_tg_casual then 'within'
    end as tg_casual,
    case when hdl < see_below_hdl then 'referral' when hdl < below_hdl then 'guidance' when hdl is not null then 'within' end
      as hdl,
    case when ldl >= see_ldl then 'referral' when ldl >= min_ldl then 'guidance' when ldl is not null then 'within' end
      as ldl,
    case
      when non_hdl >= see_non_hdl then 'referral'
      when non_hdl >= min_non_hdl then 'guidance'
      when non_hdl is not null then 'within'
    end as non_hdl,
    case when fpg >= see_fpg then 'referral' when fpg >= min_fpg then 'guidance' when fpg is not null then 'within' end
      as fpg,
    case
      when hba1c >= see_hba1c then 'referral' when hba1c >= min_hba1c then 'guidance' when hba1c is not null then 'within'
    end as hba1c,
    case
      when casual_glucose >= see_casual_glucose then 'referral'
      when casual_glucose >= min_casual_glucose then 'guidance'
      when casual_glucose is not null then 'within'
    end as casual_glucose,
    case when ast >= see_ast then 'referral' when ast >= min_ast then 'guidance' when ast is not null then 'within' end
      as ast,
    case when alt >= see_alt then 'referral' when alt >= min_alt then 'guidance' when alt is not null then 'within' end
      as alt,
    case
      when gamma_gt >= see_gamma_gt then 'referral'
      when gamma_gt >= min_gamma_gt then 'guidance'
      when gamma_gt is not null then 'within'
    end as gamma_gt,
    case
      when egfr < see_below_egfr then 'referral' when egfr < below_egfr then 'guidance' when egfr is not null then 'within'
    end as egfr,
    case
      when hemoglobin < see_low_hemoglobin then 'referral'
      when hemoglobin < low_hemoglobin then 'guidance'
      when hemoglobin >= low_hemoglobin then 'within'
    end as hemoglobin,
    case
      when urine_protein >= see_urine_protein then 'referral'
      when urine_protein >= min_urine_protein then 'guidance'
      when urine_protein is not null then 'within'
    end as urine_protein,
    if(sbp >= once_sbp, 'sbp_once ', '')
      || if(dbp >= once_dbp, 'dbp_once ', '')
      || if(coalesce(tg_fasting, tg_casual) >= once_tg, 'tg_once ', '')
      || if(ldl >= once_ldl, 'ldl_once ', '') as once_words
  from measured
),

explained as (
  select
    *,
    if(sbp = 'referral', 'sbp_referral ', '')
      || if(dbp = 'referral', 'dbp_referral ', '')
      || if(tg_fasting = 'referral', 'tg_fasting_referral ', '')
      || if(tg_casual = 'referral', 'tg_casual_referral ', '')
      || if(hdl = 'referral', 'hdl_referral ', '')
      || if(ldl = 'referral', 'ldl_referral ', '')
      || if(non_hdl = 'referral', 'non_hdl_referral ', '')
      || if(fpg = 'referral', 'fpg_referral ', '')
      || if(hba1c = 'referral', 'hba1c_referral ', '')
      || if(casual_glucose = 'referral', 'casual_glucose_referral ', '')
      || if(ast = 'referral', 'ast_referral ', '')
      || if(alt = 'referral', 'alt_referral ', '')
      || if(gamma_gt = 'referral', 'gamma_gt_referral ', '')
      || if(egfr = 'referral', 'egfr_referral ', '')
      || if(hemoglobin = 'referral', 'hemoglobin_referral ', '')
      || if(urine_protein = 'referral', 'urine_protein_referral ', '') as referral_words,
    if(bmi = 'guidance', 'bmi_guidance ', '')
      || if(sbp = 'guidance', 'sbp_guidance ', '')
      || if(dbp = 'guidance', 'dbp_guidance ', '')
      || if(tg_fasting = 'guidance', 'tg_fasting_guidance ', '')
      || if(tg_casual = 'guidance', 'tg_casual_guidance ', '')
      || if(hdl = 'guidance', 'hdl_guidance ', '')
      || if(ldl = 'guidance', 'ldl_guidance ', '')
      || if(non_hdl = 'guidance', 'non_hdl_guidance ', '')
      || if(fpg = 'guidance', 'fpg_guidance ', '')
      || if(hba1c = 'guidance', 'hba1c_guidance ', '')
      || if(casual_glucose = 'guidance', 'casual_glucose_guidance ', '')
      || if(ast = 'guidance', 'ast_guidance ', '')
      || if(alt = 'guidance', 'alt_guidance ', '')
      || if(gamma_gt = 'guidance', 'gamma_gt_guidance ', '')
      || if(egfr = 'guidance', 'egfr_guidance ', '')
      || if(hemoglobin = 'guidance', 'hemoglobin_guidance ', '')
      || if(urine_protein = 'guidance', 'urine_protein_guidance ', '') as guidance_words,
    coalesce(
      bmi, sbp, dbp, tg_fasting, tg_casual, hdl, ldl, non_hdl, fpg, hba1c, casual_glucose, ast, alt, gamma_gt, egfr,
      hemoglobin, urine_protein
    ) is not null as any_measured,
    bmi is null or sbp is null or dbp is null or coalesce(tg_fasting, tg_casual) is null or hdl is null
      or coalesce(ldl, non_hdl) is null or coalesce(fpg, hba1c, casual_glucose) is null
      or ast is null or alt is null or gamma_gt is null or urine_protein is null as some_missing
  from compared
),

answered as (
  select
    * exclude (once_words, referral_words, guidance_words, any_measured, some_missing),
    once_words <> '' as at_once,
    case
      when referral_words <> '' then 'referral'
      when guidance_words <> '' then 'guidance'
      when any_measured then 'within'
      else 'undecidable'
    end as level,
    if(any_measured, null, 'missing') as cause,
    trim(
      once_words || referral_words || guidance_words
      || if(any_measured and referral_words = '' and guidance_words = '', 'all_within ', '')
      || if(any_measured and some_missing, 'some_missing', '')
      || if(any_measured, '', 'nothing_measured')
    ) as reasons
  from explained
)

select * from answered
