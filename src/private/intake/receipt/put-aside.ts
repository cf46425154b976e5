import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import { commonRecords } from '#pipelines/sources/receipt/common.ts';
import { receiptChange } from '#pipelines/sources/receipt/tables.ts';
import { columnPositions, type RowWriter } from '../../warehouse/columns.ts';
import { isSearchNumber } from './kinds.ts';
import type { ReceiptLines } from './lines.ts';
import { monthAt } from './marks.ts';
import { type ProcessedReceipt, yenOf } from './process.ts';
import { codeAt } from './values.ts';

const q = columnPositions(quarantine);
const f = columnPositions(finding);
const n = columnPositions(receiptChange);
const hr = commonRecords.HR.fields;

/** Sets lines aside that are no receipt (`receipts` 0), or a receipt with its points and yen. */
export function writeQuarantine(
  writer: RowWriter,
  fileId: number,
  sequence: number,
  lines: ReceiptLines,
  reason: string,
  receipt?: ProcessedReceipt,
): void {
  writer.number(q.file_id, fileId);
  writer.number(q.position, sequence);
  writer.number(q.line, lines.line[0]!);
  writer.number(q.line_end, lines.line[lines.count - 1]!);
  writer.text(q.reason, reason);
  writer.number(q.records, lines.count);
  writer.number(q.receipts, receipt ? 1 : 0);
  writer.number(q.points, receipt?.points ?? 0);
  writer.number(q.yen, receipt ? yenOf(receipt) : 0);
  writer.number(q.byte_from, lines.byteFrom);
  writer.number(q.byte_to, lines.byteTo);
  writer.endRow();
}

export function writeFinding(
  writer: RowWriter,
  fileId: number,
  sequence: number | undefined,
  code: string,
  line: number,
  expected?: number,
  found?: number,
): void {
  writer.number(f.file_id, fileId);
  if (sequence !== undefined) writer.number(f.position, sequence);
  writer.number(f.line, line);
  writer.text(f.code, code);
  if (expected !== undefined) writer.number(f.expected, expected);
  if (found !== undefined) writer.number(f.found, found);
  writer.endRow();
}

/**
 * Notes that a receipt went back to its institution (返戻, HR) or to another insurer (振替): one taken in earlier under
 * the same search number no longer holds.
 */
export function writeChange(
  writer: RowWriter,
  fileId: number,
  { lines, head }: ProcessedReceipt,
  change: 'returned' | 'transferred',
): void {
  const reason = change === 'returned' ? head.returned : -1;
  const named = reason < 0 ? '' : codeAt(lines, reason, hr.searchNumber[0]);
  const searchNumber = isSearchNumber(named) ? named : head.searchNumber;
  if (searchNumber === '') return;
  const noted = reason < 0 ? undefined : monthAt(lines, reason, hr.month[0]);
  const month = noted === undefined || Number.isNaN(noted) ? head.processingMonth : noted;
  writer.number(n.file_id, fileId);
  writer.number(n.line, lines.line[Math.max(reason, 0)]!);
  writer.text(n.search_number, searchNumber);
  if (month !== undefined) writer.number(n.processed_month, month);
  writer.text(n.change, change);
  writer.endRow();
}
