import { checkupTables } from '#pipelines/sources/checkup/tables.ts';
import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import { readCheckups } from '#private/intake/checkup/reader.ts';
import type { ReaderContext, ReaderResult } from '#private/intake/reader.ts';
import { openForBuild, type Row } from '#private/warehouse.ts';
import { createTableSql } from '#shared/define.ts';

export type Read = {
  readonly result: ReaderResult;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};

export const indexKey = Buffer.alloc(32, 7);

/** Reads an archive into a scratch of its own; what stands in the tables afterwards. */
export async function readArchive(path: string, context: Partial<ReaderContext> = {}): Promise<Read> {
  const scratch = await openForBuild(':memory:');
  try {
    await scratch.run('create schema raw');
    const tables = [...checkupTables, quarantine, finding];
    for (const table of tables) await scratch.run(createTableSql(table, 'raw'));
    const result = await readCheckups(path, {
      fileId: 3,
      fileName: 'archive.zip',
      insurerNumber: '06999991',
      indexKey,
      sealIdentity: () => Buffer.alloc(0),
      thisMonth: '2026-11',
      scratch,
      onProgress: () => {},
      ...context,
    });
    const read: Record<string, readonly Row[]> = {};
    for (const { name } of tables)
      read[name] = await scratch.rows(`select * from raw."${name}" order by all`);
    return { result, tables: read };
  } finally {
    scratch.close();
  }
}
