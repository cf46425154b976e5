import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { noticeNames, noticesDirectory, openNotice } from '#private/notices/discover.ts';
import { prepareInputs } from '#private/notices/select.ts';
import { makeWritten } from '#private/notices/written.ts';
import { attachScratch } from '#private/warehouse.ts';
import type { NoticeCase } from '#shared/define.ts';
import { parseMonth } from '#shared/month.ts';
import { builtFrom, insertRows } from './fixture.ts';

const { warehouse } = await builtFrom({});
await attachScratch(warehouse);
await makeWritten(warehouse);
afterAll(() => warehouse.close());

for (const name of noticeNames()) {
  const notice = await openNotice(name);
  const module: { default: readonly NoticeCase[] } = await import(
    pathToFileURL(join(noticesDirectory, name, 'cases.ts')).href
  );
  const key = /^-- key: (.+)$/m.exec(notice.selectSql)?.[1] ?? '';
  describe(name, () => {
    test('has a case for each outcome', () => {
      const met = new Set(module.default.flatMap(({ expect: rows }) => rows.map((row) => row['outcome'])));
      expect(Object.keys(notice.contract.outcomes).filter((outcome) => !met.has(outcome))).toEqual([]);
    });

    test.each(module.default.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
      const { run, given, expect: wanted } = one;
      try {
        for (const table of policiesIn(given))
          await warehouse.run(`create temp table kept as from ${table}; delete from ${table}`);
        for (const [table, rows] of Object.entries(given)) await insertRows(warehouse, table, rows);
        await prepareInputs(warehouse, notice, {
          ...run,
          from: parseMonth(run.from)!,
          to: parseMonth(run.to)!,
        });
        const found = await warehouse.rows(`select * from (${notice.selectSql}) order by ${key}`);
        const named = found.map((row, index) =>
          Object.fromEntries(Object.keys(wanted[index] ?? row).map((column) => [column, row[column]])),
        );
        expect(named).toEqual(wanted);
      } finally {
        for (const table of Object.keys(given)) await warehouse.run(`delete from ${table}`);
        for (const table of policiesIn(given))
          await warehouse.run(`insert into ${table} from kept; drop table kept`);
      }
    });
  });
}

/** A table of the policy that a case gives stands in place of the shipped one. */
function policiesIn(given: NoticeCase['given']): readonly string[] {
  return Object.keys(given).filter((table) => table.startsWith('reference.'));
}
