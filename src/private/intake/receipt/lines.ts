/** データ識別 of a line the review body added (MN, corrections, JY, EX, RC); 1 is the claim as filed. */
export const addedByReview = 2;

/**
 * The lines of one receipt, as positions in the buffer they were read into. Line `i` has its fields 1 (the record
 * identifier) … `fields[i]` between `cuts[first[i]]` and `cuts[first[i] + fields[i]]`; each cut is the start of a field.
 * The arrays are reused for the next receipt.
 */
export type ReceiptLines = {
  buffer: Buffer;
  count: number;
  cuts: Int32Array;
  cutCount: number;
  first: Int32Array;
  fields: Int32Array;
  id: Int32Array;
  /** データ識別 */
  data: Int32Array;
  /** 行番号 and 枝番号 inside the receipt. */
  number: Int32Array;
  branch: Int32Array;
  /** Line in the file, from 1. */
  line: Int32Array;
  /** Bytes of the file: from (inclusive), to (exclusive, with the line end). */
  byteFrom: number;
  byteTo: number;
};

const perLine = ['first', 'fields', 'id', 'data', 'number', 'branch', 'line'] as const;

export function createReceiptLines(buffer: Buffer): ReceiptLines {
  const column = () => new Int32Array(256);
  return {
    buffer,
    count: 0,
    cuts: new Int32Array(8192),
    cutCount: 0,
    first: column(),
    fields: column(),
    id: column(),
    data: column(),
    number: column(),
    branch: column(),
    line: column(),
    byteFrom: 0,
    byteTo: 0,
  };
}

/** Makes room for one more line. */
export function ensureLine(lines: ReceiptLines): void {
  if (lines.count < lines.id.length) return;
  for (const name of perLine) lines[name] = doubled(lines[name]);
}

/** Makes room for more cuts; returns the array to write to. */
export function growCuts(lines: ReceiptLines): Int32Array {
  lines.cuts = doubled(lines.cuts);
  return lines.cuts;
}

/** Keeps only the lines from `index` on, as the first of the next receipt. */
export function keepLinesFrom(lines: ReceiptLines, index: number): void {
  const start = lines.first[index - 1]! + lines.fields[index - 1]! + 1;
  lines.cuts.copyWithin(0, start, lines.cutCount);
  for (const name of perLine) lines[name].copyWithin(0, index, lines.count);
  lines.cutCount -= start;
  lines.count -= index;
  for (let line = 0; line < lines.count; line++) lines.first[line]! -= start;
}

/** Where the bytes of line `line` begin (with its three leading columns) and, without its line end, end. */
export function lineStart(lines: ReceiptLines, line: number): number {
  return lines.cuts[line === 0 ? 0 : lines.first[line - 1]! + lines.fields[line - 1]! + 1]!;
}

export function lineEnd(lines: ReceiptLines, line: number): number {
  return lines.cuts[lines.first[line]! + lines.fields[line]!]! - 1;
}

function doubled(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
