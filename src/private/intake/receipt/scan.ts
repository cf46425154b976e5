import { closeSync, openSync, readSync } from 'node:fs';
import { emptyFile, truncatedFile } from '../refusals.ts';
import { addLine, closeLine, cutLine, prefixOf } from './cut.ts';
import { HM, IR, MN, RE, type RecordId, UK, YK } from './identifiers.ts';
import { addedByReview, createReceiptLines, keepLastLine, type ReceiptLines } from './lines.ts';
import { receiptTooLarge } from './refusals.ts';

const blockBytes = 4 << 20;
const largestReceipt = 64 << 20;

export type ScanOptions = {
  /** A file, or what was in one (a member of an archive). */
  readonly path: string | Uint8Array;
  /** Base name for messages. */
  readonly fileName: string;
  /**
   * 3 where each line begins with データ識別, 行番号, 枝番号; 0 where it does not (claim files, or a tool has cut them
   * off); `each` where files of both forms may be joined.
   */
  readonly prefix: 0 | 3 | 'each';
  /** Positions a complete record of this identifier has, as defined; undefined where unknown. */
  readonly positions: (id: RecordId) => number | undefined;
  readonly onReceipt: (lines: ReceiptLines) => void;
  readonly onBytes?: (bytes: number) => void;
};

export type ScanResult = {
  readonly bytes: number;
  readonly records: number;
  readonly lines: number;
  /** The last line is complete but has no line end. */
  readonly openEnd: boolean;
};

/**
 * Reads a receipt file in blocks and hands over one receipt at a time; memory stays flat.
 * A comma, line feed or carriage return is never part of a character: a trail byte is 0x40 or above, so a broken
 * pair (a lead byte before a comma) loses itself only, not the field.
 * @throws {UserError} INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_CONTRACT (a receipt beyond 64 MiB).
 */
export function scanReceipts(options: ScanOptions): ScanResult {
  const { path } = options;
  if (typeof path !== 'string') return scanBytes(readerOf(path), options);
  const file = openSync(path, 'r');
  try {
    return scanBytes((buffer, at) => readSync(file, buffer, at, buffer.length - at, null), options);
  } finally {
    closeSync(file);
  }
}

/** Fills a buffer from a place on with what comes next; returns how many bytes, 0 at the end. */
type ReadNext = (buffer: Buffer, at: number) => number;

function readerOf(bytes: Uint8Array): ReadNext {
  let from = 0;
  return (buffer, at) => {
    const part = bytes.subarray(from, from + buffer.length - at);
    buffer.set(part, at);
    from += part.length;
    return part.length;
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
};

function scanBytes(readNext: ReadNext, options: ScanOptions): ScanResult {
  const lines = createReceiptLines(Buffer.allocUnsafe(blockBytes));
  const scan: ScanState = {
    base: 0,
    filled: 0,
    at: 0,
    receiptStart: 0,
    line: 0,
    records: 0,
    before: { line: 0, records: 0 },
    openEnd: false,
    fewest: new Int32Array(65_536),
    shortest: new Int32Array(65_536),
    endings: new Set(),
  };
  for (;;) {
    const got = readNext(lines.buffer, scan.filled);
    scan.filled += got;
    while (scan.at < scan.filled && takeLine(scan, lines, options, got === 0)) {}
    if (got === 0) break;
    if (scan.receiptStart === 0 && scan.filled === lines.buffer.length) growBuffer(scan, lines, options);
    backToReceipt(scan, lines);
    options.onBytes?.(scan.base);
  }
  deliver(scan, lines, options, scan.filled);
  options.onBytes?.(scan.base + scan.filled);
  if (scan.records === 0) throw emptyFile(options.fileName);
  return {
    bytes: scan.base + scan.filled,
    records: scan.records,
    lines: scan.line,
    openEnd: scan.openEnd,
  };
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
    const prefix = options.prefix === 'each' ? prefixOf(lines, startCut) : options.prefix;
    addLine(lines, startCut, scan.line, prefix);
    scan.records++;
    const last = lines.count - 1;
    if (next < 0 && !marked) checkWhole(scan, lines, options, prefix);
    noteLength(scan, lines, last);
    if (last > 0 && startsReceipt(lines, last)) nextReceipt(scan, lines, options, startCut);
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
    (scan.endings.size === 0 || scan.endings.has(id) || (options.prefix === 'each' && prefix === 0));
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

/** Hands over the receipt before the line just added, which begins the next one. */
function nextReceipt(scan: ScanState, lines: ReceiptLines, options: ScanOptions, startCut: number): void {
  lines.count--;
  scan.endings.add(lines.id[lines.count - 1]!);
  deliver(scan, lines, options, scan.at);
  lines.count++;
  keepLastLine(lines, startCut);
  scan.receiptStart = scan.at;
  scan.before = { line: scan.line - 1, records: scan.records - 1 };
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
  lines.count = 0;
  lines.cutCount = 0;
}

/** MN opens a receipt; where it is missing, a second institution or common record of the claim does. */
function startsReceipt(lines: ReceiptLines, index: number): boolean {
  const id = lines.id[index]!;
  if (id === MN) return true;
  if (id !== IR && id !== YK && id !== RE && id !== UK && id !== HM) return false;
  if (lines.data[index] === addedByReview) return false;
  for (let before = 0; before < index; before++) {
    const other = lines.id[before]!;
    if (lines.data[before] === addedByReview) continue;
    if (other === RE || (id !== RE && other === id)) return true;
  }
  return false;
}
