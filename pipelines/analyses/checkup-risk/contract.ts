import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '健診リスク', en: 'Checkup risks' },
  question: { ja: '健診でどのリスクが多いか', en: 'Which checkup risks are common?' },
  method: {
    ja: '年度末に40〜74歳で、その年度の健診結果（複数回あれば、必須項目がそろったもの、なければ最初のもの）を、健診の日に効いている保健指導判定値（標準的な健診・保健指導プログラム）と比べます。令和6年度からの値は次のとおりです。肥満: 腹囲 男85・女90cm以上、BMI 25以上、内臓脂肪面積100cm²以上のいずれか。血圧: 収縮期130または拡張期85mmHg以上。血糖: 空腹時血糖100mg/dL以上、なければHbA1c 5.6%以上、なければ随時血糖100mg/dL以上。脂質: 空腹時中性脂肪150（随時175）以上、HDL 40未満、LDL 120以上のいずれか。肝機能: AST 31、ALT 31、γ-GT 51以上のいずれか。分母は必要な検査値がある人です。服薬の有無は考慮していません。1人が複数のリスクに当てはまることがあります。',
    en: 'The checkup of the year (the complete one, else the first) of persons aged 40–74 at its end, against the guidance limits of the national programme on the day of the checkup; since fiscal 2024 these are the following. Obesity: waist ≥85 cm (men) or ≥90 cm (women), BMI ≥25 or visceral fat ≥100 cm². Blood pressure: ≥130 systolic or ≥85 diastolic. Glucose: fasting ≥100 mg/dL, else HbA1c ≥5.6%, else casual ≥100. Lipids: fasting triglycerides ≥150 (casual ≥175), HDL <40 or LDL ≥120. Liver: AST ≥31, ALT ≥31 or gamma-GT ≥51. The base are persons with the values needed; medication is not considered. One person may have several risks.',
  },
  purpose: 'checkup-analysis',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    risk: {
      title: { ja: 'リスク', en: 'Risk' },
      list: 'risk',
      total: false,
      overlapping: true,
    },
    unit: { title: { ja: '事業所', en: 'Employer' }, list: 'reporting-unit' },
    sex: { title: { ja: '性別', en: 'Sex' }, list: 'sex' },
  },
  tables: [['risk', 'unit', 'sex']],
  measures: {
    base: {
      kind: 'persons',
      title: { ja: '検査値のある人数', en: 'Persons with values' },
      unit: { ja: '人', en: 'persons' },
      column: 'base',
      quantity: 'risk_base',
    },
    at_risk: {
      kind: 'persons',
      title: { ja: 'リスクのある人数', en: 'Persons at risk' },
      unit: { ja: '人', en: 'persons' },
      column: 'at_risk',
      quantity: 'risk_at',
      of: 'base',
    },
    risk_rate: {
      kind: 'ratio',
      title: { ja: 'リスクのある人の割合', en: 'Share at risk' },
      unit: { ja: '%', en: '%' },
      numerator: 'at_risk',
      denominator: 'base',
      scale: 100,
      decimals: 1,
    },
  },
});
