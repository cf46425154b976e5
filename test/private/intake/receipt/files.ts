import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import { receiptTables } from '#pipelines/sources/receipt/tables.ts';
import type { ReaderResult } from '#private/intake/reader.ts';
import { allForms } from '#private/intake/receipt/forms.ts';
import type { ReceiptLines } from '#private/intake/receipt/lines.ts';
import { readReceipts } from '#private/intake/receipt/read.ts';
import { scanReceipts } from '#private/intake/receipt/scan.ts';
import { openForBuild, type Row } from '#private/warehouse.ts';
import { createTableSql } from '#shared/define.ts';
import type { Month } from '#shared/month.ts';
import { cp932, ourInsurer, record } from './record.ts';

export { cp932, ourInsurer, record };

export const thisMonth: Month = '2026-11';
export const indexKey = Buffer.alloc(32, 7);

export type ReceiptOptions = {
  readonly kind?: 'medical' | 'pharmacy';
  readonly search?: string;
  readonly type?: string;
  readonly month?: string;
  readonly insurer?: string;
  readonly points?: number | string;
  readonly symbol?: string;
  readonly number?: string;
  readonly birth?: string;
  /** Fields of RE, HO, MN, IR by position that replace the usual ones. */
  readonly re?: Record<number, string | number>;
  readonly ho?: Record<number, string | number>;
  readonly mn?: Record<number, string | number>;
  readonly ir?: Record<number, string | number>;
  /** Records between HO and the end. */
  readonly body?: readonly string[];
  /** Records of データ識別 2 at the end; a tuple gives its own 行番号 and 枝番号. */
  readonly added?: readonly (string | readonly [line: number, branch: number, text: string])[];
  readonly omit?: readonly string[];
};

/** Search number of the test's n-th receipt, processed in 2026-05 (令和8年5月). */
export function searchNumber(n: number): string {
  return `13150805${String(n).padStart(9, '0')}`;
}

/** Lines of one receipt with the three leading columns. */
export function receiptLines(options: ReceiptOptions = {}): string[] {
  const medical = options.kind !== 'pharmacy';
  const search = options.search ?? searchNumber(1);
  const month = options.month ?? '202604';
  const re: Record<number, string | number> = {
    2: 1,
    3: options.type ?? (medical ? '1112' : '4112'),
    4: month,
    5: 'カナリヤ　太郎',
    6: 1,
    7: options.birth ?? '19800115',
    [medical ? 19 : 38]: search,
    [medical ? 37 : 42]: 'カナリヤタロウ',
    ...(medical ? {} : { 10: 13, 11: 1, 12: '1234567' }),
    ...options.re,
  };
  const ho = {
    2: options.insurer ?? ourInsurer,
    3: options.symbol ?? '１２３',
    4: options.number ?? '４５６',
    5: 1,
    6: options.points ?? 0,
    ...options.ho,
  };
  const filed = [
    medical
      ? record('IR', { 2: 1, 3: 13, 4: 1, 5: '1234567', 7: 'みほん医院', 8: '202605', ...options.ir }, 10)
      : record('YK', { 2: 1, 3: 13, 4: 4, 5: '7654321', 6: 'みほん薬局', 7: '202605', ...options.ir }, 9),
    record('RE', re, medical ? 38 : 42),
    record('HO', ho, medical ? 15 : 14),
    ...(options.body ?? []),
  ].filter((text) => !options.omit?.includes(text.slice(0, 2)));
  const lines = filed.map((text, index) => `1,${index + 2},0,${text}`);
  const added = (options.added ?? []).map((entry, index) =>
    typeof entry === 'string'
      ? `2,${filed.length + 2 + index},0,${entry}`
      : `2,${entry[0]},${entry[1]},${entry[2]}`,
  );
  const mn = record('MN', { 2: '910000001', 3: '', 4: search, ...options.mn }, 7);
  return [...(options.omit?.includes('MN') ? [] : [`2,1,0,${mn}`]), ...lines, ...added];
}

/** SI row: 診療識別, code, points, count and the day it is counted on. */
export function procedure(
  section: string,
  code: string,
  points: number | '',
  count: number,
  day = 1,
): string {
  return record('SI', { 2: section, 3: 1, 4: code, 6: points, 7: count, [13 + day]: count }, 44);
}

export function joinLines(receipts: readonly (readonly string[])[], lineEnd = '\r\n', end = '\x1a'): Buffer {
  return Buffer.concat([
    cp932(
      receipts
        .flat()
        .map((line) => line + lineEnd)
        .join(''),
    ),
    Buffer.from(end, 'latin1'),
  ]);
}

/** The lines of a buffer that holds one receipt, as the scanner leaves them. */
export function scanned(bytes: Uint8Array): ReceiptLines {
  const all = scanAll(bytes);
  return all[0]!.lines;
}

export type Scanned = { readonly lines: ReceiptLines; readonly text: readonly string[] };

/** Every receipt the scanner finds, copied, with the record identifiers and fields of its lines as Latin text. */
export function scanAll(bytes: Uint8Array, copyBuffer = true): Scanned[] {
  const found: Scanned[] = [];
  scanReceipts(writeTemporary(bytes), {
    fileName: 'file.csv',
    positions: allForms.medical.positions,
    onReceipt(lines) {
      const buffer = copyBuffer ? Buffer.from(lines.buffer.subarray(0, bytes.length)) : lines.buffer;
      const copy = { ...lines, buffer, cuts: lines.cuts.slice(), first: lines.first.slice() };
      const text = Array.from({ length: lines.count }, (_, line) =>
        lines.buffer.toString(
          'latin1',
          lines.cuts[lines.first[line]!],
          lines.cuts[lines.first[line]! + lines.fields[line]!]! - 1,
        ),
      );
      found.push({
        lines: { ...copy, fields: lines.fields.slice(), id: lines.id.slice(), line: lines.line.slice() },
        text,
      });
    },
  });
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'kenpo-receipt-'));
let written = 0;
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Path of a file with these bytes, removed after the tests. */
export function writeTemporary(bytes: Uint8Array): string {
  const path = join(folder, `${written++}.csv`);
  writeFileSync(path, bytes);
  return path;
}

export type Loaded = {
  readonly result: ReaderResult;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};

/** Writes `bytes` as a file, reads it as intake does and returns every row of every table. */
export async function load(
  bytes: Uint8Array,
  options: { insurer?: string; now?: Month } = {},
): Promise<Loaded> {
  return loadFile(writeTemporary(bytes), options);
}

export async function loadFile(
  path: string,
  options: { insurer?: string; now?: Month } = {},
): Promise<Loaded> {
  const scratch = await openForBuild(':memory:', tmpdir());
  try {
    const tables = [...receiptTables, quarantine, finding];
    await scratch.run(`create schema raw;${tables.map((table) => createTableSql(table, 'raw')).join(';')}`);
    const result = await readReceipts(path, {
      fileId: 7,
      fileName: 'file.csv',
      insurerNumber: options.insurer ?? ourInsurer,
      indexKey,
      sealIdentity: () => Buffer.alloc(0),
      thisMonth: options.now ?? thisMonth,
      scratch,
      onProgress: () => {},
    });
    const rows: Record<string, Row[]> = {};
    for (const table of tables) rows[table.name] = await scratch.rows(`select * from raw.${table.name}`);
    return { result, tables: rows };
  } finally {
    scratch.close();
  }
}
