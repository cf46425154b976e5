import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: '特定健診の必須項目がそろっているか', en: 'whether a checkup has every required item' },
  source: {
    ja: '特定健康診査及び特定保健指導の実施に関する基準 第1条、標準的な健診・保健指導プログラム（令和6年度版）',
    en: 'ordinance on specific checkups, article 1; national programme of checkups and guidance (edition of fiscal 2024)',
  },
  /** What the checkup lacks; the BMI and the reason on record (1 生理中, 2 排尿障害, 3 その他) may excuse it. */
  input: {
    lacks_waist: 'boolean',
    lacks_urine_sugar: 'boolean',
    lacks_urine_protein: 'boolean',
    lacks_other: 'boolean',
    bmi: 'double',
    not_performed_reason: 'smallint',
  },
  parameters: {
    omit_waist_below_bmi: 'double',
    /** Reasons 1 to this one excuse the urine tests. */
    last_urine_reason: 'integer',
  },
  levels: {
    complete: { ja: 'すべて実施', en: 'complete' },
    omitted: { ja: '省略を認めて実施', en: 'complete with allowed omissions' },
    incomplete: { ja: '不足あり', en: 'incomplete' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: {
    missing: { ja: '必須項目に値がない', en: 'a required item is missing' },
    unknown: { ja: 'どの項目があるか分からない', en: 'not known which items are there' },
  },
  reasons: {
    all_present: { ja: '必須項目がすべてある', en: 'all required items are there' },
    waist_omitted: {
      ja: '腹囲は省略可（BMI {omit_waist_below_bmi}未満）',
      en: 'waist left out (BMI <{omit_waist_below_bmi})',
    },
    urine_omitted: {
      ja: '尿検査は受診者の事情により省略可',
      en: 'urine tests left out for a reason of the person',
    },
    waist_missing: { ja: '腹囲（または内臓脂肪面積）がない', en: 'waist (or visceral fat) missing' },
    urine_sugar_missing: { ja: '尿糖がない', en: 'urine glucose missing' },
    urine_protein_missing: { ja: '尿蛋白がない', en: 'urine protein missing' },
    items_unknown: { ja: 'どの項目があるか分からない', en: 'not known which items are there' },
    other_missing: { ja: 'ほかの必須項目がない', en: 'another required item missing' },
  },
  unconfirmed: {
    omit_waist_below_bmi: {
      ja: '腹囲は BMI 20未満なら省略できるものとします（告示の本文では未確認です）',
      en: 'the waist may be left out below a BMI of 20 (text of the notice not seen)',
    },
    last_urine_reason: {
      ja: '尿検査は、記録された理由が生理中か排尿障害なら実施したものとします（3「その他」は数えません。告示の本文では未確認です）',
      en: 'urine tests count as done for reasons 1 and 2 on record, not for 3 (other); text of the notice not seen',
    },
  },
});
