import type { CsvColumn, CsvContract } from '#shared/define.ts';
import { monthOfText, parseDate } from '../dates.ts';

/** Why a row is set aside; a handler gives one back for what only it can see. */
export type RowFault =
  | 'columns'
  | 'empty'
  | 'date'
  | 'value'
  | 'broken_text'
  | 'dates_out_of_order'
  | 'as_of_differs'
  | 'future_month'
  | 'days_beyond_month'
  | 'amounts_differ'
  | 'number_repeated'
  | 'kind_differs'
  | 'repeated';

/** Characters a text may have. */
const atMost = 400;

/** The values of one row by contract name, or why the row cannot be read. */
export function readRow(contract: CsvContract, places: readonly number[], fields: readonly string[]) {
  if (fields.length !== places.length) return 'columns';
  const row: Record<string, string | number | null> = {};
  for (const [index, [name, column]] of Object.entries(contract.columns).entries()) {
    const value = fields[places[index]!]!.trim();
    if (value === '') {
      if (!column.optional) return 'empty';
      row[name] = null;
      continue;
    }
    const read = readValue(column, value);
    if (read.fault) return read.fault;
    row[name] = read.value;
  }
  return row;
}

function readValue(
  column: CsvColumn,
  value: string,
): { value: string | number; fault?: undefined } | { fault: RowFault } {
  const { form } = column;
  if (form === 'text') {
    if (column.harmless && value.includes('\uFFFD')) return { fault: 'broken_text' };
    return value.length > atMost ? { fault: 'value' } : { value };
  }
  const plain = value.normalize('NFKC');
  if (form === 'date') {
    const date = parseDate(plain);
    return date === undefined ? { fault: 'date' } : { value: date };
  }
  if (form === 'month') {
    const month = monthOfText(plain);
    return month === undefined ? { fault: 'date' } : { value: month };
  }
  if (form === 'integer') {
    const value = integerOf(plain);
    return value === undefined ? { fault: 'value' } : { value };
  }
  if (form === 'code') return /^[A-Za-z0-9_-]{1,40}$/.test(plain) ? { value: plain } : { fault: 'value' };
  const code = Object.hasOwn(form, plain) ? form[plain] : undefined;
  return code === undefined ? { fault: 'value' } : { value: code };
}

/** A whole number of ten digits at most (no amount is larger); undefined where it is none. */
export function integerOf(text: string): number | undefined {
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
