import type { Text } from '#shared/text.ts';
import type { FindingCode } from './rows.ts';

/** Things noticed in a receipt file that did not stop it. */
export const receiptFindings: Readonly<Record<FindingCode, Text>> = {
  total_mismatch: { ja: '合計点数と明細の点数が合わない', en: 'total of points differs from the rows' },
  unknown_record: { ja: '読み方の決まっていないレコード', en: 'record with no known layout' },
  unreadable_field: { ja: '数として読めない項目', en: 'field that is no number' },
  unreadable_code: { ja: '桁数の合わないコード', en: 'code of another length, or not digits' },
  broken_text: { ja: '文字として読めないバイトがある', en: 'bytes that are no character' },
  correction_row_unused: {
    ja: 'どの補正（JY）からも使われていない補正後の行',
    en: 'replacement row that no correction (JY) uses',
  },
  identity_incomplete: {
    ja: '番号・生年月日・性別がそろわず、加入者と結べない',
    en: 'number, birth date or sex missing: cannot be linked',
  },
  no_final_line_end: { ja: '最後の行に改行がない', en: 'the last line has no line end' },
  other_member: { ja: 'ZIP の中のレセプトでないファイル', en: 'file inside the ZIP that is no receipt file' },
};

/** What else an inspection tells. */
export const receiptInspectionWords: Readonly<Record<string, Text>> = {
  my_number: { ja: '個人番号とみられる12桁の数字', en: 'what looks like an Individual Number' },
};
