import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { isAskable } from '#private/rules/ask.ts';
import { openRule, ruleNames } from '#private/rules/open.ts';
import { parameterTable, prepareRule, runRule } from '#private/rules/run.ts';
import { attachScratch } from '#private/warehouse.ts';
import type { RuleCase } from '#shared/define.ts';
import { builtFrom, insertRows, root } from './fixture.ts';

const { warehouse } = await builtFrom({});
await attachScratch(warehouse);
afterAll(() => warehouse.close());

const rules = (await Promise.all(ruleNames().map((name) => openRule(name)))).filter(isAskable);

/** A planted fault in every limit: one step of the item up and down, or the other answer. */
function moved(column: string, kind: string): readonly (readonly [string, string])[] {
  if (kind === 'boolean') return [['the other way', `not ${column}`]];
  const step = kind === 'integer' ? '1' : `if(${column} >= 20, 1, if(${column} >= 1, 0.1, 0.01))`;
  return [
    ['up', `${column} + ${step}`],
    ['down', `${column} - ${step}`],
  ];
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', async (name, rule) => {
  const module: { default: readonly RuleCase[] } = await import(
    pathToFileURL(join(root, 'pipelines/rules', name, 'cases.ts')).href
  );
  const cases = module.default;
  const faults = Object.entries(rule.contract.parameters).flatMap(([column, kind]) =>
    moved(column, kind).map(([how, sql]) => [column, how, sql] as const),
  );

  test('a case sees every limit that is moved', async () => {
    await prepareRule(warehouse, rule);
    const rows = cases.map(({ on, given }, index) => ({ input_id: index, on_day: on, ...given }));
    await insertRows(warehouse, 'input.people', rows);
    const failing = async () => {
      await runRule(warehouse, rule, 'input.judged');
      const judged = await warehouse.rows('select * from input.judged order by input_id');
      await warehouse.run('drop table input.judged');
      return cases.filter(({ expect: wanted }, index) =>
        Object.entries(wanted).some(([column, value]) => judged[index]?.[column] !== value),
      ).length;
    };
    expect(await failing()).toBe(0);
    await warehouse.run(`create table input.limits as select * from ${parameterTable(rule)}`);
    const unseen: string[] = [];
    for (const [column, how, sql] of faults) {
      await warehouse.run(
        `update ${parameterTable(rule)} set ${column} = ${sql} where ${column} is not null`,
      );
      if ((await failing()) === 0) unseen.push(`${column} ${how}`);
      await warehouse.run(
        `delete from ${parameterTable(rule)}; insert into ${parameterTable(rule)} select * from input.limits`,
      );
    }
    await warehouse.run('drop table input.limits; drop table input.people');
    expect(unseen).toEqual([]);
  });
});
