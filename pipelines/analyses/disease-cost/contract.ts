import { defineAnalysis } from '#shared/define.ts';

const linked = { link: 'linked' };

export default defineAnalysis({
  title: { ja: '疾病別の医療費（食事を除く）', en: 'Cost by disease (without meals)' },
  question: { ja: 'どの病気に医療費がかかっているか', en: 'Which diseases cost most?' },
  method: {
    ja: '主傷病法です。レセプトは、疑いでない傷病のうち主傷病の印があるもの（DPCは医療資源を最も投入した傷病。なければ最初に書かれたもの）の大分類（社会保険表章用疾病分類）に、1件全体を割り当てます。調剤レセプトは、同じ人・同じ診療月・処方した医療機関の医科・歯科レセプトの分類に従います。分類できないものは「分類外」とし、医療費の合計は変わりません。同じ人が複数の分類に入るため、分類ごとの人数の合計は全体の人数と一致しません。傷病名コードのない療養費は「分類外」です。入院時の食事は含みません。',
    en: 'Main-disease method: a receipt goes as a whole to the class (chapter of the social insurance disease table, by ICD-10) of its main disease: among the diseases not marked as suspected, the first one flagged as main (of a DPC stay the one that took most resources), else the first. A pharmacy receipt follows the medical or dental receipt of the same person, month and prescribing institution. What has no class is "unclassified", so that cost adds up. One person may fall into several classes, so persons do not add up. Therapy claims without a disease code are unclassified. Meals in hospital are left out.',
  },
  purpose: 'medical-cost-analysis',
  classes: ['eligibility', 'receipt'],
  period: 'fiscal-year',
  dimensions: {
    disease: { title: { ja: '疾病大分類', en: 'Disease class' }, list: 'disease-class', overlapping: true },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
    age_group: { title: { ja: '年齢', en: 'Age' }, list: 'age-group' },
  },
  tables: [['disease', 'sex', 'age_group']],
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
  },
});
