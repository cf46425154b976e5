import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '特定健診の受診', en: 'Checkup participation' },
  question: { ja: '対象者のどれだけが健診を受けたか', en: 'How many of those entitled had their checkup?' },
  method: {
    ja: '対象者は、年度末（3月31日）に40〜74歳で、4月1日から3月31日まで途切れずに加入し、妊産婦・長期入院などの除外者一覧にない人です（実施率の分母）。受診者は、対象者のうちその年度に健診結果が1件以上届いた人です。検査項目の不足は見ていないため、法定報告の実施率より高くなることがあります。',
    en: 'Entitled: persons aged 40–74 on 31 March at the end of the year who were members on every day of it and are not on the list of exclusions, such as pregnancy or a long stay in hospital (denominator of the official rate). Examined: those of them with at least one checkup result in the year. Missing items are not looked at, so the rate may be above the statutory one.',
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
