import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '健診の有所見', en: 'Checkup findings' },
  question: {
    ja: '健診のどの検査で、基準を超える人が多いか',
    en: 'Which values are beyond their limits most often?',
  },
  method: {
    ja: '年度末に40〜74歳で、その年度に健診を受けた人の1回の健診（検査項目のそろったもの、なければ最初のもの）の値を、健診の日に有効な保健指導判定値・受診勧奨判定値と1項目ずつ比べます（標準的な健診・保健指導プログラム）。有所見は、保健指導判定値に達した人（受診勧奨判定値に達した人を含む）です。分母は、その検査の値がある人です。腎機能（eGFR）と尿蛋白は「慢性腎臓病（CKD）の重症度」に載せています。服薬の有無は考慮していません。',
    en: 'One checkup of the year (the complete one, else the first) of members aged 40–74 at its end, item by item against the limits in force on the day of the checkup (national programme of checkups and guidance). A finding is a value at or beyond the limit for guidance, those at or beyond the limit for seeing a doctor included. The base are those with a value. Kidney function (eGFR) and urine protein are in “Severity of chronic kidney disease”. Medication is not considered.',
  },
  purpose: 'checkup-analysis',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    item: { title: { ja: '検査', en: 'Item' }, list: 'finding-item', total: false, overlapping: true },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
    age_group: { title: { ja: '年齢', en: 'Age' }, list: 'checkup-age-group' },
  },
  tables: [
    ['item', 'sex'],
    ['item', 'age_group'],
  ],
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
      quantity: 'finding_found',
      of: 'measured',
    },
    found_rate: {
      kind: 'ratio',
      title: { ja: '有所見率', en: 'Share with a finding' },
      unit: { ja: '%', en: '%' },
      numerator: 'found',
      denominator: 'measured',
      scale: 100,
      decimals: 1,
    },
  },
});
