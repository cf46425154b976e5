import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: '特定保健指導の階層化', en: 'levels of specific health guidance' },
  source: {
    ja: '標準的な健診・保健指導プログラム（令和6年度版・平成30年度版）、高齢者の医療の確保に関する法律による実施基準',
    en: 'national programme of checkups and guidance (editions of fiscal 2024 and 2018)',
  },
  input: {
    sex: 'text',
    /** Age at the end of the fiscal year (年度末年齢). */
    age: 'integer',
    /** On the day of the checkup: whoever turns 75 after it is judged like those of 65 to 74. */
    age_on_day: 'integer',
    waist_cm: 'double',
    visceral_fat_cm2: 'double',
    bmi: 'double',
    height_cm: 'double',
    weight_kg: 'double',
    fpg: 'double',
    hba1c: 'double',
    casual_glucose: 'double',
    tg_fasting: 'double',
    tg_casual: 'double',
    hdl: 'double',
    sbp: 'double',
    dbp: 'double',
    /** fasting (10 hours or more since the meal), between, after (less than 3.5 hours). */
    meal_time: 'text',
    /** current, former or no. */
    smoking: 'text',
    medication_bp: 'boolean',
    medication_glucose: 'boolean',
    medication_lipid: 'boolean',
  },
  parameters: {
    age_from: 'integer',
    age_to: 'integer',
    age_capped_from: 'integer',
    min_waist_male: 'double',
    min_waist_female: 'double',
    min_visceral_fat: 'double',
    /** Visceral fat stands in for the waist; else either of them will do. */
    fat_overrides_waist: 'boolean',
    min_bmi: 'double',
    min_fpg: 'double',
    min_hba1c: 'double',
    min_casual_glucose: 'double',
    min_tg_fasting: 'double',
    min_tg_casual: 'double',
    below_hdl: 'double',
    min_sbp: 'double',
    min_dbp: 'double',
  },
  levels: {
    intensive: { ja: '積極的支援', en: 'intensive' },
    motivational: { ja: '動機付け支援', en: 'motivational' },
    information: { ja: '情報提供', en: 'information' },
    excluded: { ja: '対象外', en: 'excluded' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: {
    age: {
      ja: '年度末の年齢が{age_from}〜{age_to}歳でない',
      en: 'not aged {age_from}–{age_to} at the end of the fiscal year',
    },
    medication: { ja: '服薬中（血圧・血糖・脂質）', en: 'on medicine for pressure, glucose or lipids' },
    missing: { ja: '判定に必要な値がない', en: 'a value needed is missing' },
  },
  reasons: {
    visceral_fat: {
      ja: '内臓脂肪面積{min_visceral_fat}cm²以上',
      en: 'visceral fat ≥{min_visceral_fat} cm²',
    },
    waist_male: { ja: '腹囲{min_waist_male}cm以上（男性）', en: 'waist ≥{min_waist_male} cm (man)' },
    waist_female: { ja: '腹囲{min_waist_female}cm以上（女性）', en: 'waist ≥{min_waist_female} cm (woman)' },
    bmi: { ja: 'BMI {min_bmi}以上', en: 'BMI ≥{min_bmi}' },
    lean: { ja: '腹囲とBMIが基準に達しない', en: 'waist and BMI below the limits' },
    fpg: { ja: '空腹時血糖{min_fpg}以上', en: 'fasting glucose ≥{min_fpg} mg/dL' },
    hba1c: { ja: 'HbA1c {min_hba1c}以上', en: 'HbA1c ≥{min_hba1c}%' },
    casual_glucose: {
      ja: '随時血糖{min_casual_glucose}以上',
      en: 'casual glucose ≥{min_casual_glucose} mg/dL',
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
    sbp: { ja: '収縮期血圧{min_sbp}以上', en: 'systolic pressure ≥{min_sbp} mmHg' },
    dbp: { ja: '拡張期血圧{min_dbp}以上', en: 'diastolic pressure ≥{min_dbp} mmHg' },
    smoking: { ja: '喫煙', en: 'smoker' },
    no_risk: { ja: '血糖・脂質・血圧が基準に達しない', en: 'glucose, lipids and pressure below the limits' },
    capped: {
      ja: '{age_capped_from}歳以上は動機付け支援まで',
      en: 'motivational at most from the age of {age_capped_from}',
    },
    age_outside: {
      ja: '年度末の年齢が{age_from}〜{age_to}歳でない',
      en: 'not aged {age_from}–{age_to} at the end of the fiscal year',
    },
    medication_bp: { ja: '血圧の薬を服用中', en: 'on medicine for blood pressure' },
    medication_glucose: {
      ja: '血糖の薬を服用中（インスリンを含む）',
      en: 'on medicine for glucose or insulin',
    },
    medication_lipid: { ja: '脂質の薬を服用中', en: 'on medicine for lipids' },
    missing_sex: { ja: '性別がない', en: 'sex missing' },
    missing_age: { ja: '年齢がない', en: 'age missing' },
    missing_waist: { ja: '腹囲と内臓脂肪面積がない', en: 'waist and visceral fat missing' },
    missing_bmi: { ja: 'BMIがない', en: 'BMI missing' },
    missing_glucose: { ja: '血糖の値がない', en: 'glucose missing' },
    missing_lipid: { ja: '脂質の値がない', en: 'lipids missing' },
    missing_blood_pressure: { ja: '血圧の値がない', en: 'blood pressure missing' },
    missing_smoking: { ja: '喫煙の回答がない', en: 'answer on smoking missing' },
    missing_medication: { ja: '服薬の回答がない', en: 'answer on medicine missing' },
  },
  unconfirmed: {
    fat_overrides_waist: {
      ja: '内臓脂肪面積があるとき、腹囲は見ません（両方を「または」で見る読み方もあります）',
      en: 'where visceral fat was measured the waist is not looked at (it could also be: either of them)',
    },
  },
});
