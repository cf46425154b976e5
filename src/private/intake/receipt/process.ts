import { applyCorrections, type Correction, type LineOrder } from './correct.ts';
import type { ReceiptForm } from './form.ts';
import { type Opening, type ReceiptHead, readHead } from './head.ts';
import { type Expected, judge, type ReceiptReason } from './judge.ts';
import type { ReceiptLines } from './lines.ts';
import { type DetailTotals, type ReadTotals, readRows } from './read-rows.ts';
import type { ReceiptRows } from './rows.ts';
import { readStay, type Stay } from './stay.ts';

/** One receipt after corrections: set aside for a reason, or read with what its rows add up to. */
export type ProcessedReceipt = {
  readonly lines: ReceiptLines;
  readonly form: ReceiptForm;
  readonly head: ReceiptHead;
  readonly corrected: boolean;
  /** What came in with it (decided, else claimed, else 0): points, or yen of a kind billed in yen; the meals apart. */
  readonly points: number;
  readonly kindYen: number;
  readonly mealYen: number;
  readonly reason: ReceiptReason | undefined;
  /** What the rows add up to, in points or yen; undefined where they were not read. */
  readonly computed: number | undefined;
  /** The bundle (包括) among them. */
  readonly bundle: number;
  /** 1 a DPC cover, whose details are in it; 2 and 3 a detail that has lost its cover. */
  readonly cover: number;
  readonly details: readonly DetailTotals[];
  /** Of a DPC receipt. */
  readonly stay: Stay | undefined;
};

export type ProcessReceipt = (lines: ReceiptLines, opening: Opening | undefined) => ProcessedReceipt;

const unread: ReadTotals = { computed: undefined, bundle: 0, cover: -1, details: [] };

/**
 * Corrects, judges and, where nothing speaks against it, reads the rows of one receipt after another.
 * With `readAll` the rows of receipts set aside are read too (inspection).
 */
export function createProcess(
  form: ReceiptForm,
  expected: Expected,
  rows: ReceiptRows,
  readAll = false,
): ProcessReceipt {
  const order: LineOrder = { lines: new Int32Array(1024) };
  return (lines, opening) => {
    const correction = applyCorrections(lines, order);
    const head = readHead(lines, order.lines, correction.length, form, opening, expected.thisMonth);
    const decided = amount(head.decided) ?? amount(head.claimed) ?? 0;
    const reason = judge(head, correction, form, expected);
    const readable = reason === undefined || (readAll && head.common >= 0);
    const totals = readable ? readRows(lines, order.lines, correction.length, rows, form, head) : unread;
    noteUnused(lines, correction, rows);
    return {
      lines,
      form,
      head,
      corrected: correction.state === 'applied',
      points: form.inYen ? 0 : decided,
      kindYen: form.inYen ? decided : 0,
      mealYen: amount(head.mealYen) ?? 0,
      reason,
      computed: totals.computed,
      bundle: totals.bundle,
      cover: totals.cover,
      details: totals.details,
      stay:
        readable && form.kind === 'dpc' ? readStay(lines, order.lines, correction.length, rows) : undefined,
    };
  };
}

/** Yen of a receipt: points × 10, what is billed in yen, and meals. */
export function yenOf({ points, kindYen, mealYen }: ProcessedReceipt): number {
  return points * 10 + kindYen + mealYen;
}

function noteUnused(lines: ReceiptLines, { unused }: Correction, rows: ReceiptRows): void {
  if (unused >= 0) rows.note('correction_row_unused', lines.line[unused]!);
}

/** A total as counted in reconciliation: undefined where it is missing, unreadable or negative. */
function amount(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}
