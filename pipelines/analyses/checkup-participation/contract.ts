import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '特定健診の受診', en: 'Checkup participation' },
  question: { ja: '対象者のどれだけが健診を受けたか', en: 'How many of those entitled had their checkup?' },
  method: {
    ja: '対象者は、年度末（3月31日）に40〜74歳で、その年度の12か月すべてに加入していた人です。受診者は、対象者のうちその年度に健診結果が1件以上届いた人です。妊産婦などの除外と検査項目の不足は考慮していないため、法定報告の実施率とは一致しません。',
    en: 'Entitled: persons aged 40–74 on 31 March at the end of the year who were members in all twelve months. Examined: those of them with at least one checkup result in the year. Exclusions (such as pregnancy) and missing items are not considered, so the rate differs from the statutory report.',
  },
  purpose: 'checkup-analysis',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    relation: { title: { ja: '本人・家族', en: 'Insured or dependant' }, list: 'relation' },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
    age_band: { title: { ja: '年齢', en: 'Age' }, list: 'checkup-age-band' },
    unit: { title: { ja: '事業所', en: 'Employer' }, list: 'reporting-unit' },
  },
  tables: [
    ['sex', 'age_band'],
    ['relation', 'age_band'],
    ['unit', 'relation'],
  ],
  measures: {
    target: {
      kind: 'persons',
      title: { ja: '対象者数', en: 'Entitled persons' },
      unit: { ja: '人', en: 'persons' },
      column: 'target',
      quantity: 'checkup_target',
    },
    examined: {
      kind: 'persons',
      title: { ja: '健診受診者数', en: 'Persons examined' },
      unit: { ja: '人', en: 'persons' },
      column: 'examined',
      quantity: 'checkup_examined',
      of: 'target',
    },
    participation_rate: {
      kind: 'ratio',
      title: { ja: '特定健診の受診率', en: 'Checkup participation' },
      unit: { ja: '%', en: '%' },
      numerator: 'examined',
      denominator: 'target',
      scale: 100,
      decimals: 1,
    },
  },
});
