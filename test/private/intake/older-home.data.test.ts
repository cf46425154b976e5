import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '#private/intake/ingest.ts';
import { rawTables } from '#private/intake/sources.ts';
import { build } from '#private/models/build.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { deliver, ledger, ledgerRow, newHome, query, receipt, receiptFile, settings } from './society.ts';

/** Columns `raw.receipt` did not have in earlier versions. */
const newColumns = ['identity', 'content', 'form', 'source', 'claimed_yen', 'decided_yen', 'meal_share_yen'];

let home: Home;
beforeAll(async () => {
  home = await newHome();
  deliver(home, 'ledger.csv', ledger(ledgerRow()));
  deliver(home, '11.csv', receiptFile(receipt(1, 100), receipt(2, 200)));
  await ingest(home, settings, [], silentEffects());
  const warehouse = await openForBuild(home.warehouse);
  for (const column of newColumns) await warehouse.run(`alter table raw.receipt drop column ${column}`);
  await warehouse.run('drop table raw.coding; drop table raw.receipt_change');
  warehouse.close();
});
afterAll(() => rmSync(home.root, { recursive: true }));

test('a home of an older version goes on: new columns and tables, every sum and check as before', async () => {
  deliver(home, '11-next.csv', receiptFile(receipt(3, 300)));
  const report = await ingest(home, settings, [], silentEffects());
  expect(report.reconciliation.find(({ group }) => group === 'insurer-medical')).toMatchObject({
    in: { receipts: 3, points: 600, yen: 6000 },
    linked: { receipts: 3, points: 600, yen: 6000 },
  });
  const columns = await query(
    home,
    "select table_name, column_name from information_schema.columns where table_schema = 'raw'",
  );
  const places = new Set(columns.map((row) => `${row['table_name']}.${row['column_name']}`));
  for (const { name, columns } of rawTables)
    for (const column of Object.keys(columns)) expect(places).toContain(`${name}.${column}`);
  const built = await build(home, settings, silentEffects());
  expect(built.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual([]);
  expect(await query(home, 'select sum(yen) as yen from core.receipt')).toEqual([{ yen: 6000 }]);
});
