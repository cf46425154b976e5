import { closeSync, openSync, readSync } from 'node:fs';
import { emptyFile, truncatedFile } from '../refusals.ts';
import { addLine, closeLine, cutLine, prefixOf } from './cut.ts';
import { GO, HM, IR, MN, RE, type RecordId, UK, YK } from './identifiers.ts';
import { addedByReview, createReceiptLines, keepLinesFrom, type ReceiptLines } from './lines.ts';
import { isCover, isDetailOf } from './nest.ts';
import { receiptTooLarge } from './refusals.ts';

const blockBytes = 4 << 20;
const largestReceipt = 64 << 20;

export type ScanOptions = {
  /** Base name for messages. */
  readonly fileName: string;
  /** Positions a complete record of this identifier has, as defined; undefined where unknown. */
  readonly positions: (id: RecordId) => number | undefined;
  readonly onReceipt: (lines: ReceiptLines) => void;
  readonly onBytes?: (bytes: number) => void;
  /** Lines and bytes before what is read: of the files before this one where they are numbered through, or of its first part. */
  readonly before?: Before;
  /** Where to stop; without it at the end. */
  readonly to?: number;
};

export type Before = { readonly lines: number; readonly bytes: number };

export type ScanResult = {
  readonly records: number;
  /** With those before. */
  readonly bytes: number;
  readonly lines: number;
  /** The last line is complete but has no line end. */
  readonly openEnd: boolean;
};

/** Reads what it is given, block by block. @throws {UserError} as `scanReceipts` */
export type Scan = {
  readonly take: (block: Uint8Array) => void;
  readonly end: () => ScanResult;
};

/**
 * Reads a receipt file in blocks and hands over one receipt at a time, a DPC cover (総括) together with its details;
 * memory stays flat. Whether a line has the three leading columns is seen line by line: files of both forms may be joined.
 * A comma, line feed or carriage return is never part of a character: a trail byte is 0x40 or above, so a broken
 * pair (a lead byte before a comma) loses itself only, not the field.
 * @throws {UserError} INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_CONTRACT (a receipt beyond 64 MiB).
 */
export function scanReceipts(path: string, options: ScanOptions): ScanResult {
  const { scan, lines } = createState(options);
  const { to = Number.POSITIVE_INFINITY } = options;
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const at = scan.base + scan.filled;
      const room = Math.min(lines.buffer.length - scan.filled, to - at);
      const got = room === 0 ? 0 : readSync(file, lines.buffer, scan.filled, room, at);
      if (got === 0) return end(scan, lines, options);
      scan.filled += got;
      advance(scan, lines, options);
    }
  } finally {
    closeSync(file);
  }
}

/** The same for what comes from elsewhere (a member of an archive). */
export function createScan(options: ScanOptions): Scan {
  const { scan, lines } = createState(options);
  return {
    take(block) {
      for (let from = 0; from < block.length; ) {
        const part = block.subarray(from, from + lines.buffer.length - scan.filled);
        lines.buffer.set(part, scan.filled);
        scan.filled += part.length;
        from += part.length;
        if (scan.filled === lines.buffer.length) advance(scan, lines, options);
      }
    },
    end: () => end(scan, lines, options),
  };
}

/** Where the scan stands. Positions are in the buffer; `base` is the place of its first byte in the file. */
type ScanState = {
  base: number;
  filled: number;
  at: number;
  receiptStart: number;
  line: number;
  records: number;
  /** Lines and records before the receipt at `receiptStart`. */
  before: { line: number; records: number };
  openEnd: boolean;
  /** Fewest positions, and bytes of the last one, seen of each record: how the file writes it. */
  readonly fewest: Int32Array;
  readonly shortest: Int32Array;
  /** Records that receipts of this file end with. */
  readonly endings: Set<RecordId>;
  /**
   * After a cover: where a record stood that opens its next detail or the next receipt; its common record (RE) tells
   * which. −1 where there is none.
   */
  opened: number;
  openedAt: number;
  openedBefore: { line: number; records: number };
};

function createState({ before = { lines: 0, bytes: 0 } }: ScanOptions) {
  const lines = createReceiptLines(Buffer.allocUnsafe(blockBytes));
  const scan: ScanState = {
    base: before.bytes,
    filled: 0,
    at: 0,
    receiptStart: 0,
    line: before.lines,
    records: 0,
    before: { line: before.lines, records: 0 },
    openEnd: false,
    fewest: new Int32Array(65_536),
    shortest: new Int32Array(65_536),
    endings: new Set(),
    opened: -1,
    openedAt: 0,
    openedBefore: { line: 0, records: 0 },
  };
  return { scan, lines };
}

/** Takes the whole lines in the buffer and makes room for more. */
function advance(scan: ScanState, lines: ReceiptLines, options: ScanOptions): void {
  while (scan.at < scan.filled && takeLine(scan, lines, options, false)) {}
  if (scan.receiptStart === 0 && scan.filled === lines.buffer.length) growBuffer(scan, lines, options);
  backToReceipt(scan, lines);
  options.onBytes?.(scan.base);
}

function end(scan: ScanState, lines: ReceiptLines, options: ScanOptions): ScanResult {
  while (scan.at < scan.filled) takeLine(scan, lines, options, true);
  if (scan.opened >= 0) nextReceipt(scan, lines, options);
  deliver(scan, lines, options, scan.filled);
  const bytes = scan.base + scan.filled;
  options.onBytes?.(bytes);
  if (scan.records === 0) throw emptyFile(options.fileName);
  return { bytes, records: scan.records, lines: scan.line, openEnd: scan.openEnd };
}

