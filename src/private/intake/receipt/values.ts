import type { ReceiptLines } from './lines.ts';

/** Field `position` of line `line` as one number each: where it begins and ends. Beyond the last field it is empty. */
export function fieldFrom(lines: ReceiptLines, line: number, position: number): number {
  return position > lines.fields[line]! ? 0 : lines.cuts[lines.first[line]! + position - 1]!;
}

export function fieldTo(lines: ReceiptLines, line: number, position: number): number {
  return position > lines.fields[line]! ? 0 : lines.cuts[lines.first[line]! + position]! - 1;
}

export function isEmpty(lines: ReceiptLines, line: number, position: number): boolean {
  return fieldTo(lines, line, position) <= fieldFrom(lines, line, position);
}

/** An integer: undefined where the field is empty, NaN where it is not a number. */
export function integerAt(lines: ReceiptLines, line: number, position: number): number | undefined {
  const from = fieldFrom(lines, line, position);
  const to = fieldTo(lines, line, position);
  if (to <= from) return undefined;
  return readInteger(lines.buffer, from, to);
}

/** Blanks around are allowed (fixed-width habits), 10 digits at most (no count, points or yen of a receipt is larger). */
function readInteger(buffer: Buffer, start: number, end: number): number | undefined {
  let from = start;
  let to = end;
  while (from < to && buffer[from] === 0x20) from++;
  while (to > from && buffer[to - 1] === 0x20) to--;
  if (from === to) return undefined;
  const negative = buffer[from] === 0x2d;
  if (negative) from++;
  if (from === to || to - from > 10) return Number.NaN;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = buffer[at]! - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return negative ? -value : value;
}

/** A decimal times `scale` (a power of ten), exact as long as it has no more decimals than that. */
export function decimalAt(
  lines: ReceiptLines,
  line: number,
  position: number,
  scale: number,
): number | undefined {
  const from = fieldFrom(lines, line, position);
  const to = fieldTo(lines, line, position);
  if (to <= from) return undefined;
  const { buffer } = lines;
  if (buffer[from] === 0x2d) return Number.NaN;
  let point = from;
  while (point < to && buffer[point] !== 0x2e) point++;
  const whole = point === from ? 0 : readInteger(buffer, from, point);
  if (point >= to - 1) return whole === undefined ? undefined : whole * scale;
  const decimals = to - point - 1;
  const fraction = readInteger(buffer, point + 1, to);
  if (whole === undefined || fraction === undefined || fraction < 0 || decimals > 15) return Number.NaN;
  return Math.round(whole * scale + (fraction * scale) / 10 ** decimals);
}

/** Bytes of a field as Latin text; for codes and numbers. */
export function codeAt(lines: ReceiptLines, line: number, position: number): string {
  const from = fieldFrom(lines, line, position);
  const to = fieldTo(lines, line, position);
  return to <= from ? '' : lines.buffer.toString('latin1', from, to).trim();
}

const eraBase: Readonly<Record<number, number>> = { 1: 1867, 2: 1911, 3: 1925, 4: 1988, 5: 2018 };
const dayMilliseconds = 86_400_000;

/**
 * A date as days since 1970-01-01, a month as its first day; the form is told by its length: GYYMM, YYYYMM, GYYMMDD,
 * YYYYMMDD (era digit 1 明治 … 5 令和). Undefined where empty, NaN where it is no date.
 */
export function dateAt(lines: ReceiptLines, line: number, position: number): number | undefined {
  const value = integerAt(lines, line, position);
  if (value === undefined || Number.isNaN(value)) return value;
  return dateOfDigits(value, fieldTo(lines, line, position) - fieldFrom(lines, line, position));
}

/** The same for a number of `length` digits. */
export function dateOfDigits(value: number, length: number): number {
  switch (length) {
    case 5:
      return eraDate(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100, 1);
    case 6:
      return epochDay(Math.floor(value / 100), value % 100, 1);
    case 7:
      return eraDate(
        Math.floor(value / 1_000_000),
        Math.floor(value / 10_000) % 100,
        Math.floor(value / 100) % 100,
        value % 100,
      );
    case 8:
      return epochDay(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
    default:
      return Number.NaN;
  }
}

function eraDate(era: number, year: number, month: number, day: number): number {
  const base = eraBase[era];
  return base === undefined || year === 0 ? Number.NaN : epochDay(base + year, month, day);
}

/** Days since 1970-01-01; NaN where the calendar has no such day or the year is not of a living person. */
function epochDay(year: number, month: number, day: number): number {
  if (year < 1868 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day ? time / dayMilliseconds : Number.NaN;
}

/** Texts of the dates met: birth dates, at most one a day of a few centuries. */
const dateTexts = new Map<number, string>();

/** `YYYY-MM-DD` of days since 1970-01-01. */
export function dateText(days: number): string {
  const known = dateTexts.get(days);
  if (known !== undefined) return known;
  const text = new Date(days * dayMilliseconds).toISOString().slice(0, 10);
  dateTexts.set(days, text);
  return text;
}
