import type { Text } from '#shared/text.ts';
import type { RowFault } from './values.ts';

/** Why a row of a ledger or master was set aside (隔離). */
export const rowReasons: Readonly<Record<`row_${RowFault}`, Text>> = {
  row_columns: { ja: '列の数が見出しと違う', en: 'other number of columns than the header' },
  row_empty: { ja: '必ず要る項目が空', en: 'a required value is empty' },
  row_date: { ja: '日付として読めない', en: 'a date cannot be read' },
  row_value: { ja: '決められた形やコードでない', en: 'a value is of another form or code' },
  row_broken_text: {
    ja: '文字化けした記号・番号・名称',
    en: 'a symbol, number or name with broken characters',
  },
  row_dates_out_of_order: { ja: '日付の前後が逆', en: 'dates are out of order' },
  row_as_of_differs: {
    ja: '基準日がほかの行と違う',
    en: 'the date of extraction differs from the other rows',
  },
  row_future_month: { ja: '年月が今月より先', en: 'a month lies in the future' },
  row_days_beyond_month: { ja: '日数がその月の日数より多い', en: 'more days than the month has' },
  row_amounts_differ: {
    ja: '費用額が、一部負担金と支給額の合計と合わない',
    en: 'the cost is not what the patient and the society paid together',
  },
  row_number_repeated: {
    ja: '同じ管理番号・処理年月の行がすでにあり、内容が違う',
    en: 'an earlier row has the same number and processing month and says something else',
  },
  row_kind_differs: {
    ja: 'レセプト種別と医療機関コードの点数表が合わない',
    en: 'the type of receipt and the fee table of the institution differ',
  },
  row_repeated: { ja: '同じコードの行がすでにある', en: 'an earlier row has the same code' },
};

/** What was noticed in a CSV and did not stop it. */
export const csvFindings: Readonly<Record<string, Text>> = {
  no_final_line_end: {
    ja: '最後の行に改行がない（書き出しの途中で切れていないか確かめてください）',
    en: 'the last line has no line end: make sure the export is complete',
  },
};
