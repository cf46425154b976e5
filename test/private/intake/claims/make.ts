import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { paperReceiptContract } from '#pipelines/sources/paper-receipt/contract.ts';
import { receiptChangeContract } from '#pipelines/sources/receipt-change/contract.ts';
import { therapyClaimContract } from '#pipelines/sources/therapy-claim/contract.ts';
import { recognise } from '#private/intake/detect.ts';
import type { ReaderResult } from '#private/intake/reader.ts';
import { ensureScratchTables, sourceOf } from '#private/intake/sources.ts';
import { openForBuild, type Row } from '#private/warehouse.ts';
import type { CsvContract } from '#shared/define.ts';
import { indexKey, ourInsurer, thisMonth } from '../receipt/files.ts';

/** A CSV of a contract: each row by contract name, a column left out is empty. */
function csvOf<C extends CsvContract>(contract: C, usual: Partial<Record<keyof C['columns'], string>>) {
  const columns = Object.entries(contract.columns);
  const header = columns.map(([, column]) => column.header).join(',');
  return (...rows: readonly Partial<Record<keyof C['columns'], string>>[]) =>
    [header, ...rows.map((row) => columns.map(([name]) => ({ ...usual, ...row })[name] ?? '').join(','))]
      .join('\r\n')
      .concat('\r\n');
}

const person = { symbol: '123', number: '456', birthDate: '1980-01-15', sex: '1', kana: 'カナリヤ タロウ' };

/** A therapy claim of April 2026: 3,000 yen, of which the patient paid 900. */
export const therapyCsv = csvOf(therapyClaimContract, {
  claimNumber: '1',
  therapy: '1',
  serviceMonth: '2026-04',
  processingMonth: '2026-06',
  ...person,
  institution: '1300001-0-0',
  institutionName: 'みほん整骨院',
  days: '3',
  decidedYen: '3000',
  shareYen: '900',
  paidYen: '2100',
});

/** A paper receipt of April 2026: outpatient, 500 points. */
export const paperCsv = csvOf(paperReceiptContract, {
  receiptNumber: '1',
  receiptType: '1112',
  serviceMonth: '2026-04',
  processingMonth: '2026-05',
  ...person,
  institution: '1311234567',
  institutionName: 'みほん医院',
  days: '2',
  claimed: '520',
  decided: '500',
});

/** A notice that a receipt went back in June 2026. */
export const changeCsv = csvOf(receiptChangeContract, {
  searchNumber: '13150805000000001',
  processedMonth: '2026-06',
  change: '返戻',
});

export type Read = {
  readonly kind: string;
  readonly result: ReaderResult;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};

let folder: string | undefined;
let files = 0;
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** A file of the test's own folder, removed when the test file is done. */
export function fileOf(content: string | Uint8Array): string {
  folder ??= mkdtempSync(join(tmpdir(), 'kenpo-claims-'));
  const path = join(folder, `claims-${++files}.csv`);
  writeFileSync(path, content);
  return path;
}

/** Reads a file by what it is; what stands in its tables afterwards. */
export async function read(content: string | Uint8Array): Promise<Read> {
  const { kind } = recognise(Buffer.from(content), 'claims.csv');
  const source = sourceOf(kind);
  const scratch = await openForBuild(':memory:');
  try {
    await ensureScratchTables(scratch, source);
    const result = await (await source.load())(fileOf(content), {
      fileId: 3,
      fileName: 'claims.csv',
      insurerNumber: ourInsurer,
      indexKey,
      sealIdentity: () => Buffer.alloc(0),
      thisMonth,
      scratch,
      onProgress: () => {},
    });
    const tables: Record<string, readonly Row[]> = {};
    for (const name of [...source.tables.map((table) => table.name), 'quarantine', 'finding'])
      tables[name] = await scratch.rows(`select * from raw.${name} order by all`);
    return { kind, result, tables };
  } finally {
    scratch.close();
  }
}

/** Why each row was set aside, with its amounts. */
export const setAside = ({ tables }: Read) =>
  tables['quarantine']!.map(({ line, reason, receipts, points, yen }) => [
    line,
    reason,
    receipts,
    points,
    yen,
  ]);
