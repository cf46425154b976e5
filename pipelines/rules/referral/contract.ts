import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: '保健指導判定値・受診勧奨判定値', en: 'guidance limits and referral limits' },
  source: {
    ja: '標準的な健診・保健指導プログラム（令和6年度版・平成30年度版）の健診検査項目の保健指導判定値及び受診勧奨判定値',
    en: 'guidance and referral limits of the national programme of checkups and guidance (editions of fiscal 2024 and 2018)',
  },
  input: {
    sex: 'text',
    /** Age at the end of the fiscal year (年度末年齢). */
    age: 'integer',
    /** Age on the day of the checkup; else the other one stands in for it. */
    age_on_day: 'integer',
    bmi: 'double',
    height_cm: 'double',
    weight_kg: 'double',
    sbp: 'double',
    dbp: 'double',
    tg_fasting: 'double',
    tg_casual: 'double',
    hdl: 'double',
    ldl: 'double',
    non_hdl: 'double',
    fpg: 'double',
    hba1c: 'double',
    casual_glucose: 'double',
    /** fasting (10 hours or more since the meal), between, after (less than 3.5 hours). */
    meal_time: 'text',
    ast: 'double',
    alt: 'double',
    gamma_gt: 'double',
    creatinine: 'double',
    egfr: 'double',
    hemoglobin: 'double',
    /** 1 − 2 ± 3 1+ 4 2+ 5 3+ */
    urine_protein: 'smallint',
  },
  /** `min_`/`below_`/`low_`: 保健指導判定値; `see_`: 受診勧奨判定値; `once_`: 「すぐに医療機関を受診」. */
  parameters: {
    min_bmi: 'double',
    min_sbp: 'double',
    see_sbp: 'double',
    once_sbp: 'double',
    min_dbp: 'double',
    see_dbp: 'double',
    once_dbp: 'double',
    min_tg_fasting: 'double',
    see_tg_fasting: 'double',
    min_tg_casual: 'double',
    see_tg_casual: 'double',
    once_tg: 'double',
    below_hdl: 'double',
    see_below_hdl: 'double',
    min_ldl: 'double',
    see_ldl: 'double',
    once_ldl: 'double',
    min_non_hdl: 'double',
    see_non_hdl: 'double',
    min_fpg: 'double',
    see_fpg: 'double',
    min_hba1c: 'double',
    see_hba1c: 'double',
    min_casual_glucose: 'double',
    see_casual_glucose: 'double',
    min_ast: 'double',
    see_ast: 'double',
    min_alt: 'double',
    see_alt: 'double',
    min_gamma_gt: 'double',
    see_gamma_gt: 'double',
    below_egfr: 'double',
    see_below_egfr: 'double',
    low_hemoglobin_male: 'double',
    see_low_hemoglobin_male: 'double',
    low_hemoglobin_female: 'double',
    see_low_hemoglobin_female: 'double',
    hemoglobin_edge_counts: 'boolean',
    min_urine_protein: 'integer',
    see_urine_protein: 'integer',
  },
  levels: {
    referral: { ja: '受診勧奨判定値', en: 'see a doctor' },
    guidance: { ja: '保健指導判定値', en: 'guidance' },
    within: { ja: '基準の範囲内', en: 'within the limits' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: { missing: { ja: '判定できる値がない', en: 'no value to judge' } },
  reasons: {
    bmi_guidance: { ja: 'BMI {min_bmi}以上（保健指導）', en: 'BMI ≥{min_bmi} (guidance)' },
    sbp_referral: {
      ja: '収縮期血圧{see_sbp}以上（受診勧奨）',
      en: 'systolic pressure ≥{see_sbp} mmHg (see a doctor)',
    },
    sbp_guidance: {
      ja: '収縮期血圧{min_sbp}以上（保健指導）',
      en: 'systolic pressure ≥{min_sbp} mmHg (guidance)',
    },
    dbp_referral: {
      ja: '拡張期血圧{see_dbp}以上（受診勧奨）',
      en: 'diastolic pressure ≥{see_dbp} mmHg (see a doctor)',
    },
    dbp_guidance: {
      ja: '拡張期血圧{min_dbp}以上（保健指導）',
      en: 'diastolic pressure ≥{min_dbp} mmHg (guidance)',
    },
    tg_fasting_referral: {
      ja: '空腹時中性脂肪{see_tg_fasting}以上（受診勧奨）',
      en: 'fasting triglycerides ≥{see_tg_fasting} mg/dL (see a doctor)',
    },
    tg_fasting_guidance: {
      ja: '空腹時中性脂肪{min_tg_fasting}以上（保健指導）',
      en: 'fasting triglycerides ≥{min_tg_fasting} mg/dL (guidance)',
    },
    tg_casual_referral: {
      ja: '随時中性脂肪{see_tg_casual}以上（受診勧奨）',
      en: 'casual triglycerides ≥{see_tg_casual} mg/dL (see a doctor)',
    },
    tg_casual_guidance: {
      ja: '随時中性脂肪{min_tg_casual}以上（保健指導）',
      en: 'casual triglycerides ≥{min_tg_casual} mg/dL (guidance)',
    },
    hdl_referral: {
      ja: 'HDL {see_below_hdl}未満（受診勧奨）',
      en: 'HDL <{see_below_hdl} mg/dL (see a doctor)',
    },
    hdl_guidance: { ja: 'HDL {below_hdl}未満（保健指導）', en: 'HDL <{below_hdl} mg/dL (guidance)' },
    ldl_referral: { ja: 'LDL {see_ldl}以上（受診勧奨）', en: 'LDL ≥{see_ldl} mg/dL (see a doctor)' },
    ldl_guidance: { ja: 'LDL {min_ldl}以上（保健指導）', en: 'LDL ≥{min_ldl} mg/dL (guidance)' },
    non_hdl_referral: {
      ja: 'non-HDL {see_non_hdl}以上（受診勧奨）',
      en: 'non-HDL ≥{see_non_hdl} mg/dL (see a doctor)',
    },
    non_hdl_guidance: {
      ja: 'non-HDL {min_non_hdl}以上（保健指導）',
      en: 'non-HDL ≥{min_non_hdl} mg/dL (guidance)',
    },
    fpg_referral: {
      ja: '空腹時血糖{see_fpg}以上（受診勧奨）',
      en: 'fasting glucose ≥{see_fpg} mg/dL (see a doctor)',
    },
    fpg_guidance: {
      ja: '空腹時血糖{min_fpg}以上（保健指導）',
      en: 'fasting glucose ≥{min_fpg} mg/dL (guidance)',
    },
    hba1c_referral: { ja: 'HbA1c {see_hba1c}以上（受診勧奨）', en: 'HbA1c ≥{see_hba1c}% (see a doctor)' },
    hba1c_guidance: { ja: 'HbA1c {min_hba1c}以上（保健指導）', en: 'HbA1c ≥{min_hba1c}% (guidance)' },
    casual_glucose_referral: {
      ja: '随時血糖{see_casual_glucose}以上（受診勧奨）',
      en: 'casual glucose ≥{see_casual_glucose} mg/dL (see a doctor)',
    },
    casual_glucose_guidance: {
      ja: '随時血糖{min_casual_glucose}以上（保健指導）',
      en: 'casual glucose ≥{min_casual_glucose} mg/dL (guidance)',
    },
    ast_referral: { ja: 'AST {see_ast}以上（受診勧奨）', en: 'AST ≥{see_ast} U/L (see a doctor)' },
    ast_guidance: { ja: 'AST {min_ast}以上（保健指導）', en: 'AST ≥{min_ast} U/L (guidance)' },
    alt_referral: { ja: 'ALT {see_alt}以上（受診勧奨）', en: 'ALT ≥{see_alt} U/L (see a doctor)' },
    alt_guidance: { ja: 'ALT {min_alt}以上（保健指導）', en: 'ALT ≥{min_alt} U/L (guidance)' },
    gamma_gt_referral: {
      ja: 'γ-GT{see_gamma_gt}以上（受診勧奨）',
      en: 'γ-GT ≥{see_gamma_gt} U/L (see a doctor)',
    },
    gamma_gt_guidance: {
      ja: 'γ-GT{min_gamma_gt}以上（保健指導）',
      en: 'γ-GT ≥{min_gamma_gt} U/L (guidance)',
    },
    egfr_referral: {
      ja: 'eGFR {see_below_egfr}未満（受診勧奨）',
      en: 'eGFR <{see_below_egfr} (see a doctor)',
    },
    egfr_guidance: { ja: 'eGFR {below_egfr}未満（保健指導）', en: 'eGFR <{below_egfr} (guidance)' },
    hemoglobin_referral: {
      ja: 'ヘモグロビン 男性{see_low_hemoglobin_male}・女性{see_low_hemoglobin_female}以下（受診勧奨）',
      en: 'hemoglobin ≤{see_low_hemoglobin_male} (man), ≤{see_low_hemoglobin_female} g/dL (woman) (see a doctor)',
    },
    hemoglobin_guidance: {
      ja: 'ヘモグロビン 男性{low_hemoglobin_male}・女性{low_hemoglobin_female}以下（保健指導）',
      en: 'hemoglobin ≤{low_hemoglobin_male} (man), ≤{low_hemoglobin_female} g/dL (woman) (guidance)',
    },
    urine_protein_referral: {
      ja: '尿蛋白 1+ 以上（受診勧奨）',
      en: 'urine protein 1+ or more (see a doctor)',
    },
    urine_protein_guidance: { ja: '尿蛋白 ±（保健指導）', en: 'urine protein ± (guidance)' },
    sbp_once: {
      ja: '収縮期血圧{once_sbp}以上（すぐに受診）',
      en: 'systolic pressure ≥{once_sbp} mmHg (see a doctor at once)',
    },
    dbp_once: {
      ja: '拡張期血圧{once_dbp}以上（すぐに受診）',
      en: 'diastolic pressure ≥{once_dbp} mmHg (see a doctor at once)',
    },
    tg_once: {
      ja: '中性脂肪{once_tg}以上（すぐに受診）',
      en: 'triglycerides ≥{once_tg} mg/dL (see a doctor at once)',
    },
    ldl_once: { ja: 'LDL {once_ldl}以上（すぐに受診）', en: 'LDL ≥{once_ldl} mg/dL (see a doctor at once)' },
    all_within: { ja: '測った項目はどれも基準の範囲内', en: 'all that was measured is within the limits' },
    some_missing: {
      ja: '測っていない項目がある（測った項目だけで判定）',
      en: 'some items were not measured (judged by the others)',
    },
    nothing_measured: { ja: '判定できる値がない', en: 'no value to judge' },
  },
  unconfirmed: {
    hemoglobin_edge_counts: {
      ja: 'ヘモグロビンは境の値ちょうどを「以下」として数えます（「未満」とする資料もあります）',
      en: 'hemoglobin exactly at the limit counts as low (some papers say below the limit)',
    },
    see_urine_protein: {
      ja: '尿蛋白は 1+ 以上を受診勧奨とします（確かめた資料は1つだけです）',
      en: 'urine protein from 1+ means a doctor (found in one source only)',
    },
    once_ldl: {
      ja: 'LDL 180以上を「すぐに受診」とします（公的な資料では未確認です）',
      en: 'LDL from 180 means at once (not found in an official paper)',
    },
    once_tg: {
      ja: '中性脂肪 500以上を「すぐに受診」とします（確かめた資料は1つだけです）',
      en: 'triglycerides from 500 mean at once (found in one source only)',
    },
  },
});
