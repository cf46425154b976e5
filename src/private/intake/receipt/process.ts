import { applyCorrections, type Correction, type LineOrder } from './correct.ts';
import type { ReceiptForm } from './forms.ts';
import { type ReceiptHead, readHead } from './head.ts';
import { type Expected, judge, type ReceiptReason } from './judge.ts';
import type { ReceiptLines } from './lines.ts';
import { readMedicalRows } from './medical.ts';
import { sumNursingYen } from './nursing.ts';
import { readPharmacyRows } from './pharmacy.ts';
import type { Note, ReceiptRows } from './rows.ts';

/** One receipt after corrections: set aside for a reason, or read with the points its rows add up to. */
export type ProcessedReceipt = {
  readonly lines: ReceiptLines;
  readonly head: ReceiptHead;
  readonly corrected: boolean;
  /** Points (decided, else claimed, else 0) and yen (points × 10 and meals) that came in with it. */
  readonly points: number;
  readonly mealYen: number;
  readonly reason: ReceiptReason | undefined;
  /** What the rows add up to; undefined where they were not read. */
  readonly computedPoints: number | undefined;
};

export type ProcessReceipt = (lines: ReceiptLines) => ProcessedReceipt;

/**
 * Corrects, judges and, where nothing speaks against it, reads the rows of one receipt after another.
 * With `readAll` the rows of receipts set aside are read too (inspection).
 */
export function createProcess(
  form: ReceiptForm,
  expected: Expected,
  rows: ReceiptRows,
  note: Note,
  readAll = false,
): ProcessReceipt {
  const order: LineOrder = { lines: new Int32Array(1024) };
  return (lines) => {
    rows.sequence++;
    const correction = applyCorrections(lines, order);
    const head = readHead(lines, order.lines, correction.length, form);
    const points = amount(head.decidedPoints) ?? amount(head.claimedPoints) ?? 0;
    const mealYen = amount(head.mealYen) ?? 0;
    const reason = judge(head, correction, form, expected);
    const readable = reason === undefined || (readAll && head.common >= 0);
    const computedPoints = readable ? readRows(lines, order.lines, correction, rows, form, head) : undefined;
    if (reason === undefined && computedPoints !== points) {
      note('total_mismatch', lines.line[0]!, points, computedPoints);
    }
    if (correction.unused >= 0) note('correction_row_unused', lines.line[correction.unused]!);
    const corrected = correction.state === 'applied';
    return { lines, head, corrected, points, mealYen, reason, computedPoints };
  };
}

function readRows(
  lines: ReceiptLines,
  order: Int32Array,
  correction: Correction,
  rows: ReceiptRows,
  form: ReceiptForm,
  head: ReceiptHead,
): number {
  const { length } = correction;
  if (form.units) return readMedicalRows(lines, order, length, rows, form.units, head.insurer >= 0);
  return form.kind === 'nursing'
    ? sumNursingYen(lines, order, length, rows)
    : readPharmacyRows(lines, order, length, rows);
}

/** A total as counted in reconciliation: undefined where it is missing, unreadable or negative. */
function amount(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}
