import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '特定保健指導の進み具合', en: 'Progress of health guidance' },
  question: {
    ja: '特定保健指導はどこまで進んだか',
    en: 'How far has health guidance come?',
  },
  method: {
    ja: '対象者は、評価対象者のうち積極的支援・動機付け支援と判定された人です（健診のあとで服薬中と分かった人を除きます）。初回面接は、その年度の健診をもとにした初回面接の記録がある人です。終了は、健診の日に有効な完了の要件（初回面接・最終評価、積極的支援はポイント）を満たした人で、動機付け支援相当で終えた人を含みます。途中でやめた人は終了に入りません。実施率は、終了した人数÷対象者数です。健診の翌年度に終えた人も、健診の年度に数えます。',
    en: 'Due: those assessed whose level is intensive or motivational (without those found to take medicine after the checkup). Interviewed: with the record of a first interview based on the checkup of the year. Completed: who met the requirements in force on the day of the checkup (first interview and final evaluation; points for the intensive level), those completing the equivalent of motivational guidance included. Drop-outs do not count as completed. Whoever completed in the year after still counts in the year of the checkup.',
  },
  purpose: 'guidance-analysis',
  classes: ['eligibility', 'checkup', 'guidance'],
  period: 'fiscal-year',
  dimensions: {
    level: { title: { ja: '保健指導レベル', en: 'Guidance level' }, list: 'guidance-course' },
  },
  tables: [['level']],
  measures: {
    due: {
      kind: 'persons',
      title: { ja: '特定保健指導の対象者数', en: 'Persons due' },
      unit: { ja: '人', en: 'persons' },
      column: 'due',
      quantity: 'guidance_assessed',
      population: { need: 'due' },
    },
    interviewed: {
      kind: 'persons',
      title: { ja: '初回面接を受けた人数', en: 'Persons interviewed' },
      unit: { ja: '人', en: 'persons' },
      column: 'interviewed',
      quantity: 'guidance_interviewed',
      of: 'due',
    },
    completed: {
      kind: 'persons',
      title: { ja: '終了した人数', en: 'Persons completed' },
      unit: { ja: '人', en: 'persons' },
      column: 'completed',
      quantity: 'guidance_completed',
      of: 'interviewed',
    },
    interview_rate: {
      kind: 'ratio',
      title: { ja: '初回面接を受けた人の割合', en: 'Share interviewed' },
      unit: { ja: '%', en: '%' },
      numerator: 'interviewed',
      denominator: 'due',
      scale: 100,
      decimals: 1,
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
