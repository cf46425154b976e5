import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '1年での改善', en: 'Improvement over a year' },
  question: {
    ja: '前の年度に課題のあった人は、よくなったか',
    en: 'Have those with a problem last year improved?',
  },
  method: {
    ja: '前の年度とこの年度の両方で健診を受けた、この年度末に41〜74歳の人のうち、前の年度に当てはまった人を分母に、この年度に当てはまらなくなった人を数えます。保健指導: 前の年度の健診で特定保健指導の初回面接を受けた人のうち、対象でなくなった人（服薬を始めた人を含みます）。肥満: 腹囲かBMIが保健指導判定値だった人のうち、どちらも基準の範囲になった人。血圧・血糖・脂質: 受診勧奨判定値だった人のうち、その分野のどの値も受診勧奨判定値でなくなった人（服薬の有無は問いません）。この年度に測っていない値がある人は含みません。値は1年ごとに自然に上下するため、改善のすべてが取り組みの効果ではありません。',
    en: 'Members aged 41–74 at the end of the year with a checkup in both years: of those with the problem in the year before, who no longer has it. Guidance: had a first interview based on the checkup of the year before and is no longer due (those who started medicine included). Obesity: waist or BMI at its limit, now both within. Pressure, glucose, lipids: at the limit for seeing a doctor, now no value of the field is (with or without medicine). Whoever was not measured again is left out. Values move up and down by themselves from year to year: not all improvement is an effect of a programme.',
  },
  purpose: 'guidance-analysis',
  classes: ['eligibility', 'checkup', 'guidance'],
  period: 'fiscal-year',
  dimensions: {
    change: { title: { ja: '変化', en: 'Change' }, list: 'checkup-change', total: false, overlapping: true },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
  },
  tables: [['change', 'sex']],
  measures: {
    before: {
      kind: 'persons',
      title: { ja: '前年度に当てはまった人数', en: 'Persons with it in the year before' },
      unit: { ja: '人', en: 'persons' },
      column: 'before',
      quantity: 'change_before',
    },
    improved: {
      kind: 'persons',
      title: { ja: '改善した人数', en: 'Persons improved' },
      unit: { ja: '人', en: 'persons' },
      column: 'improved',
      quantity: 'change_improved',
      of: 'before',
    },
    improved_rate: {
      kind: 'ratio',
      title: { ja: '改善した人の割合', en: 'Share improved' },
      unit: { ja: '%', en: '%' },
      numerator: 'improved',
      denominator: 'before',
      scale: 100,
      decimals: 1,
    },
  },
});
