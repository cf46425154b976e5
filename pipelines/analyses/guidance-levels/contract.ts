import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: 'メタボ判定と保健指導レベル', en: 'Metabolic syndrome and guidance levels' },
  question: {
    ja: 'メタボと特定保健指導の対象者はどれだけいるか',
    en: 'How many have metabolic syndrome or are due for health guidance?',
  },
  method: {
    ja: '評価対象者（特定健診の対象者のうち健診を受け、メタボ判定と保健指導レベルが決まる人）を、国の基準（標準的な健診・保健指導プログラム）で計算したメタボリックシンドローム判定と保健指導レベルで分けます。健診機関が付けた判定は使いません。健診のあとで服薬中と分かった人は「服薬中のため対象外」です。年齢は年度末（3月31日）の満年齢です。',
    en: 'Persons assessed (those of the target population of the specific health checkup who were examined and whose judgements are decided), by metabolic syndrome and by level of health guidance as computed by the national rules, not as delivered. Whoever was found to take medicine after the checkup counts as under medicine. Age at the end of the fiscal year (31 March).',
  },
  purpose: 'guidance-analysis',
  classes: ['eligibility', 'checkup', 'guidance'],
  period: 'fiscal-year',
  dimensions: {
    level: { title: { ja: '保健指導レベル', en: 'Guidance level' }, list: 'guidance-level' },
    need: { title: { ja: '特定保健指導', en: 'Health guidance' }, list: 'guidance-need' },
    metabolic: { title: { ja: 'メタボ判定', en: 'Metabolic syndrome' }, list: 'metabolic' },
    metabolic_risk: { title: { ja: 'メタボ（2区分）', en: 'Metabolic risk' }, list: 'metabolic-risk' },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
    age_band: { title: { ja: '年齢', en: 'Age' }, list: 'checkup-age-band' },
  },
  tables: [
    ['level', 'need'],
    ['level', 'sex'],
    ['level', 'age_band'],
    ['need', 'sex'],
    ['need', 'age_band'],
    ['metabolic', 'metabolic_risk'],
    ['metabolic', 'sex'],
  ],
  measures: {
    assessed: {
      kind: 'persons',
      title: { ja: '評価対象者数', en: 'Persons assessed' },
      unit: { ja: '人', en: 'persons' },
      column: 'assessed',
      quantity: 'guidance_assessed',
    },
    share: {
      kind: 'ratio',
      title: { ja: '評価対象者に占める割合', en: 'Share of those assessed' },
      unit: { ja: '%', en: '%' },
      numerator: 'assessed',
      denominator: 'assessed',
      scale: 100,
      decimals: 1,
      denominatorAt: ['level', 'need', 'metabolic', 'metabolic_risk'],
    },
  },
});
