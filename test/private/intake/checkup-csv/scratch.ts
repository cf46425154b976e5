import { checkupTables } from '#pipelines/sources/checkup/tables.ts';
import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import { readCheckupCsv } from '#private/intake/checkup-csv/reader.ts';
import type { ReaderContext, ReaderResult } from '#private/intake/reader.ts';
import { openForBuild, type Row } from '#private/warehouse.ts';
import { createTableSql } from '#shared/define.ts';
import { written } from './make.ts';

export const indexKey = Buffer.alloc(32, 9);

export type Read = {
  readonly result: ReaderResult;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};

/** Reads a CSV into a scratch of its own; what stands in the tables afterwards. */
export async function read(
  content: string | Uint8Array,
  context: Partial<ReaderContext> = {},
): Promise<Read> {
  const scratch = await openForBuild(':memory:');
  try {
    await scratch.run('create schema raw');
    const tables = [...checkupTables, quarantine, finding];
    for (const table of tables) await scratch.run(createTableSql(table, 'raw'));
    const result = await readCheckupCsv(written(content), {
      fileId: 3,
      fileName: 'checkups.csv',
      insurerNumber: '06999991',
      indexKey,
      sealIdentity: () => Buffer.alloc(0),
      thisMonth: '2026-11',
      scratch,
      onProgress: () => {},
      ...context,
    });
    const found: Record<string, readonly Row[]> = {};
    for (const { name } of tables)
      found[name] = await scratch.rows(`select * from raw."${name}" order by all`);
    return { result, tables: found };
  } finally {
    scratch.close();
  }
}
