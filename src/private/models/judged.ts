import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRule, ruleNames } from '../rules/open.ts';
import { parametersSql, parameterTable, peopleTable } from '../rules/run.ts';
import { quoteName, type Warehouse } from '../warehouse.ts';
import { modelFailed } from './failure.ts';
import { headerFields, parseHeader } from './header.ts';
import type { Model } from './model.ts';

/**
 * Rules that the build runs itself: a `rule.sql` whose header names a table of core (`-- over: core.checkup_person`)
 * builds `judged.<rule>` from it, with the key of that table in the place of `input_id`.
 */
export function judgedModels(directory: string, models: readonly Model[]): readonly Model[] {
  return ruleNames(directory).flatMap((name) => {
    const path = join(directory, name, 'rule.sql');
    const sql = existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : '';
    const over = headerFields(sql).get('over');
    if (over === undefined) return [];
    const table = name.replaceAll('-', '_');
    const key = models.find((model) => model.name === over)?.header.key;
    if (key?.length !== 1) throw modelFailed(`judged.${table}`, undefined);
    const header = { ...parseHeader(`judged.${table}`, sql), key };
    return [
      { schema: 'judged', table, name: `judged.${table}`, sql, header, rule: { name, over, directory } },
    ];
  });
}

/**
 * Judges every row of the table with the parameters of its day (`on_day`); days without parameters are left out. The sets
 * of parameters are told in `config.rule_set`.
 */
export async function buildJudged(warehouse: Warehouse, { sql, table, header, rule }: Model): Promise<void> {
  if (rule === undefined) throw new Error('this model is no rule');
  const opened = await openRule(rule.name, rule.directory);
  const key = quoteName(header.key[0]!);
  const columns = Object.entries(peopleTable(opened).columns).map(
    ([column, kind]) =>
      `cast(${column === 'input_id' ? key : quoteName(column)} as ${kind}) as ${quoteName(column)}`,
  );
  await warehouse.run(`
    create schema input; create schema parameter;
    create view ${parameterTable(opened)} as ${parametersSql(opened)};
    create view input.people as select ${columns.join(', ')} from ${rule.over};
    create table judged.${quoteName(table)} as
      select input_id as ${key}, * exclude (input_id) from (${sql});
    insert into config.rule_set
      select '${rule.name}', version, holds_from, holds_to from ${parameterTable(opened)};
    drop schema input cascade; drop schema parameter cascade`);
}
