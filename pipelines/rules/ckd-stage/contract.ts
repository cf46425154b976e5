import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: 'CKD 重症度分類（GFR 区分と蛋白尿区分）', en: 'CKD heat map of GFR and albuminuria' },
  source: {
    ja: 'エビデンスに基づくCKD診療ガイドライン、CKD診療ガイド（日本腎臓学会）。eGFR は日本人の推算式',
    en: 'CKD guidelines of the Japanese society of nephrology; eGFR by the Japanese formula',
  },
  input: {
    sex: 'text',
    /** Age at the end of the fiscal year (年度末年齢). */
    age: 'integer',
    /** Age on the day of the checkup, for the formula; else the other one stands in for it. */
    age_on_day: 'integer',
    creatinine: 'double',
    egfr: 'double',
    /** Albumin (mg) and protein (g) per gram of creatinine in urine. */
    acr: 'double',
    pcr: 'double',
    /** 1 − 2 ± 3 1+ 4 2+ 5 3+ */
    urine_protein: 'smallint',
    diabetes: 'boolean',
  },
  parameters: {
    min_g1: 'double',
    min_g2: 'double',
    min_g3a: 'double',
    min_g3b: 'double',
    min_g4: 'double',
    min_a2_pcr: 'double',
    min_a3_pcr: 'double',
    min_a2_acr: 'double',
    min_a3_acr: 'double',
    min_a2_strip: 'integer',
    min_a3_strip: 'integer',
  },
  levels: {
    green: { ja: '緑（最も低いリスク）', en: 'green (lowest risk)' },
    yellow: { ja: '黄', en: 'yellow' },
    orange: { ja: 'オレンジ', en: 'orange' },
    red: { ja: '赤（最も高いリスク）', en: 'red (highest risk)' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: { missing: { ja: '判定に必要な値がない', en: 'a value needed is missing' } },
  reasons: {
    g1: { ja: 'G1（eGFR {min_g1}以上）', en: 'G1 (eGFR ≥{min_g1})' },
    g2: { ja: 'G2（eGFR {min_g2}以上{min_g1}未満）', en: 'G2 (eGFR ≥{min_g2}, <{min_g1})' },
    g3a: { ja: 'G3a（eGFR {min_g3a}以上{min_g2}未満）', en: 'G3a (eGFR ≥{min_g3a}, <{min_g2})' },
    g3b: { ja: 'G3b（eGFR {min_g3b}以上{min_g3a}未満）', en: 'G3b (eGFR ≥{min_g3b}, <{min_g3a})' },
    g4: { ja: 'G4（eGFR {min_g4}以上{min_g3b}未満）', en: 'G4 (eGFR ≥{min_g4}, <{min_g3b})' },
    g5: { ja: 'G5（eGFR {min_g4}未満）', en: 'G5 (eGFR <{min_g4})' },
    egfr_computed: { ja: 'eGFR は血清クレアチニンから計算', en: 'eGFR computed from creatinine' },
    age_at_year_end: {
      ja: '健診日の年齢の代わりに年度末年齢で計算',
      en: 'computed with the age at the end of the fiscal year',
    },
    a1: { ja: 'A1（正常）', en: 'A1 (normal)' },
    a2: { ja: 'A2（軽度・微量）', en: 'A2 (moderately increased)' },
    a3: { ja: 'A3（高度・顕性）', en: 'A3 (severely increased)' },
    by_strip: { ja: '尿蛋白の試験紙による', en: 'by the urine strip' },
    missing_creatinine: { ja: 'eGFR も血清クレアチニンもない', en: 'neither eGFR nor creatinine' },
    missing_person: { ja: '計算に必要な性別か年齢がない', en: 'sex or age for the formula missing' },
    not_adult: { ja: '18歳未満は推算式の対象外', en: 'the formula is not for persons below 18' },
    missing_urine: { ja: '尿蛋白・尿アルブミンがない', en: 'no urine protein or albumin' },
  },
  unconfirmed: {
    min_a2_strip: {
      ja: '試験紙の ± を A2 とします（公的な資料では未確認です）',
      en: 'strip ± is taken for A2 (not found in an official paper)',
    },
    min_a3_strip: {
      ja: '試験紙の 1+ 以上を A3 とします（公的な資料では未確認です）',
      en: 'strip 1+ or more is taken for A3 (not found in an official paper)',
    },
  },
});
