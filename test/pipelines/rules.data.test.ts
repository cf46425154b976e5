import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { reasonWords } from '#private/rules/explain.ts';
import { openRule, ruleNames } from '#private/rules/open.ts';
import { prepareRule, runRule } from '#private/rules/run.ts';
import { attachScratch } from '#private/warehouse.ts';
import type { RuleCase } from '#shared/define.ts';
import { builtFrom, insertRows, root } from './fixture.ts';

const { warehouse } = await builtFrom({});
await attachScratch(warehouse);
afterAll(() => warehouse.close());

for (const name of ruleNames()) {
  const rule = await openRule(name);
  const path = join(root, 'pipelines/rules', name, 'cases.ts');
  const module: { default?: readonly RuleCase[] } = existsSync(path)
    ? await import(pathToFileURL(path).href)
    : {};
  const cases = module.default ?? [];
  describe(name, async () => {
    test('has cases', () => expect(cases.length).toBeGreaterThan(5));
    if (cases.length === 0) return;
    await prepareRule(warehouse, rule);
    await insertRows(
      warehouse,
      'input.people',
      cases.map(({ on, given }, index) => ({ input_id: index, on_day: on, ...given })),
    );
    await runRule(warehouse, rule, 'input.judged');
    const judged = await warehouse.rows('select * from input.judged order by input_id');
    await warehouse.run('drop table input.judged; drop table input.people');

    test.each(cases.map((one, index) => [one.name, one, judged[index]!] as const))(
      '%s',
      (_, { expect: wanted }, row) => {
        expect(row).toMatchObject(wanted);
      },
    );

    test('every level and every reason has a case and words', () => {
      const { levels, reasons, causes } = rule.contract;
      const used = (key: string) =>
        [...new Set(judged.flatMap((row) => String(row[key] ?? '').split(' ')))]
          .filter((code) => code !== '')
          .sort();
      const listOnly = name === 'diabetes-untreated' ? ['excluded'] : [];
      expect([...used('level'), ...listOnly].sort()).toEqual(Object.keys(levels).sort());
      expect(used('reasons')).toEqual(Object.keys(reasons).sort());
      expect(used('cause')).toEqual(Object.keys(causes).sort());
    });

    test('explains each verdict in whole words', () => {
      for (const row of judged) {
        const grounds = { reasons: String(row['reasons']), version: String(row['version']) };
        for (const language of ['ja', 'en'] as const)
          expect(reasonWords(rule, grounds, language)).not.toMatch(/[{}]|undefined|^$|[a-z]_[a-z]/);
      }
    });
  });
}
