import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import { receiptTables } from '#pipelines/sources/receipt/tables.ts';
import { readReceipts } from '#private/intake/receipt/read.ts';
import { openForBuild, quoteLiteral } from '#private/warehouse.ts';
import { createTableSql } from '#shared/define.ts';
import { writeMedicalFile } from './receipt-file.ts';

export type BenchResult = { readonly name: string; readonly seconds: number; readonly ratio: number };
export type IngestBench = {
  readonly bench: 'ingest';
  /** Own reader ÷ anchor, both of the best run. */
  readonly ratio: number;
  readonly lines: number;
  readonly bytes: number;
  readonly results: readonly BenchResult[];
};

const insurer = '06999991';

/** Columns of the anchor's one wide table: the widest record of the file. */
const wideColumns = 51;

/**
 * Own reader (bytes → typed tables, corrections, units, checks, person keys) against DuckDB's `read_csv` of the same
 * content already in UTF-8 into one wide text table, in turn in one process; both on disk, both with checkpoint.
 */
export async function benchIngest(receipts = 60_000, rounds = 3): Promise<IngestBench> {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-bench-'));
  try {
    const path = join(folder, 'file.csv');
    const lines = writeMedicalFile(path, receipts, insurer);
    const utf8 = join(folder, 'utf8.csv');
    writeFileSync(utf8, new TextDecoder('shift_jis').decode(readFileSync(path)));
    const anchor: number[] = [];
    const own: number[] = [];
    for (let round = 0; round < rounds; round++) {
      anchor.push(await timed(() => anchorLoad(utf8, join(folder, `anchor-${round}.duckdb`))));
      own.push(await timed(() => ownLoad(path, join(folder, `own-${round}.duckdb`))));
    }
    const [anchorSeconds, ownSeconds] = [Math.min(...anchor), Math.min(...own)];
    const ratio = ownSeconds / anchorSeconds;
    return {
      bench: 'ingest',
      ratio,
      lines,
      bytes: statSync(path).size,
      results: [
        { name: 'duckdb read_csv (UTF-8, one wide table)', seconds: anchorSeconds, ratio: 1 },
        { name: 'receipt reader (cp932, typed tables)', seconds: ownSeconds, ratio },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function anchorLoad(path: string, database: string): Promise<void> {
  const warehouse = await openForBuild(database);
  const columns = Array.from({ length: wideColumns }, (_, index) => `'c${index}': 'varchar'`).join(', ');
  await warehouse.run(
    `create table wide as select * from read_csv(${quoteLiteral(path)}, header = false, auto_detect = false,
       delim = ',', quote = '', escape = '', null_padding = true, columns = {${columns}}); checkpoint`,
  );
  warehouse.close();
}

async function ownLoad(path: string, database: string): Promise<void> {
  const scratch = await openForBuild(database);
  const tables = [...receiptTables, quarantine, finding];
  await scratch.run(`create schema raw;${tables.map((table) => createTableSql(table, 'raw')).join(';')}`);
  await readReceipts(path, {
    fileId: 1,
    fileName: 'file.csv',
    insurerNumber: insurer,
    indexKey: Buffer.alloc(32, 1),
    sealIdentity: () => Buffer.alloc(0),
    thisMonth: '2026-11',
    scratch,
    onProgress: () => {},
  });
  await scratch.run('checkpoint');
  scratch.close();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
