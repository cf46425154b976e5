import type { Text } from '#shared/text.ts';

/** Why a row or sheet was set aside (隔離), besides what a document in XML can lack too. */
export const csvRowReasons = {
  csv_columns: { ja: '列の数が見出しと違う', en: 'other number of columns than the header' },
  csv_record: { ja: '記録区分が対応表にない', en: 'kind of record that is not in the mapping' },
  csv_key: { ja: 'ほかのファイルの行とつなぐキーが空', en: 'the key to the row of another file is empty' },
  paper_differs: { ja: '2回の入力が食い違う', en: 'both entries of the sheet differ' },
  paper_single: { ja: '1回しか入力されていない', en: 'the sheet was entered only once' },
  paper_entry: {
    ja: '用紙番号が空か、入力回が 1 と 2 の1回ずつでない',
    en: 'no number of the sheet, or its entries are not 1 and 2, once each',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type CsvRowReason = keyof typeof csvRowReasons;

/** What was noticed about a value in a CSV by mapping. */
const aboutValues = {
  csv_unreadable_number: { ja: '数値として読めない値', en: 'value that is no number' },
  csv_unreadable_day: { ja: '日付として読めない値', en: 'value that is no day' },
  csv_unknown_word: { ja: '辞書にない言葉', en: 'word that is not in the dictionary' },
  csv_beyond_list: {
    ja: 'コード表の上限を超える値（尿の 4+ など。上限のコードで採用）',
    en: 'value above the option list (strip 4+): taken as its highest code',
  },
  csv_beyond_range: { ja: '入力範囲の外の値', en: 'value beyond the range of input' },
  csv_item_undecided: {
    ja: '検査方法や採血時間が分からず、どの項目か決められない値',
    en: 'value whose item is not known (method, or time since the meal, is missing)',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type CsvFinding = keyof typeof aboutValues;

export const csvItemFindings = {
  ...aboutValues,
  csv_unknown_column: { ja: '対応表にない列', en: 'column that is not in the mapping' },
} as const satisfies Readonly<Record<string, Text>>;

/** What was noticed about a CSV as a whole; `item` names a column, if the word in its head is a plain one. */
export type CsvFileFinding = {
  readonly code: 'csv_unknown_column' | 'no_final_line_end';
  readonly line?: number;
  readonly item?: string;
  readonly found?: number;
};
