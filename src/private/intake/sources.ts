import { personLink } from '#pipelines/sources/eligibility/tables.ts';
import {
  audited,
  batchConfirmation,
  duplicate,
  file,
  finding,
  quarantine,
  refused,
} from '#pipelines/sources/intake/tables.ts';
import { addColumnSql, createTableSql, type RawTable } from '#shared/define.ts';
import { openForBuild, type Warehouse } from '../warehouse.ts';
import { source as checkups } from './checkup/source.ts';
import { paperReceiptSource, receiptChangeSource, therapyClaimSource } from './claims/sources.ts';
import {
  checkupExclusionSource,
  consentSource,
  eligibilitySource,
  employerSource,
} from './ledgers/sources.ts';
import { source as masters } from './masters/source.ts';
import type { FileKind, Source } from './reader.ts';
import { source as receipts } from './receipt/source.ts';

/** Everything that can come in, in the order in which it is asked whether a file is its own. */
export const sources: readonly Source[] = [
  masters,
  checkups,
  eligibilitySource,
  employerSource,
  consentSource,
  checkupExclusionSource,
  therapyClaimSource,
  paperReceiptSource,
  receiptChangeSource,
  receipts,
];

export function sourceOf(kind: FileKind): Source {
  return sources.find((source) => source.kind === kind)!;
}

/** Every table of schema `raw`, also those no file has filled yet. */
export const rawTables: readonly RawTable[] = [
  file,
  quarantine,
  duplicate,
  finding,
  audited,
  refused,
  batchConfirmation,
  personLink,
  ...new Set(sources.flatMap((source) => source.tables)),
];

/** Makes the schema `raw` with all its tables, where they are missing; tables of an older version get their new columns. */
export async function ensureRawTables(warehouse: Warehouse): Promise<void> {
  const tables = rawTables.map((table) => createTableSql(table, 'raw'));
  await warehouse.run(['create schema if not exists raw', ...tables].join(';\n'));
  const rows = await warehouse.rows(
    "select table_name || ' ' || column_name as place from information_schema.columns where table_schema = 'raw'",
  );
  const known = new Set(rows.map(({ place }) => place));
  for (const table of rawTables)
    for (const column of Object.keys(table.columns))
      if (!known.has(`${table.name} ${column}`)) await warehouse.run(addColumnSql(table, column, 'raw'));
}

/** Makes the tables one reader fills, in its scratch file. */
export async function ensureScratchTables(scratch: Warehouse, source: Source): Promise<void> {
  const tables = [...source.tables, ...(source.scratchTables ?? []), quarantine, finding];
  const texts = tables.map((table) => createTableSql(table, 'raw'));
  await scratch.run(['create schema if not exists raw', ...texts].join(';\n'));
}

/**
 * Opens the scratch file of one reader, with its tables, in a transaction. It is read once, by the commit, and then
 * gone: compressing it would cost more than it saves. Without a limit the engine would keep all of it in memory; where
 * it spills is its own, as engines that share a folder overwrite each other.
 */
export async function openScratch(path: string, source: Source): Promise<Warehouse> {
  const scratch = await openForBuild(path, `${path}.spill`);
  await scratch.run("set threads = 1; set memory_limit = '48MB'; pragma force_compression = 'uncompressed'");
  await ensureScratchTables(scratch, source);
  await scratch.run('begin transaction');
  return scratch;
}

/** Keeps what a reader has written; without it the file is left empty. */
export async function keepScratch(scratch: Warehouse): Promise<void> {
  await scratch.run('commit; checkpoint');
}
