import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '特定保健指導の実施率', en: 'Completion of health guidance' },
  question: {
    ja: '特定保健指導は、だれに届いているか',
    en: 'Whom does health guidance reach?',
  },
  method: {
    ja: '「特定保健指導の進み具合」と同じ対象者と終了者を、性別・本人と家族・事業所で分けます。実施率は、終了した人数÷対象者数です。健診の翌年度に終えた人も、健診の年度に数えます。事業所は、その年度の最後の加入月のものです。',
    en: 'Persons due and completed as in “Progress of health guidance”, by sex, insured or dependant, and employer. Completion is persons completed ÷ persons due. Whoever completed in the year after still counts in the year of the checkup. The employer is that of the last month of cover in the year.',
  },
  purpose: 'guidance-analysis',
  classes: ['eligibility', 'checkup', 'guidance'],
  period: 'fiscal-year',
  dimensions: {
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
    relation: { title: { ja: '本人・家族', en: 'Insured or dependant' }, list: 'relation' },
    unit: { title: { ja: '事業所', en: 'Employer' }, list: 'reporting-unit' },
  },
  tables: [['sex'], ['relation'], ['unit']],
  measures: {
    due: {
      kind: 'persons',
      title: { ja: '特定保健指導の対象者数', en: 'Persons due' },
      unit: { ja: '人', en: 'persons' },
      column: 'due',
      quantity: 'guidance_assessed',
      population: { need: 'due' },
    },
    completed: {
      kind: 'persons',
      title: { ja: '終了した人数', en: 'Persons completed' },
      unit: { ja: '人', en: 'persons' },
      column: 'completed',
      quantity: 'guidance_completed',
      of: 'due',
    },
    completion_rate: {
      kind: 'ratio',
      title: { ja: '特定保健指導の実施率', en: 'Completion of health guidance' },
      unit: { ja: '%', en: '%' },
      numerator: 'completed',
      denominator: 'due',
      scale: 100,
      decimals: 1,
    },
  },
});
