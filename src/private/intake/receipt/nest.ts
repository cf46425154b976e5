import { dpcRecords } from '#pipelines/sources/receipt/dpc.ts';
import { RE } from './identifiers.ts';
import { addedByReview, type ReceiptLines } from './lines.ts';
import { fieldFrom, fieldTo } from './values.ts';

const { type: typeAt, number: numberAt, cover: coverAt } = dpcRecords.RE.fields;
const [zero, one, three] = [0x30, 0x31, 0x33];

/**
 * レセプト総括区分 of a common record: 0 a plain DPC receipt, 1 a cover, 2 and 3 its details (DPC, 医科); −1 for all
 * other receipts, which have something longer there or nothing.
 */
export function coverOf(lines: ReceiptLines, common: number): number {
  const from = fieldFrom(lines, common, coverAt[0]);
  if (fieldTo(lines, common, coverAt[0]) - from !== 1) return -1;
  if (lines.buffer[fieldFrom(lines, common, typeAt[0])] !== one) return -1;
  const digit = lines.buffer[from]!;
  return digit >= zero && digit <= three ? digit - zero : -1;
}

/** Whether the receipt so far is a DPC cover (総括), whose details may follow. */
export function isCover(lines: ReceiptLines): boolean {
  const common = firstCommon(lines);
  return common >= 0 && coverOf(lines, common) === 1;
}

/** Whether the common record `line` opens a detail of the cover before it: they have the same レセプト番号. */
export function isDetailOf(lines: ReceiptLines, line: number): boolean {
  if (lines.data[line] === addedByReview || coverOf(lines, line) < 2 || !isCover(lines)) return false;
  const cover = firstCommon(lines);
  const from = fieldFrom(lines, line, numberAt[0]);
  const to = fieldTo(lines, line, numberAt[0]);
  const start = fieldFrom(lines, cover, numberAt[0]);
  const end = fieldTo(lines, cover, numberAt[0]);
  return lines.buffer.compare(lines.buffer, from, to, start, end) === 0;
}

function firstCommon(lines: ReceiptLines): number {
  for (let line = 0; line < lines.count; line++)
    if (lines.id[line] === RE && lines.data[line] !== addedByReview) return line;
  return -1;
}
