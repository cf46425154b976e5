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
};
