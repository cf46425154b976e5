import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: {
    ja: '動機付け支援相当（2年連続の積極的支援）',
    en: 'guidance like motivational in a second intensive year',
  },
  source: {
    ja: '標準的な健診・保健指導プログラム（令和6年度版・平成30年度版）の2年連続して積極的支援に該当した者の扱い',
    en: 'national programme of checkups and guidance (editions of fiscal 2024 and 2018), second year of intensive guidance',
  },
  input: {
    /** Level of this year and of the year before. */
    support_level: 'text',
    last_level: 'text',
    /** Guidance of the year before was completed. */
    last_completed: 'boolean',
    waist_cm: 'double',
    weight_kg: 'double',
    last_bmi: 'double',
    last_waist_cm: 'double',
    last_weight_kg: 'double',
  },
  parameters: {
    obese_bmi: 'double',
    lean_cm: 'double',
    lean_kg: 'double',
    obese_cm: 'double',
    obese_kg: 'double',
  },
  levels: {
    equivalent: { ja: '動機付け支援相当でよい', en: 'guidance like motivational will do' },
    full: { ja: '通常の支援', en: 'ordinary guidance' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: { missing: { ja: '判定に必要な値がない', en: 'a value needed is missing' } },
  reasons: {
    not_intensive: {
      ja: '2年続けて積極的支援ではない',
      en: 'not intensive in both years',
    },
    not_completed: { ja: '前年度の保健指導が終了していない', en: 'guidance of last year was not completed' },
    lean_loss: {
      ja: '前年度のBMI {obese_bmi}未満、腹囲{lean_cm}cm・体重{lean_kg}kg以上の減少',
      en: 'BMI <{obese_bmi} last year, waist −{lean_cm} cm and weight −{lean_kg} kg',
    },
    obese_loss: {
      ja: '前年度のBMI {obese_bmi}以上、腹囲{obese_cm}cm・体重{obese_kg}kg以上の減少',
      en: 'BMI ≥{obese_bmi} last year, waist −{obese_cm} cm and weight −{obese_kg} kg',
    },
    no_loss: { ja: '腹囲・体重の減少が足りない', en: 'waist and weight have not gone down enough' },
    missing_level: { ja: '今年度か前年度の区分がない', en: 'level of this or last year missing' },
    missing_bmi: { ja: '前年度のBMIがない', en: 'BMI of last year missing' },
    missing_loss: { ja: '腹囲・体重の変化が分からない', en: 'change of waist and weight not known' },
    missing_completion: {
      ja: '前年度の保健指導の終了が分からない',
      en: 'not known whether guidance was completed last year',
    },
  },
  unconfirmed: {
    obese_bmi: {
      ja: 'BMI は前年度の値で分けます（公的な資料では未確認です）',
      en: 'the BMI of the year before decides (not found in an official paper)',
    },
    lean_cm: {
      ja: 'BMI 30未満は腹囲1.0cm・体重1.0kg以上の減少とします（公的な資料では未確認です）',
      en: 'below BMI 30 a loss of 1.0 cm and 1.0 kg is wanted (not found in an official paper)',
    },
    obese_cm: {
      ja: 'BMI 30以上は腹囲2.0cm・体重2.0kg以上の減少とします（公的な資料では未確認です）',
      en: 'from BMI 30 a loss of 2.0 cm and 2.0 kg is wanted (not found in an official paper)',
    },
  },
});
