import type { LayoutColumn } from '#shared/define.ts';
import { dayNumber, parseDate } from '../dates.ts';

/**
 * One value of a master record; undefined where it cannot be read, null where the master gives none.
 * Dates 0 and 00000000 are none, 99999999 (「有効」) is 9999-12-31; prices and points come in thousandths, as integers.
 */
export function masterValue(
  fields: readonly string[],
  column: LayoutColumn,
): string | number | null | undefined {
  const first = fields[column.at - 1] ?? '';
  const text = first === '' && column.orAt !== undefined ? (fields[column.orAt - 1] ?? '') : first;
  if (column.kind === 'date') return dateValue(text);
  if (column.kind === 'places') return placesValue(fields, column.at);
  if (text === '') return null;
  switch (column.kind) {
    case 'text':
      return column.and === undefined ? text : text + (fields[column.and - 1] ?? '');
    case 'boolean':
      return text === '1' ? 1 : text === '0' ? 0 : undefined;
    case 'smallint':
      return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
    case 'thousandths':
      return thousandths(text);
    case 'hundredths':
      return /^\d{1,12}$/.test(text) ? Number(text) * 10 : thousandths(text);
  }
}

/** Four pairs of column and width as `11+2 14+2`. */
function placesValue(fields: readonly string[], at: number): string | null {
  const pairs = [0, 2, 4, 6].map((offset) => [fields[at - 1 + offset], fields[at + offset]] as const);
  const places = pairs.filter(([column]) => Number(column) > 0).map((pair) => pair.join('+'));
  return places.length > 0 ? places.join(' ') : null;
}

function dateValue(text: string): string | null | undefined {
  if (text === '' || /^0+$/.test(text)) return null;
  if (text === '99999999') return '9999-12-31';
  const date = parseDate(text);
  return date === undefined || dayNumber(date) === undefined ? undefined : date;
}

/** A decimal number × 1000 as an integer; undefined where it has more than three decimals or is none. */
export function thousandths(text: string): number | undefined {
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,3})0*)?$/.exec(text);
  if (!parts) return undefined;
  const value = Number(parts[2]) * 1000 + Number((parts[3] ?? '').padEnd(3, '0'));
  return parts[1] === '-' ? -value : value;
}
