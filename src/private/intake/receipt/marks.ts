import type { ReceiptForm } from './form.ts';
import { isSearchNumber } from './kinds.ts';
import type { ReceiptLines } from './lines.ts';
import { codeAt, dateAt, dateOfDigits, fieldFrom, fieldTo } from './values.ts';

/** 検索番号: the first field of 17 to 30 digits in MN (its place differs), else where the common record has it. */
export function findSearchNumber(
  lines: ReceiptLines,
  management: number,
  common: number,
  form: ReceiptForm,
): string {
  const position = searchNumberPosition(lines, management);
  if (position > 0) return codeAt(lines, management, position);
  const code = common < 0 ? '' : codeAt(lines, common, form.common.searchNumber);
  return isSearchNumber(code) ? code : '';
}

/** Where MN has the search number; 0 where it has none. */
export function searchNumberPosition(lines: ReceiptLines, management: number): number {
  if (management < 0) return 0;
  for (let position = 2; position <= lines.fields[management]!; position++)
    if (isLong(lines, management, position) && isSearchNumber(codeAt(lines, management, position)))
      return position;
  return 0;
}

/** Most fields are too short for a search number and need not become a text. */
function isLong(lines: ReceiptLines, line: number, position: number): boolean {
  return fieldTo(lines, line, position) - fieldFrom(lines, line, position) >= 17;
}

/** A month in either notation, as its first day since 1970-01-01; a full date is not one. */
export function monthAt(lines: ReceiptLines, line: number, position: number): number | undefined {
  const bytes = fieldTo(lines, line, position) - fieldFrom(lines, line, position);
  if (bytes > 6 && codeAt(lines, line, position).length > 6) return Number.NaN;
  return dateAt(lines, line, position);
}

/**
 * The later of 請求年月 (unless it lies in the future) and the era month inside a 検索番号 of 17 digits (都道府県 2, 点数表 1,
 * GYYMM 5, 管理番号 9): a receipt that comes again in a later month keeps its number.
 */
export function processingMonth(
  searchNumber: string,
  claimMonth: number | undefined,
  thisMonth: number,
): number | undefined {
  const numbered =
    searchNumber.length === 17 ? dateOfDigits(Number(searchNumber.slice(3, 8)), 5) : Number.NaN;
  if (Number.isNaN(numbered)) return claimMonth;
  const comesAgain = claimMonth !== undefined && claimMonth > numbered && claimMonth <= thisMonth;
  return comesAgain ? claimMonth : numbered;
}

/** 保険者番号 as 8 digits; empty where there is none. */
export function insurerDigits(lines: ReceiptLines, line: number, position: number): string {
  if (line < 0) return '';
  const digits = codeAt(lines, line, position).replace(/[^0-9]/g, '');
  return digits === '' ? '' : digits.padStart(8, '0');
}

/**
 * 都道府県 2 + 点数表 1 + コード 7: the national key of an institution. A hospital is one, whether it bills by 医科 (1) or DPC
 * (2 in some files).
 */
export function institutionKey(lines: ReceiptLines, line: number, form: ReceiptForm): string | undefined {
  const { prefecture, pointsTable, code } = form.institution;
  const key = joinedKey(lines, line, [prefecture, pointsTable, code]);
  return key?.[2] === '2' ? `${key.slice(0, 2)}1${key.slice(3)}` : key;
}

export function joinedKey(
  lines: ReceiptLines,
  line: number,
  [prefecture, table, code]: readonly [number, number, number],
): string | undefined {
  const key =
    codeAt(lines, line, prefecture).padStart(2, '0') +
    codeAt(lines, line, table) +
    codeAt(lines, line, code).padStart(7, '0');
  return /^\d{2}[0-9A-Z]\d{7}$/.test(key) ? key : undefined;
}
