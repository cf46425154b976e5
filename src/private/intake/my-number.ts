import { UserError } from '#shared/errors.ts';
import type { Text } from '#shared/text.ts';

/** Hits that refuse a file: one number in ten passes the check digit by chance, so a column gets three. */
const textLimit = 1;
const columnLimit = 3;
/** In a column declared harmless: so many hits, and more than half of its values, are no chance any more. */
const harmlessLimit = 20;

/** Weights of the first eleven digits, left to right (番号法施行令第8条の省令が定める検査用数字の式). */
const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Whether twelve digits carry the check digit of an Individual Number (個人番号). */
export function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 11; index++) sum += (digits.charCodeAt(index) - 48) * weights[index]!;
  const remainder = sum % 11;
  const check = remainder <= 1 ? 0 : 11 - remainder;
  return check === digits.charCodeAt(11) - 48;
}

/** Twelve digits, alone or as 4-4-4 with a blank or anything that looks like a hyphen between (ー is often typed). */
const numberRun = /(?<!\d)\d{4}[ \-‐-―−ー]?\d{4}[ \-‐-―−ー]?\d{4}(?!\d)/g;

/** How many Individual Numbers a text holds: runs of exactly twelve digits of any width, also written 4-4-4. */
export function countMyNumbers(text: string): number {
  if (text.length < 12) return 0;
  const runs = text.normalize('NFKC').match(numberRun) ?? [];
  return runs.filter((run) => isMyNumber(run.replace(/\D/g, ''))).length;
}

/**
 * The same for cp932 bytes `from`..`to` (exclusive), without making a text: ASCII digits and full-width digits
 * (0x82 0x4F–0x58), blanks and hyphens of either width between groups of four allowed.
 */
export function countMyNumbersInBytes(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < 12) return 0;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x30 && byte <= 0x39) digits++;
    else if (byte === 0x82 && bytes[at + 1]! >= 0x4f && bytes[at + 1]! <= 0x58) digits++;
  }
  if (digits < 12) return 0;
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    const next = at + 1 < to ? bytes[at + 1]! : 0;
    if (byte >= 0x30 && byte <= 0x39) text += String.fromCharCode(byte);
    else if (byte === 0x82 && next >= 0x4f && next <= 0x58) {
      text += String.fromCharCode(next - 0x4f + 0x30);
      at++;
    } else if (byte === 0x20 || byte === 0x2d) text += String.fromCharCode(byte);
    else if (byte === 0xb0) text += '-';
    else if (byte === 0x81 && next in wideSeparators) {
      text += wideSeparators[next];
      at++;
    } else {
      if (isLead(byte) && next >= 0x40) at++;
      text += '|';
    }
  }
  return countMyNumbers(text);
}

/** Second byte after 0x81 of the full-width blank and of ー ― ‐ －. */
const wideSeparators: Readonly<Record<number, string>> = { 64: ' ', 91: '-', 92: '-', 93: '-', 124: '-' };

function isLead(byte: number): boolean {
  return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
}

/** Watches the values of one file; throws as soon as the file must be refused. */
export type MyNumberScan = {
  /** A value of free text (comments, names of uncoded diseases, addresses). */
  readonly text: (value: string, line: number) => void;
  /** The same as cp932 bytes. */
  readonly bytes: (bytes: Uint8Array, from: number, to: number, line: number) => void;
  /** A value of a column that is meant to hold a number or code. */
  readonly column: (name: string, value: string, line: number) => void;
  /** Hits per column the contract declares harmless, to be logged as counts. */
  readonly harmlessHits: ReadonlyMap<string, number>;
  readonly counts: ColumnCounts;
};

/** By column: values long enough to be one, and hits; those in columns the contract declares harmless apart. */
export type ColumnCounts = {
  readonly values: ReadonlyMap<string, number>;
  readonly hits: ReadonlyMap<string, number>;
  readonly harmlessHits: ReadonlyMap<string, number>;
};

