import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: 'メタボリックシンドローム判定', en: 'metabolic syndrome' },
  source: {
    ja: '標準的な健診・保健指導プログラム（令和6年度版・平成30年度版）のメタボリックシンドローム判定',
    en: 'metabolic syndrome of the national programme of checkups and guidance (editions of fiscal 2024 and 2018)',
  },
  input: {
    sex: 'text',
    waist_cm: 'double',
    visceral_fat_cm2: 'double',
    fpg: 'double',
    casual_glucose: 'double',
    hba1c: 'double',
    tg_fasting: 'double',
    tg_casual: 'double',
    hdl: 'double',
    sbp: 'double',
    dbp: 'double',
    /** fasting (10 hours or more since the meal), between, after (less than 3.5 hours). */
    meal_time: 'text',
    medication_bp: 'boolean',
    medication_glucose: 'boolean',
    medication_lipid: 'boolean',
  },
  parameters: {
    min_waist_male: 'double',
    min_waist_female: 'double',
    min_visceral_fat: 'double',
    /** Visceral fat stands in for the waist; else either of them will do. */
    fat_overrides_waist: 'boolean',
    min_fpg: 'double',
    min_casual_glucose: 'double',
    min_hba1c: 'double',
    /** HbA1c is looked at only where neither fasting nor casual glucose was measured. */
    hba1c_only_if_no_glucose: 'boolean',
    min_tg_fasting: 'double',
    /** Empty: casual triglycerides do not count. */
    min_tg_casual: 'double',
    below_hdl: 'double',
    min_sbp: 'double',
    min_dbp: 'double',
  },
  levels: {
    present: { ja: '基準該当', en: 'metabolic syndrome' },
    borderline: { ja: '予備群該当', en: 'borderline' },
    absent: { ja: '非該当', en: 'neither' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: { missing: { ja: '判定に必要な値がない', en: 'a value needed is missing' } },
  reasons: {
    visceral_fat: {
      ja: '内臓脂肪面積{min_visceral_fat}cm²以上',
      en: 'visceral fat ≥{min_visceral_fat} cm²',
    },
    waist_male: { ja: '腹囲{min_waist_male}cm以上（男性）', en: 'waist ≥{min_waist_male} cm (man)' },
    waist_female: { ja: '腹囲{min_waist_female}cm以上（女性）', en: 'waist ≥{min_waist_female} cm (woman)' },
    lean: { ja: '腹囲が基準に達しない', en: 'waist below the limit' },
    fpg: { ja: '空腹時血糖{min_fpg}以上', en: 'fasting glucose ≥{min_fpg} mg/dL' },
    casual_glucose: {
      ja: '随時血糖{min_casual_glucose}以上',
      en: 'casual glucose ≥{min_casual_glucose} mg/dL',
    },
    hba1c: { ja: 'HbA1c {min_hba1c}以上', en: 'HbA1c ≥{min_hba1c}%' },
    medication_glucose: {
      ja: '血糖の薬を服用中（インスリンを含む）',
      en: 'on medicine for glucose or insulin',
    },
    tg_fasting: {
      ja: '空腹時中性脂肪{min_tg_fasting}以上',
      en: 'fasting triglycerides ≥{min_tg_fasting} mg/dL',
    },
    tg_casual: {
      ja: '随時中性脂肪{min_tg_casual}以上',
      en: 'casual triglycerides ≥{min_tg_casual} mg/dL',
    },
    hdl: { ja: 'HDL {below_hdl}未満', en: 'HDL <{below_hdl} mg/dL' },
    medication_lipid: { ja: '脂質の薬を服用中', en: 'on medicine for lipids' },
    sbp: { ja: '収縮期血圧{min_sbp}以上', en: 'systolic pressure ≥{min_sbp} mmHg' },
    dbp: { ja: '拡張期血圧{min_dbp}以上', en: 'diastolic pressure ≥{min_dbp} mmHg' },
    medication_bp: { ja: '血圧の薬を服用中', en: 'on medicine for blood pressure' },
    no_risk: { ja: '血糖・脂質・血圧が基準に達しない', en: 'glucose, lipids and pressure below the limits' },
    missing_sex: { ja: '性別がない', en: 'sex missing' },
    missing_waist: { ja: '腹囲と内臓脂肪面積がない', en: 'waist and visceral fat missing' },
    missing_glucose: {
      ja: '血糖の値か服薬の回答がない',
      en: 'glucose or the answer on its medicine missing',
    },
    missing_lipid: { ja: '脂質の値か服薬の回答がない', en: 'lipids or the answer on their medicine missing' },
    missing_blood_pressure: {
      ja: '血圧の値か服薬の回答がない',
      en: 'blood pressure or the answer on its medicine missing',
    },
  },
  unconfirmed: {
    fat_overrides_waist: {
      ja: '内臓脂肪面積と腹囲は、どちらかが基準以上なら該当とします（面積を先に見る読み方もあります）',
      en: 'visceral fat or waist at the limit will do (it could also be: visceral fat first)',
    },
    hba1c_only_if_no_glucose: {
      ja: 'HbA1c は、空腹時血糖も随時血糖もないときだけ見ます（「または」で見る読み方もあります）',
      en: 'HbA1c is looked at only without any glucose (it could also be: either of them)',
    },
    min_tg_casual: {
      ja: '随時中性脂肪は175以上とします（150以上とする読み方もあります）',
      en: 'casual triglycerides count from 175 (it could also be 150)',
    },
  },
});
