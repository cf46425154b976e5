import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: 'レセプトの結び付き（食事を除く）', en: 'Linking of receipts (without meals)' },
  question: {
    ja: '届いたレセプトのどれだけが加入者に結び付いたか',
    en: 'How many of the receipts belong to a known member?',
  },
  method: {
    ja: '取り込んだレセプトと療養費のうちいま有効なものを、診療月の年度ごとに、加入者に結び付いたものと結び付かないものに分けます。結び付かないのは、記号・番号・生年月日などが加入者台帳のだれとも一致しないもの、または診療月に資格のない人のものです。ほかの分析の医療費と件数は、結び付いたものだけを数えています。返戻・取り下げ・重複・隔離分と入院時の食事は含みません。',
    en: 'Receipts and therapy claims that hold now, by the fiscal year of care: those linked to a member, and those that are not, because symbol, number and birth date match nobody in the membership ledger or the person was not covered in that month. Cost and receipts of all other analyses count linked receipts only. Returned, withdrawn, duplicate and quarantined receipts and meals in hospital are left out.',
  },
  purpose: 'medical-cost-analysis',
  classes: ['eligibility', 'receipt'],
  period: 'fiscal-year',
  dimensions: {
    link: { title: { ja: '結び付き', en: 'Link' }, list: 'link', overlapping: true },
  },
  tables: [['link']],
  measures: {
    receipts: {
      kind: 'sum',
      title: { ja: 'レセプト件数', en: 'Receipts' },
      unit: { ja: '件', en: 'receipts' },
      column: 'receipts',
      quantity: 'receipts',
    },
    yen: {
      kind: 'sum',
      title: { ja: '医療費（食事を除く）', en: 'Cost (without meals)' },
      unit: { ja: '円', en: 'yen' },
      column: 'yen',
      quantity: 'medical_yen',
    },
    share: {
      kind: 'ratio',
      title: { ja: '件数の割合', en: 'Share of receipts' },
      unit: { ja: '%', en: '%' },
      numerator: 'receipts',
      denominator: 'receipts',
      scale: 100,
      decimals: 1,
      denominatorAt: ['link'],
    },
  },
});
