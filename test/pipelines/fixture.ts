import { fileURLToPath } from 'node:url';
import { ensureRawTables } from '#private/intake/sources.ts';
import { type BuildReport, buildWarehouse } from '#private/models/build.ts';
import { openForBuild, type Warehouse } from '#private/warehouse.ts';
import { parseSettings } from '#shared/config.ts';
import { silentEffects } from '#shared/effects.ts';

export const settings = parseSettings('[society]\nname = "試験組合"\ninsurer_number = "06999991"\n');

/** Rows per raw table; columns left out are null. */
export type RawRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** An in-memory warehouse with the raw tables and nothing in them. */
export async function emptyWarehouse(): Promise<Warehouse> {
  const warehouse = await openForBuild(':memory:');
  await ensureRawTables(warehouse);
  return warehouse;
}

export async function insertRows(warehouse: Warehouse, table: string, rows: RawRows[string]): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row).map((name) => `"${name}"`);
    const values = Object.values(row).map(literal);
    await warehouse.run(`insert into ${table} (${names.join(', ')}) values (${values.join(', ')})`);
  }
}

/** A warehouse built from the given raw rows, as of 2026-11-21 unless told otherwise; every batch is confirmed unless told. */
export async function builtFrom(
  raw: RawRows,
  now?: Date,
): Promise<{ warehouse: Warehouse; report: BuildReport }> {
  const warehouse = await emptyWarehouse();
  for (const [table, rows] of Object.entries(raw)) await insertRows(warehouse, `raw."${table}"`, rows);
  if (raw['batch_confirmation'] === undefined) await confirmAll(warehouse);
  return { warehouse, report: await buildWarehouse(warehouse, settings, silentEffects(now)) };
}

async function confirmAll(warehouse: Warehouse): Promise<void> {
  const tables = ['checkup', 'checkup_part', 'checkup_claim', 'guidance'].map(
    (table) => `select file_id from raw.${table}`,
  );
  await warehouse.run(
    `insert into raw.batch_confirmation (file_id) select distinct file_id from (${tables.join(' union all ')})`,
  );
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `'${String(value).replaceAll("'", "''")}'`;
}

export const root = fileURLToPath(new URL('../../', import.meta.url));