/** Takes the line at `scan.at`; false where its end has not been read yet. */
function takeLine(scan: ScanState, lines: ReceiptLines, options: ScanOptions, ended: boolean): boolean {
  const { at, filled } = scan;
  const startCut = lines.cutCount;
  const next = cutLine(lines, at, filled);
  if (next < 0 && !ended) return false;
  scan.line++;
  const marked = closeLine(lines, next < 0 ? filled : next - 1, startCut);
  if (lines.cutCount > startCut) {
    const prefix = prefixOf(lines, startCut);
    addLine(lines, startCut, scan.line, prefix);
    scan.records++;
    const last = lines.count - 1;
    if (next < 0 && !marked) checkWhole(scan, lines, options, prefix);
    noteLength(scan, lines, last);
    divide(scan, lines, options);
  }
  scan.at = next < 0 ? filled : next;
  return true;
}

/**
 * The last line has no line end. It is whole only where its record is as long as the file (or the layout) has it
 * and is one that receipts of the file end with; a claim file whose GO is missing may end with any.
 */
function checkWhole(scan: ScanState, lines: ReceiptLines, options: ScanOptions, prefix: 0 | 3): void {
  const last = lines.count - 1;
  const id = lines.id[last]!;
  const positions = scan.fewest[id]! || options.positions(id);
  const whole =
    id !== 0 &&
    positions !== undefined &&
    lines.fields[last]! >= positions &&
    lastFieldBytes(lines, last) >= scan.shortest[id]! &&
    (scan.endings.size === 0 || scan.endings.has(id) || prefix === 0);
  if (!whole) throw truncatedFile(options.fileName, scan.line);
  scan.openEnd = true;
}

function noteLength(scan: ScanState, lines: ReceiptLines, line: number): void {
  const id = lines.id[line]!;
  const positions = lines.fields[line]!;
  const bytes = lastFieldBytes(lines, line);
  if (scan.fewest[id] === 0 || positions < scan.fewest[id]!) scan.fewest[id] = positions;
  if (scan.shortest[id] === 0 || bytes < scan.shortest[id]!) scan.shortest[id] = bytes;
}

function lastFieldBytes(lines: ReceiptLines, line: number): number {
  const end = lines.first[line]! + lines.fields[line]!;
  return lines.cuts[end]! - lines.cuts[end - 1]!;
}

/** Ends the receipt where the line just added begins the next one; a detail of a cover goes on with its receipt. */
function divide(scan: ScanState, lines: ReceiptLines, options: ScanOptions): void {
  const last = lines.count - 1;
  if (scan.opened >= 0) {
    if (lines.id[last] === RE && isDetailOf(lines, last)) {
      scan.opened = -1;
      return;
    }
    if (isInstitution(lines.id[last]!)) return;
    nextReceipt(scan, lines, options);
    divide(scan, lines, options);
    return;
  }
  if (last === 0 || !startsReceipt(lines, last)) return;
  const isCommon = lines.id[last] === RE;
  if (isCommon && isDetailOf(lines, last)) return;
  scan.opened = last;
  scan.openedAt = scan.at;
  scan.openedBefore = { line: scan.line - 1, records: scan.records - 1 };
  if (isCommon || !isCover(lines)) nextReceipt(scan, lines, options);
}

/** Hands over the receipt before the line that opens the next one. */
function nextReceipt(scan: ScanState, lines: ReceiptLines, options: ScanOptions): void {
  const { count, cutCount } = lines;
  lines.count = scan.opened;
  lines.cutCount = lines.first[scan.opened - 1]! + lines.fields[scan.opened - 1]! + 1;
  scan.endings.add(lines.id[scan.opened - 1]!);
  deliver(scan, lines, options, scan.openedAt);
  lines.count = count;
  lines.cutCount = cutCount;
  keepLinesFrom(lines, scan.opened);
  scan.receiptStart = scan.openedAt;
  scan.before = scan.openedBefore;
  scan.opened = -1;
}

function deliver(scan: ScanState, lines: ReceiptLines, options: ScanOptions, end: number): void {
  if (lines.count === 0) return;
  lines.byteFrom = scan.base + scan.receiptStart;
  lines.byteTo = scan.base + end;
  options.onReceipt(lines);
}

function growBuffer(scan: ScanState, lines: ReceiptLines, options: ScanOptions): void {
  if (lines.buffer.length >= largestReceipt) throw receiptTooLarge(options.fileName, scan.before.line + 1);
  const larger = Buffer.allocUnsafe(lines.buffer.length * 2);
  lines.buffer.copy(larger, 0, 0, scan.filled);
  lines.buffer = larger;
}

/** The unfinished receipt moves to the front of the buffer and is cut again when more of it is there. */
function backToReceipt(scan: ScanState, lines: ReceiptLines): void {
  lines.buffer.copyWithin(0, scan.receiptStart, scan.filled);
  scan.base += scan.receiptStart;
  scan.filled -= scan.receiptStart;
  scan.receiptStart = 0;
  scan.at = 0;
  scan.line = scan.before.line;
  scan.records = scan.before.records;
  scan.opened = -1;
  lines.count = 0;
  lines.cutCount = 0;
}

/** MN opens a receipt; where it is missing, a second institution or common record of the claim does, or one behind GO. */
function startsReceipt(lines: ReceiptLines, index: number): boolean {
  const id = lines.id[index]!;
  if (id === MN) return true;
  if (id !== RE && !isInstitution(id)) return false;
  if (lines.data[index] === addedByReview) return false;
  for (let before = 0; before < index; before++) {
    const other = lines.id[before]!;
    if (lines.data[before] === addedByReview) continue;
    if (other === RE || other === GO || (id !== RE && other === id)) return true;
  }
  return false;
}

function isInstitution(id: RecordId): boolean {
  return id === IR || id === YK || id === UK || id === HM;
}
