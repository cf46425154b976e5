import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: '受診勧奨の段階（一次・二次）', en: 'tiers of recommending a doctor' },
  source: {
    ja: '協会けんぽの未治療者への受診勧奨（一次勧奨・二次勧奨）の公表された基準',
    en: 'published limits of the two letters of the national association (kyokai kenpo) to untreated persons',
  },
  input: {
    sbp: 'double',
    dbp: 'double',
    fpg: 'double',
    hba1c: 'double',
    ldl: 'double',
  },
  parameters: {
    first_sbp: 'double',
    first_dbp: 'double',
    first_fpg: 'double',
    first_hba1c: 'double',
    first_ldl: 'double',
    second_sbp: 'double',
    second_dbp: 'double',
    second_fpg: 'double',
    second_hba1c: 'double',
    /** So many of pressure, glucose and lipids at the first limit make the second tier. */
    second_fields: 'integer',
  },
  levels: {
    second: { ja: '二次勧奨', en: 'second tier' },
    first: { ja: '一次勧奨', en: 'first tier' },
    none: { ja: '勧奨なし', en: 'none' },
    undecidable: { ja: '判定不能', en: 'undecidable' },
  },
  causes: { missing: { ja: '判定に必要な値がない', en: 'a value needed is missing' } },
  reasons: {
    sbp_first: { ja: '収縮期血圧{first_sbp}以上', en: 'systolic pressure ≥{first_sbp} mmHg' },
    sbp_second: { ja: '収縮期血圧{second_sbp}以上', en: 'systolic pressure ≥{second_sbp} mmHg' },
    dbp_first: { ja: '拡張期血圧{first_dbp}以上', en: 'diastolic pressure ≥{first_dbp} mmHg' },
    dbp_second: { ja: '拡張期血圧{second_dbp}以上', en: 'diastolic pressure ≥{second_dbp} mmHg' },
    fpg_first: { ja: '空腹時血糖{first_fpg}以上', en: 'fasting glucose ≥{first_fpg} mg/dL' },
    fpg_second: { ja: '空腹時血糖{second_fpg}以上', en: 'fasting glucose ≥{second_fpg} mg/dL' },
    hba1c_first: { ja: 'HbA1c {first_hba1c}以上', en: 'HbA1c ≥{first_hba1c}%' },
    hba1c_second: { ja: 'HbA1c {second_hba1c}以上', en: 'HbA1c ≥{second_hba1c}%' },
    ldl_first: { ja: 'LDL {first_ldl}以上', en: 'LDL ≥{first_ldl} mg/dL' },
    several_fields: {
      ja: '血圧・血糖・脂質のうち{second_fields}つ以上が該当',
      en: 'at least {second_fields} of pressure, glucose and lipids',
    },
    below: { ja: '血圧・血糖・脂質が基準に達しない', en: 'pressure, glucose and lipids below the limits' },
    missing_blood_pressure: { ja: '血圧の値がない', en: 'blood pressure missing' },
    missing_glucose: { ja: '血糖の値がない', en: 'glucose missing' },
    missing_ldl: { ja: 'LDL の値がない', en: 'LDL missing' },
  },
  unconfirmed: {
    first_ldl: {
      ja: 'LDL 180以上は公表された基準ですが、いつから使われたかは確かめていません（どの日にも当てます）',
      en: 'LDL from 180 is published; since when was not confirmed (it is used on every day)',
    },
    second_fields: {
      ja: '二次勧奨の基準は公表資料1つによります',
      en: 'the limits of the second tier rest on one published source',
    },
  },
});
