import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: '糖尿病が疑われ、受診のない人', en: 'suspected diabetes without a visit' },
  source: {
    ja: '糖尿病性腎症重症化予防プログラム（令和6年版）、標準的な健診・保健指導プログラム（令和6年度版）の受診勧奨判定値',
    en: 'national programme against diabetic kidney disease (2024 edition); referral limits of the national checkup programme (fiscal 2024 edition)',
  },
  input: {
    fpg: 'double',
    hba1c: 'double',
    /** Whether a receipt shows treatment within the window. */
    is_treated: 'boolean',
    as_of: 'date',
    /** Last day of care of which the claims were delivered. */
    care_known_to: 'date',
  },
  parameters: {
    min_hba1c: 'double',
    min_fpg: 'double',
    window_months: 'integer',
    lag_months: 'integer',
  },
  levels: {
    selected: { ja: '受診勧奨の対象', en: 'selected' },
    undecided: { ja: '確認待ち', en: 'undecided' },
    'already-treated': { ja: '受診済み', en: 'already treated' },
    'below-threshold': { ja: '基準に達しない', en: 'below the limits' },
    excluded: { ja: '対象外', en: 'excluded' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: {
    missing: { ja: '空腹時血糖もHbA1cもない', en: 'neither fasting glucose nor HbA1c' },
  },
  reasons: {
    hba1c: { ja: 'HbA1c {min_hba1c}以上', en: 'HbA1c ≥{min_hba1c}%' },
    fpg: { ja: '空腹時血糖{min_fpg}以上', en: 'fasting glucose ≥{min_fpg} mg/dL' },
    untreated: {
      ja: '健診後{window_months}か月に糖尿病のレセプトがない',
      en: 'no receipt for diabetes within {window_months} months after the checkup',
    },
    treated: {
      ja: '健診後{window_months}か月に糖尿病のレセプトがある',
      en: 'a receipt for diabetes within {window_months} months after the checkup',
    },
    waiting: {
      ja: '健診後{window_months}か月と請求の遅れ{lag_months}か月がまだ過ぎていない',
      en: '{window_months} months after the checkup and {lag_months} months for late claims are not over',
    },
    below: { ja: '空腹時血糖とHbA1cが基準に達しない', en: 'fasting glucose and HbA1c below the limits' },
    missing: { ja: '空腹時血糖もHbA1cもない', en: 'neither fasting glucose nor HbA1c' },
  },
  unconfirmed: {},
});