/**
 * A scan of one file. In columns of `harmless` hits are only counted, unless most values of the column are hits.
 * @throws {UserError} INTAKE_MY_NUMBER (from the scan's functions), naming file, line and column, never the number.
 */
export function createMyNumberScan(fileName: string, harmless: readonly string[] = []): MyNumberScan {
  const harmlessHits = new Map<string, number>();
  const columnHits = new Map<string, number>();
  const longValues = new Map<string, number>();
  const inText = (hits: number, line: number) => {
    if (hits >= textLimit) throw refused(fileName, line);
  };
  return {
    text: (value, line) => inText(countMyNumbers(value), line),
    bytes: (bytes, from, to, line) => inText(countMyNumbersInBytes(bytes, from, to), line),
    column(name, value, line) {
      if (value.length < 12) return;
      const seen = countIn(longValues, name);
      if (countMyNumbers(value) === 0) return;
      const isHarmless = harmless.includes(name);
      const hits = countIn(isHarmless ? harmlessHits : columnHits, name);
      if (isTooMany(hits, seen, isHarmless)) throw refused(fileName, line, name);
    },
    harmlessHits,
    counts: { values: longValues, hits: columnHits, harmlessHits },
  };
}

function isTooMany(hits: number, seen: number, isHarmless: boolean): boolean {
  return isHarmless ? hits >= harmlessLimit && hits * 2 > seen : hits >= columnLimit;
}

/**
 * Judges the columns of a file whose parts were scanned apart, each by a scan of its own; `line` is its last one.
 * @throws {UserError} INTAKE_MY_NUMBER
 */
export function judgeColumns(fileName: string, line: number, parts: readonly ColumnCounts[]): void {
  const sum = (of: (part: ColumnCounts) => ReadonlyMap<string, number>, name: string) =>
    parts.reduce((total, part) => total + (of(part).get(name) ?? 0), 0);
  for (const name of new Set(parts.flatMap(({ values }) => [...values.keys()]))) {
    const seen = sum(({ values }) => values, name);
    const hits = sum(({ hits }) => hits, name);
    const harmless = sum(({ harmlessHits }) => harmlessHits, name);
    if (isTooMany(hits, seen, false) || isTooMany(harmless, seen, true)) throw refused(fileName, line, name);
  }
}

function countIn(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count;
}

/** For the log: hits in columns a contract declares harmless, as a count. @param column where it is one column */
export function harmlessNote(fileName: string, count: number, column?: string): Text {
  const ja = column === undefined ? '番号の列' : `「${column}」列`;
  const en = column === undefined ? 'columns of numbers' : `column "${column}"`;
  return {
    ja: `${fileName}：${ja}に12桁の数字が ${count} 件ありましたが、契約で個人番号ではないと宣言されています。`,
    en: `${fileName}: ${count} twelve-digit numbers in ${en}, which the contract declares not to be Individual Numbers.`,
  };
}

function refused(fileName: string, line: number, column?: string): UserError {
  const ja = column === undefined ? `${line} 行目の文章` : `「${column}」列（${line} 行目まで）`;
  const en = column === undefined ? `free text of line ${line}` : `column "${column}" (up to line ${line})`;
  return new UserError(
    'INTAKE_MY_NUMBER',
    {
      ja: `${fileName} の${ja}に個人番号（マイナンバー）とみられる12桁の数字があるため、受け取りませんでした。何も保存していません。`,
      en: `${fileName} was refused: ${en} holds what looks like an Individual Number (My Number). Nothing was stored.`,
    },
    {
      hint: {
        ja: '個人番号を除いたファイルを提供元に求めてください。別の番号だと確かめられた列は、取込契約で「無害」と宣言できます。',
        en: 'Ask the sender for the file without Individual Numbers. A column known to hold another number can be declared harmless in the contract.',
      },
      data: { line, column: column ?? null },
    },
  );
}
