import { defineAnalysis } from '#shared/define.ts';

const linked = { link: 'linked' };

export default defineAnalysis({
  title: {
    ja: '診療種別・月別の医療費（食事を除く）',
    en: 'Cost by kind of care and month (without meals)',
  },
  question: {
    ja: '医療費はいつ、どの診療で使われているか',
    en: 'When and in which kind of care is money spent?',
  },
  method: {
    ja: '医科・DPC・歯科・調剤・訪問看護のレセプトと療養費（柔道整復、はり・きゅう、あんま等）の医療費（決定点数×10円、円で請求されるものは決定した円）を、診療月と診療種別（医科入院〔DPCを含む〕・医科入院外・調剤・歯科・訪問看護・療養費）ごとに合計します。入院時の食事と、組合が取り込んでいない種類は含みません。加入者に結び付き、その月に資格のあるレセプトだけを数え、返戻・取り下げ・重複・隔離分は除きます。加入者1人当たり医療費は、その月の加入者数で割ったものです。同じ人が複数の診療種別を使うため、種別の人数の合計は全体の人数と一致しません。',
    en: 'Cost of all receipts (medical, DPC, dental, pharmacy, home nursing) and therapy claims: decided points × 10 yen, or the yen decided where a kind is billed in yen, added up by month of care and kind of care (medical inpatient with DPC, medical outpatient, pharmacy, dental, home nursing, therapy). Meals in hospital are left out, and so are kinds the society does not take in. Only receipts that belong to a person covered in that month count; returned, withdrawn, duplicate and quarantined ones do not. Cost per member divides by the members of the month. One person may use several kinds of care, so persons do not add up.',
  },
  purpose: 'medical-cost-analysis',
  classes: ['eligibility', 'receipt'],
  period: 'month',
  dimensions: {
    care: { title: { ja: '診療種別', en: 'Kind of care' }, list: 'care', overlapping: true },
  },
  tables: [['care']],
  measures: {
    patients: {
      kind: 'persons',
      title: { ja: '受診者数', en: 'Patients' },
      unit: { ja: '人', en: 'persons' },
      column: 'receipts',
      quantity: 'patients',
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
    person_months: {
      kind: 'sum',
      title: { ja: '加入者数（月末）', en: 'Members at the end of the month' },
      unit: { ja: '人', en: 'persons' },
      column: 'person_months',
      quantity: 'person_months',
      totalOnly: ['care'],
    },
    yen_per_head: {
      kind: 'ratio',
      title: { ja: '加入者1人当たり医療費（食事を除く）', en: 'Cost per member (without meals)' },
      unit: { ja: '円', en: 'yen' },
      numerator: 'yen',
      denominator: 'person_months',
      scale: 1,
      decimals: 0,
      denominatorAt: ['care'],
    },
  },
});
