import { compactMonth, type MonthIndex } from './calendar.ts';
import { brokenByte } from './cp932.ts';
import type { Institution } from './institutions.ts';
import type { Head, Written } from './receipt.ts';

const commas = Array.from({ length: 120 }, (_, count) => ','.repeat(count));

/** `count` empty columns, each with its comma in front. */
export function blank(count: number): string {
  return commas[count]!;
}

/** 31 day columns with the same mark on the given days. */
export function dayMarks(days: readonly number[]): string {
  let text = '';
  let last = 0;
  for (const day of days) {
    text += `${blank(day - last)}1`;
    last = day;
  }
  return text + blank(31 - last);
}

/** MN, which the review body puts before every receipt. */
export function managementRecord(head: Head, institution: Institution, number: string): string {
  const place = head.fault === 'broken_bytes' ? `${institution.place}${brokenByte}` : institution.place;
  return `MN,${String(head.serial).padStart(9, '0')},${place},${number},,,`;
}

/** Numbers the lines of one receipt and puts the three leading columns before them. */
export type Lines = {
  readonly add: (record: string) => number;
  readonly added: (record: string, line: number, branch: number) => void;
  text: () => string;
  count: () => number;
};

export function receiptLines(): Lines {
  let text = '';
  let line = 0;
  let count = 0;
  return {
    add(record) {
      line++;
      count++;
      const mark = /^(MN|JY|EX|RC)/.test(record) ? '2' : '1';
      text += `${mark},${line},0,${record}\r\n`;
      return line;
    },
    added(record, number, branch) {
      count++;
      text += `2,${number},${branch},${record}\r\n`;
    },
    text: () => text,
    count: () => count,
  };
}

/** EX and RC, which the review body appends. */
export function addReviewLines(lines: Lines, head: Head): void {
  lines.add(`EX,,,,,,,,1,,,,${head.serial % 3 === 0 ? `K${(head.serial % 97).toString(36)}` : ''}`);
  lines.add(`RC,Ver00001${((head.serial * 2_654_435_761) % 1_000_003).toString(36)}`);
}

/** A receipt as it goes back to its institution: the reason (HR) stands last, with the month and the 検索番号. */
export function asReturned(written: Written, head: Head, month: MonthIndex): Written {
  const reason = `HR,${compactMonth(month)},1${blank(7)}${head.search}`;
  const text = `${written.text}2,${written.records + 1},0,${reason}\r\n`;
  return { ...written, text, records: written.records + 1 };
}
