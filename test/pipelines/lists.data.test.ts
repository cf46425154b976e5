import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { listNames, openList } from '#private/lists/open.ts';
import { selectList } from '#private/lists/select.ts';
import { attachScratch, type Warehouse } from '#private/warehouse.ts';
import type { ListCase } from '#shared/define.ts';
import { builtFrom, insertRows, root } from './fixture.ts';

const { warehouse } = await builtFrom({});
await attachScratch(warehouse);
afterAll(() => warehouse.close());

for (const name of listNames()) {
  const list = await openList(name);
  const module: { default: readonly ListCase[] } = await import(
    pathToFileURL(join(root, 'pipelines/lists', name, 'cases.ts')).href
  );
  describe(name, () => {
    const seen = new Set<string>();
    test.each(module.default.map((one) => [one.name, one] as const))('%s', async (_, one) => {
      const found = await outcomes(warehouse, one, async () => {
        const { counts, rows } = await selectList(warehouse, list, one.asOf);
        const all = [];
        for await (const row of rows()) all.push(row);
        const sum = (by: Readonly<Record<string, number>>) => Object.values(by).reduce((a, b) => a + b, 0);
        expect(sum(counts.byLevel)).toBe(all.length);
        const unnamed = (counts.byLevel['excluded'] ?? 0) + (counts.byLevel['undecidable'] ?? 0);
        expect(sum(counts.byReason)).toBe(unnamed);
        return all;
      });
      for (const outcome of Object.values(found)) seen.add(outcome.replace('excluded: ', ''));
      expect(found).toEqual(one.expect);
    });

    test('every exclusion has a case', () => {
      for (const reason of Object.keys(list.contract.exclusions)) expect([...seen]).toContain(reason);
      for (const level of list.contract.listed) expect([...seen]).toContain(level);
    });
  });
}

/** person_id → level (or reason of exclusion) of a case, leaving nothing behind. */
async function outcomes(
  from: Warehouse,
  { given }: ListCase,
  run: () => Promise<readonly Readonly<Record<string, unknown>>[]>,
): Promise<Record<number, string>> {
  for (const [table, rows] of Object.entries(given)) await insertRows(from, table, rows);
  try {
    const rows = await run();
    return Object.fromEntries(
      rows.map((row) => {
        const level = String(row['level']);
        return [Number(row['person_id']), level === 'excluded' ? `excluded: ${row['reason']}` : level];
      }),
    );
  } finally {
    for (const table of Object.keys(given)) await from.run(`delete from ${table}`);
    await from.run('detach input; detach parameter');
    await attachScratch(from);
  }
}
