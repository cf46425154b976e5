import { defineAnalysis } from '#shared/define.ts';

const linked = { link: 'linked' };

export default defineAnalysis({
  title: { ja: '年齢別の医療費（歯科を除く）', en: 'Cost by age (without dental)' },
  question: { ja: 'どの年齢で医療費がかかっているか', en: 'At which age is money spent?' },
  method: {
    ja: '医科と調剤の電子レセプトの決定点数×10円を、年度・年齢・性別ごとに合計します。入院時の食事、歯科・訪問看護・柔道整復などは含みません。年齢は年度末（3月31日）の満年齢です。受診者数は、その年度にレセプトが1件でもある人の実人数です。加入者1人当たり年間医療費は、医療費を延べ加入月数で割り12を掛けたものです。',
    en: 'Decided points × 10 yen of medical and pharmacy receipts, added up by fiscal year, age and sex. Meals in hospital, dental care, home-visit nursing and judo therapy are left out. Age is the age on 31 March at the end of the year. Patients are persons with at least one receipt in the year. Yearly cost per member is cost ÷ person-months × 12.',
  },
  purpose: 'medical-cost-analysis',
  classes: ['eligibility', 'receipt'],
  period: 'fiscal-year',
  dimensions: {
    age_band: { title: { ja: '年齢', en: 'Age' }, list: 'age-band' },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
  },
  tables: [['age_band', 'sex']],
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
    patients: {
      kind: 'persons',
      title: { ja: '受診者数', en: 'Patients' },
      unit: { ja: '人', en: 'persons' },
      column: 'receipts',
      quantity: 'patients',
      against: 'members',
      population: linked,
    },
    receipts: {
      kind: 'sum',
      title: { ja: 'レセプト件数', en: 'Receipts' },
      unit: { ja: '件', en: 'receipts' },
      column: 'receipts',
      quantity: 'receipts',
      population: linked,
    },
    yen: {
      kind: 'sum',
      title: { ja: '医療費（歯科を除く）', en: 'Cost (without dental)' },
      unit: { ja: '円', en: 'yen' },
      column: 'yen',
      quantity: 'medical_yen',
      population: linked,
    },
    yen_per_head: {
      kind: 'ratio',
      title: { ja: '加入者1人当たり年間医療費（歯科を除く）', en: 'Yearly cost per member (without dental)' },
      unit: { ja: '円', en: 'yen' },
      numerator: 'yen',
      denominator: 'person_months',
      scale: 12,
      decimals: 0,
    },
  },
});
