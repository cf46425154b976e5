import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '健診を受けた月', en: 'Month of the checkup' },
  question: { ja: '健診はいつ受けられているか', en: 'When are checkups taken?' },
  method: {
    ja: '特定健診の受診者（「特定健診の受診」と同じ人）を、その年度に健診を受けた月で数えます。年度に2回以上受けた人は1回だけ、検査項目のそろった健診（なければ最初の健診）の月に数えます。',
    en: 'Persons examined (the same as in “Checkup participation”) by the month of their checkup; whoever had several counts once, by the complete one (else the first).',
  },
  purpose: 'checkup-analysis',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    exam_month: { title: { ja: '受診した月', en: 'Month' }, list: 'exam-month' },
  },
  tables: [['exam_month']],
  measures: {
    examined: {
      kind: 'persons',
      title: { ja: '健診受診者数', en: 'Persons examined' },
      unit: { ja: '人', en: 'persons' },
      column: 'examined',
      quantity: 'checkup_examined',
    },
    share: {
      kind: 'ratio',
      title: { ja: '年度の受診者に占める割合', en: "Share of the year's persons examined" },
      unit: { ja: '%', en: '%' },
      numerator: 'examined',
      denominator: 'examined',
      scale: 100,
      decimals: 1,
      denominatorAt: ['exam_month'],
    },
  },
});
