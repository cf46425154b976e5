import type { MasterList, MasterListColumn } from '#shared/define.ts';
import { dateIn } from './edition.ts';
import { thousandths } from './values.ts';

type Value = string | number | null;

/** The values of one row of a list by column, or the reason why it is set aside. */
export function listRow(
  list: MasterList,
  places: readonly number[],
  fields: readonly string[],
): Record<string, Value> | string {
  const values: Record<string, Value> = {};
  for (const [index, [name, column]] of Object.entries(list.columns).entries()) {
    const text = (fields[places[index]!] ?? '').trim();
    if (text.includes('\uFFFD')) return 'row_broken_text';
    if (name === 'price_code' && text !== '' && !/^[0-9A-Z]{12}$/.test(text)) return 'row_value';
    const value = listValue(column, text);
    if (value === undefined) return text === '' ? 'row_empty' : 'row_value';
    values[name] = value;
  }
  return values;
}

/** Undefined where the value cannot be read, or is missing. */
function listValue({ kind, blank, oneOf }: MasterListColumn, text: string): Value | undefined {
  if (kind === 'flag') return text === '' ? 0 : 1;
  if (text === '') return blank ? null : undefined;
  if (oneOf !== undefined && !oneOf.includes(text)) return undefined;
  if (kind === 'date') return dateIn(text);
  return kind === 'text' ? text : thousandths(text.replaceAll(',', ''));
}
