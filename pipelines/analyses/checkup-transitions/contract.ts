import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '判定の移り変わり', en: 'How judgements change' },
  question: {
    ja: '前の年度の判定は、この年度にどう変わったか',
    en: 'How did last year’s judgements change?',
  },
  method: {
    ja: '前の年度とこの年度の両方で健診を受けた、この年度末に41〜74歳の人を、前の年度の保健指導レベル・メタボ判定と、この年度の判定の組み合わせで数えます。判定は各年度の健診の日に有効な国の基準で計算したものです。割合は、前の年度に同じ判定だった人を100とした値です。片方の年度だけ受けた人、どちらかの年度に判定できない人、前の年度末に40歳になっていない人は含みません。2023年度から2024年度には基準と質問票が変わっています。',
    en: 'Members aged 41–74 at the end of the year with a checkup in both the year before and this one, by guidance level and metabolic syndrome then and now, as computed by the rules in force on the day of each checkup. Shares are of those with the same judgement in the year before. Whoever was examined in one of the years only or undecidable in either is left out. Rules and questionnaire changed between fiscal 2023 and 2024.',
  },
  purpose: 'checkup-year-comparison',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    from_level: {
      title: { ja: '前年度の保健指導レベル', en: 'Guidance level, year before' },
      list: 'guidance-level',
    },
    to_level: {
      title: { ja: '今年度の保健指導レベル', en: 'Guidance level, this year' },
      list: 'guidance-level',
    },
    from_metabolic: {
      title: { ja: '前年度のメタボ判定', en: 'Metabolic syndrome, year before' },
      list: 'metabolic',
    },
    to_metabolic: {
      title: { ja: '今年度のメタボ判定', en: 'Metabolic syndrome, this year' },
      list: 'metabolic',
    },
  },
  tables: [
    ['from_level', 'to_level'],
    ['from_metabolic', 'to_metabolic'],
  ],
  measures: {
    persons: {
      kind: 'persons',
      title: { ja: '人数', en: 'Persons' },
      unit: { ja: '人', en: 'persons' },
      column: 'persons',
      quantity: 'checkup_pairs',
    },
    share: {
      kind: 'ratio',
      title: { ja: '前年度の判定ごとの割合', en: 'Share by last year’s judgement' },
      unit: { ja: '%', en: '%' },
      numerator: 'persons',
      denominator: 'persons',
      scale: 100,
      decimals: 1,
      denominatorAt: ['to_level', 'to_metabolic'],
    },
  },
});
