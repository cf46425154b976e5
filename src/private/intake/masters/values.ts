import type { LayoutColumn } from '#shared/define.ts';
import { dayNumber, parseDate } from '../dates.ts';

/**
 * One value of a master record; undefined where it cannot be read, null where the master gives none.
 * Dates 0, 00000000 and 99999999 (「有効」) are none; prices and points come in thousandths, as integers.
 */
export function masterValue(
  fields: readonly string[],
  column: LayoutColumn,
): string | number | null | undefined {
  const first = fields[column.at - 1] ?? '';
  const text = first === '' && column.orAt !== undefined ? (fields[column.orAt - 1] ?? '') : first;
  if (column.kind === 'date') return dateValue(text);
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
  }
}

function dateValue(text: string): string | null | undefined {
  if (text === '' || /^(0+|9{8})$/.test(text)) return null;
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
