import { UserError } from '#shared/errors.ts';
import type { Warehouse } from '../warehouse.ts';

/**
 * Makes sure that the last build made these tables of core.
 * @throws {UserError} NOT_FOUND where the tables were never built, or by an older version.
 */
export async function requireBuilt(warehouse: Warehouse, ...tables: readonly string[]): Promise<void> {
  const rows = await warehouse.rows(
    "select table_name from information_schema.tables where table_schema = 'core'",
  );
  const built = new Set(rows.map((row) => row['table_name']));
  if (tables.every((table) => built.has(table))) return;
  throw new UserError(
    'NOT_FOUND',
    { ja: '集計の元になる表がまだありません。', en: 'The tables behind the analyses are not built yet.' },
    { hint: { ja: 'kenpo build を実行してください。', en: 'Run kenpo build.' } },
  );
}
