import { defineAnalysis } from '#shared/define.ts';

export default defineAnalysis({
  title: { ja: '慢性腎臓病（CKD）の重症度', en: 'Severity of chronic kidney disease' },
  question: {
    ja: '腎臓のはたらきが落ちている人はどれだけいるか',
    en: 'How many have a lowered kidney function?',
  },
  method: {
    ja: '年度末に40〜74歳で、その年度の健診に腎機能（eGFR）と尿蛋白の両方がある人を、CKD重症度分類（日本腎臓学会）の区分で数えます。eGFRがなく血清クレアチニンだけのときは推算式で計算します。尿は試験紙の（－）をA1、（±）をA2、（1＋）以上をA3とします。G4とG5はまとめています。1回の健診の値による区分で、診断ではありません。',
    en: 'Members aged 40–74 at the end of the year whose checkup gives both kidney function (eGFR) and urine protein, by the CKD classes of the Japanese society of nephrology. eGFR is computed where only creatinine is given. Urine strip: − is A1, ± A2, 1+ and more A3. G4 and G5 are joined. Classes of a single checkup, not diagnoses.',
  },
  purpose: 'checkup-analysis',
  classes: ['eligibility', 'checkup'],
  period: 'fiscal-year',
  dimensions: {
    ckd_g: { title: { ja: '腎機能（eGFR）', en: 'Kidney function (eGFR)' }, list: 'ckd-g' },
    ckd_a: { title: { ja: '尿蛋白', en: 'Urine protein' }, list: 'ckd-a' },
  },
  tables: [['ckd_g', 'ckd_a']],
  measures: {
    persons: {
      kind: 'persons',
      title: { ja: '人数', en: 'Persons' },
      unit: { ja: '人', en: 'persons' },
      column: 'persons',
      quantity: 'ckd_persons',
    },
    share: {
      kind: 'ratio',
      title: { ja: '割合', en: 'Share' },
      unit: { ja: '%', en: '%' },
      numerator: 'persons',
      denominator: 'persons',
      scale: 100,
      decimals: 1,
      denominatorAt: ['ckd_g', 'ckd_a'],
    },
  },
});
