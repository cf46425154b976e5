import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: '糖尿病性腎症の病期', en: 'stage of diabetic nephropathy' },
  source: {
    ja: '糖尿病性腎症病期分類2023、糖尿病性腎症重症化予防プログラム（令和6年版）',
    en: 'stages of diabetic nephropathy (2023), national programme against diabetic kidney disease (2024 edition)',
  },
  input: {
    sex: 'text',
    /** Age at the end of the fiscal year (年度末年齢). */
    age: 'integer',
    /** Age on the day of the checkup, for eGFR; else the other one stands in for it. */
    age_on_day: 'integer',
    /** Under care for diabetes, or was. */
    diabetes: 'boolean',
    medication_glucose: 'boolean',
    fpg: 'double',
    casual_glucose: 'double',
    hba1c: 'double',
    /** fasting (10 hours or more since the meal), between, after (less than 3.5 hours). */
    meal_time: 'text',
    creatinine: 'double',
    egfr: 'double',
    /** Albumin (mg) and protein (g) per gram of creatinine in urine. */
    acr: 'double',
    pcr: 'double',
    /** 1 − 2 ± 3 1+ 4 2+ 5 3+ */
    urine_protein: 'smallint',
    /** Dialysis or a kidney transplant. */
    kidney_replacement: 'boolean',
  },
  parameters: {
    min_fpg: 'double',
    min_casual_glucose: 'double',
    min_hba1c: 'double',
    below_stage_4_egfr: 'double',
    min_stage_2_acr: 'double',
    min_stage_3_acr: 'double',
    min_stage_3_pcr: 'double',
    min_stage_3_strip: 'integer',
  },
  levels: {
    'stage-1': { ja: '第1期（正常アルブミン尿期）', en: 'stage 1 (normal albumin)' },
    'stage-2': { ja: '第2期（微量アルブミン尿期）', en: 'stage 2 (microalbuminuria)' },
    'stage-3': { ja: '第3期（顕性アルブミン尿期）', en: 'stage 3 (overt albuminuria)' },
    'stage-4': { ja: '第4期（GFR高度低下・末期腎不全期）', en: 'stage 4 (severely low GFR)' },
    'stage-5': { ja: '第5期（腎代替療法期）', en: 'stage 5 (kidney replacement)' },
    excluded: { ja: '対象外', en: 'excluded' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: {
    no_diabetes: { ja: '糖尿病でない', en: 'no diabetes' },
    missing: { ja: '判定に必要な値がない', en: 'a value needed is missing' },
  },
  reasons: {
    diabetes: { ja: '糖尿病の診療がある', en: 'under care for diabetes' },
    medication_glucose: {
      ja: '血糖の薬を服用中（インスリンを含む）',
      en: 'on medicine for glucose or insulin',
    },
    fpg: { ja: '空腹時血糖{min_fpg}以上', en: 'fasting glucose ≥{min_fpg} mg/dL' },
    casual_glucose: {
      ja: '随時血糖{min_casual_glucose}以上',
      en: 'casual glucose ≥{min_casual_glucose} mg/dL',
    },
    hba1c: { ja: 'HbA1c {min_hba1c}以上', en: 'HbA1c ≥{min_hba1c}%' },
    no_diabetes: { ja: '糖尿病を示すものがない', en: 'nothing shows diabetes' },
    missing_diabetes: { ja: '糖尿病かどうかが分からない', en: 'not known whether there is diabetes' },
    kidney_replacement: { ja: '透析または腎移植', en: 'dialysis or a transplant' },
    replacement_unstated: {
      ja: '透析・腎移植の有無が書かれていない',
      en: 'not said whether there is dialysis or a transplant',
    },
    low_egfr: { ja: 'eGFR {below_stage_4_egfr}未満', en: 'eGFR <{below_stage_4_egfr}' },
    egfr_computed: { ja: 'eGFR は血清クレアチニンから計算', en: 'eGFR computed from creatinine' },
    acr_1: {
      ja: '尿アルブミン {min_stage_2_acr}mg/gCr未満',
      en: 'urine albumin <{min_stage_2_acr} mg/gCr',
    },
    acr_2: {
      ja: '尿アルブミン {min_stage_2_acr}以上{min_stage_3_acr}mg/gCr未満',
      en: 'urine albumin ≥{min_stage_2_acr}, <{min_stage_3_acr} mg/gCr',
    },
    acr_3: {
      ja: '尿アルブミン {min_stage_3_acr}mg/gCr以上',
      en: 'urine albumin ≥{min_stage_3_acr} mg/gCr',
    },
    pcr_3: { ja: '尿蛋白 {min_stage_3_pcr}g/gCr以上', en: 'urine protein ≥{min_stage_3_pcr} g/gCr' },
    strip_3: { ja: '尿蛋白の試験紙が 1+ 以上', en: 'urine strip 1+ or more' },
    missing_egfr: { ja: 'eGFR がない', en: 'eGFR missing' },
    missing_albumin: {
      ja: '尿アルブミンがない（試験紙では第1期と第2期を分けられない）',
      en: 'urine albumin missing (a strip cannot tell stage 1 from 2)',
    },
  },
  unconfirmed: {
    min_stage_3_strip: {
      ja: '試験紙は 1+ 以上を第3期とします（± からとする広げ方もあります）',
      en: 'a strip of 1+ or more is taken for stage 3 (some widen it to ±)',
    },
  },
});
