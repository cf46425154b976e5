import { defineRule } from '#shared/define.ts';

export default defineRule({
  title: { ja: '採用する値（血圧の測定回・腹囲の測り方）', en: 'which blood pressure and waist count' },
  source: {
    ja: '標準的な健診・保健指導プログラム（令和6年度版・平成30年度版）、特定健診の電子的なデータ標準様式の項目表',
    en: 'national programme of checkups and guidance (editions of fiscal 2024 and 2018), item table of its data format',
  },
  /** Pressure in mmHg by reading (1回目, 2回目, その他); waist in cm: by the examiner (実測), 自己判定, 自己申告. */
  input: {
    sbp_first: 'double',
    sbp_second: 'double',
    sbp_other: 'double',
    dbp_first: 'double',
    dbp_second: 'double',
    dbp_other: 'double',
    waist_measured: 'double',
    waist_self: 'double',
    waist_told: 'double',
  },
  parameters: {
    /** その他 (such as a mean) comes before the readings; else after them. */
    other_reading_first: 'boolean',
    /** 2回目 comes before 1回目. */
    later_reading_first: 'boolean',
    /** The diastolic value is that of the reading whose systolic one was taken; else chosen for itself. */
    pair_from_one_reading: 'boolean',
    self_measured_waist_counts: 'boolean',
    told_waist_counts: 'boolean',
  },
  levels: {
    complete: { ja: '血圧・腹囲とも採用', en: 'both chosen' },
    partial: { ja: '一部だけ採用', en: 'one chosen' },
    undecidable: { ja: '値なし', en: 'no value' },
  },
  causes: { missing: { ja: '血圧も腹囲もない', en: 'neither pressure nor waist' } },
  reasons: {
    reading_other: { ja: '血圧は「その他」の値', en: 'pressure: other' },
    reading_second: { ja: '血圧は2回目の値', en: 'pressure: second reading' },
    reading_first: { ja: '血圧は1回目の値', en: 'pressure: first reading' },
    waist_measured: { ja: '腹囲は実測', en: 'waist measured' },
    waist_self: { ja: '腹囲は自己測定', en: 'waist measured by the person' },
    waist_told: { ja: '腹囲は自己申告', en: 'waist told by the person' },
    missing_sbp: { ja: '収縮期血圧がない', en: 'systolic pressure missing' },
    missing_dbp: { ja: '拡張期血圧がない', en: 'diastolic pressure missing' },
    missing_waist: { ja: '腹囲がない', en: 'waist missing' },
  },
  unconfirmed: {
    other_reading_first: {
      ja: '血圧は「その他」の値を1回目・2回目より先に採用します（確かめた資料は1つだけです）',
      en: 'the other reading of blood pressure comes first (found in one source only)',
    },
    later_reading_first: {
      ja: '血圧は2回目を1回目より先に採用します（確かめた資料は1つだけです）',
      en: 'the second reading of blood pressure comes before the first (found in one source only)',
    },
    pair_from_one_reading: {
      ja: '収縮期と拡張期は同じ回の値を採用します（確かめた資料は1つだけです）',
      en: 'both pressures are of one reading (found in one source only)',
    },
    told_waist_counts: {
      ja: '腹囲は実測・自己測定・自己申告の順に採用します（確かめた資料は1つだけです）',
      en: 'the waist counts as measured, then as measured by the person, then as told (found in one source only)',
    },
  },
});
