import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '加入者', en: 'Members' },
  question: { ja: '加入者はどんな人たちか', en: 'Who are our members?' },
  method: {
    ja: '加入者台帳から、各月の末日に資格のある人をその月の加入者として数えます。年度の人数は、その年度に1か月でも加入者だった人の実人数、延べ加入月数は月ごとの加入者数の合計です。年齢は年度末（3月31日）の満年齢、本人・家族と事業所はその年度の最後の加入月のものです。公開できる月（診療月から一定期間が過ぎた月）が12か月そろった年度だけを示します。',
    en: 'From the membership ledger: a person is a member of a month when covered on its last day. The persons of a fiscal year are those who were a member in at least one of its months; person-months add up the members of every month. Age is the age on 31 March at the end of the year; insured or dependant and employer are those of the last month of cover in the year. Only fiscal years with all twelve months closed are shown.',
  },
  purpose: 'operations-baseline',
  classes: ['eligibility'],
  period: 'fiscal-year',
  dimensions: {
    relation: { title: { ja: '本人・家族', en: 'Insured or dependant' }, list: 'relation' },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
    age_band: { title: { ja: '年齢', en: 'Age' }, list: 'age-band' },
    unit: { title: { ja: '事業所', en: 'Employer' }, list: 'reporting-unit' },
  },
  tables: [
    ['sex', 'age_band'],
    ['relation', 'age_band'],
    ['unit', 'relation'],
  ],
  measures: {
    members: {
      kind: 'persons',
      title: { ja: '加入者数', en: 'Members' },
      unit: { ja: '人', en: 'persons' },
      column: 'person_months',
      quantity: 'members',
    },
    person_months: {
      kind: 'sum',
      title: { ja: '延べ加入月数', en: 'Person-months' },
      unit: { ja: '人月', en: 'person-months' },
      column: 'person_months',
      quantity: 'person_months',
    },
  },
});
