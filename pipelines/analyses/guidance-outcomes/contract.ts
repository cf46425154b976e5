import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '特定保健指導の成果', en: 'Outcomes of health guidance' },
  question: {
    ja: '特定保健指導を終えた人は、何が変わったか',
    en: 'What changed for those who completed health guidance?',
  },
  method: {
    ja: '特定保健指導を終えた人（2024年度以降の健診をもとにした指導）のうち、最終評価で成果ありとされた人です。腹囲2cm・体重2kg減には、体重の割合で決まる目標に届いた人を含み、腹囲1cm・体重1kg減とは重なりません。習慣の改善は、最終評価で改善とされたものです。どれにも当てはまらない人は「成果の記録なし」です。1人が複数に当てはまることがあります。成果は指導の前後の比較で、指導を受けなかった人との比較ではありません。',
    en: 'Of those who completed health guidance based on checkups since fiscal 2024: who reached the outcome by the final evaluation. Waist −2 cm and weight −2 kg includes those who reached the goal set as a share of their weight; whoever counts there does not count under −1 cm and −1 kg. Habits as evaluated at the end. Whoever has none of them counts as without an outcome on record. One person may count under several outcomes. Before and after are compared, not persons with and without guidance.',
  },
  purpose: 'guidance-analysis',
  classes: ['eligibility', 'checkup', 'guidance'],
  period: 'fiscal-year',
  dimensions: {
    outcome: {
      title: { ja: '成果', en: 'Outcome' },
      list: 'guidance-outcome',
      overlapping: true,
    },
  },
  tables: [['outcome']],
  measures: {
    completed: {
      kind: 'persons',
      title: { ja: '終了した人数', en: 'Persons completed' },
      unit: { ja: '人', en: 'persons' },
      column: 'completed',
      quantity: 'guidance_completed',
    },
    share: {
      kind: 'ratio',
      title: { ja: '成果のあった人の割合', en: 'Share with the outcome' },
      unit: { ja: '%', en: '%' },
      numerator: 'completed',
      denominator: 'completed',
      scale: 100,
      decimals: 1,
      denominatorAt: ['outcome'],
    },
  },
});
