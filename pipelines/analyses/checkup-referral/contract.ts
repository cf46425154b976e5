import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '受診がすすめられる値', en: 'Values to be seen by a doctor' },
  question: {
    ja: '医療機関に行くべき値の人は、どれだけいるか',
    en: 'How many have values that a doctor should see?',
  },
  method: {
    ja: '「健診の有所見」と同じ健診と検査で、受診勧奨判定値に達した人です（標準的な健診・保健指導プログラム）。分母は、その検査の値がある人です。治療中の人を含みます。腹囲・BMIには受診勧奨判定値がなく、HDLコレステロールも2024年度からはありません。',
    en: 'Of the checkups and items of “Checkup findings”, those at or beyond the limit for seeing a doctor (national programme of checkups and guidance). The base are those with a value; persons under care are included. Waist and BMI have no such limit, HDL none since fiscal 2024.',
  },
  purpose: 'checkup-analysis',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    item: { title: { ja: '検査', en: 'Item' }, list: 'finding-item', total: false, overlapping: true },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
  },
  tables: [['item', 'sex']],
  measures: {
    measured: {
      kind: 'persons',
      title: { ja: '検査値のある人数', en: 'Persons with a value' },
      unit: { ja: '人', en: 'persons' },
      column: 'measured',
      quantity: 'finding_measured',
    },
    found: {
      kind: 'persons',
      title: { ja: '有所見の人数', en: 'Persons with a finding' },
      unit: { ja: '人', en: 'persons' },
      column: 'found',
      // A part of those measured by checkup-findings.
      quantity: 'finding_found',
    },
    referred: {
      kind: 'persons',
      title: { ja: '受診勧奨判定値の人数', en: 'Persons to see a doctor' },
      unit: { ja: '人', en: 'persons' },
      column: 'referred',
      quantity: 'finding_referred',
      of: 'found',
    },
    referred_rate: {
      kind: 'ratio',
      title: { ja: '受診勧奨判定値の人の割合', en: 'Share to see a doctor' },
      unit: { ja: '%', en: '%' },
      numerator: 'referred',
      denominator: 'measured',
      scale: 100,
      decimals: 1,
    },
  },
});
