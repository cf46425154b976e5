import { defineAnalysis } from '#shared/define.ts';

const linked = { link: 'linked' };

export default defineAnalysis({
  title: { ja: '年齢別の医療費（食事を除く）', en: 'Cost by age (without meals)' },
  question: { ja: 'どの年齢で医療費がかかっているか', en: 'At which age is money spent?' },
  method: {
    ja: '医科・DPC・歯科・調剤・訪問看護のレセプトと療養費（柔道整復、はり・きゅう、あんま等）の医療費（決定点数×10円、円で請求されるものは決定した円）を、年度・年齢・性別ごとに合計します。入院時の食事と、組合が取り込んでいない種類は含みません。返戻・取り下げされたものは除きます。年齢は年度末（3月31日）の満年齢です。受診者数は、その年度にレセプトが1件でもある人の実人数です。加入者1人当たり年間医療費は、医療費を延べ加入月数で割り12を掛けたものです。',
    en: 'Cost of all receipts (medical, DPC, dental, pharmacy, home nursing) and therapy claims: decided points × 10 yen, or the yen decided where a kind is billed in yen, added up by fiscal year, age and sex. Meals in hospital are left out, and so are kinds the society does not take in and what was returned or withdrawn. Age is the age on 31 March at the end of the year. Patients are persons with at least one receipt in the year. Yearly cost per member is cost ÷ person-months × 12.',
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
      title: { ja: '医療費（食事を除く）', en: 'Cost (without meals)' },
      unit: { ja: '円', en: 'yen' },
      column: 'yen',
      quantity: 'medical_yen',
      population: linked,
    },
    yen_per_head: {
      kind: 'ratio',
      title: { ja: '加入者1人当たり年間医療費（食事を除く）', en: 'Yearly cost per member (without meals)' },
      unit: { ja: '円', en: 'yen' },
      numerator: 'yen',
      denominator: 'person_months',
      scale: 12,
      decimals: 0,
    },
  },
});
