import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { referenceDirectory } from '#shared/lists.ts';
import { quoteLiteral, quoteName, type Warehouse } from '../warehouse.ts';

/** Loads every `pipelines/reference/<list>.csv` as `reference.<list>` (hyphens as underscores), all columns as text. */
export async function loadReferenceTables(
  warehouse: Warehouse,
  directory = referenceDirectory,
): Promise<void> {
  await warehouse.run('create schema if not exists reference');
  for (const file of readdirSync(directory).sort()) {
    if (!file.endsWith('.csv')) continue;
    const name = file.slice(0, -'.csv'.length);
    const table = `reference.${quoteName(name.replaceAll('-', '_'))}`;
    const source = quoteLiteral(join(directory, file));
    await warehouse.run(
      `create or replace table ${table} as from read_csv(${source}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`,
    );
  }
}
