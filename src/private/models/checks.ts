import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '#shared/text.ts';
import { quoteName, type Warehouse } from '../warehouse.ts';
import { discoverModels, pipelinesDirectory, sqlFiles } from './discover.ts';
import { reworded } from './failure.ts';
import { headerFields } from './header.ts';
import type { Model } from './model.ts';

/** `failing` of `of` rows (persons, receipts, files …) break the rule. */
export type CheckResult = {
  readonly name: string;
  readonly title: Text;
  readonly failing: number;
  readonly of: number;
  readonly ok: boolean;
};

/**
 * Runs every check of a built warehouse: the key of each table, then `pipelines/checks/*.sql` (each one row:
 * `failing`, `checked`).
 * @throws {UserError} MODEL_FAILED naming the check that could not run.
 */
export async function runChecks(
  warehouse: Warehouse,
  directory = pipelinesDirectory,
): Promise<readonly CheckResult[]> {
  const keyed = discoverModels(directory).filter((model) => model.header.as === 'table');
  const files = sqlFiles(join(directory, 'checks')).map((name) =>
    openCheck(name, join(directory, 'checks', `${name}.sql`)),
  );
  const results: CheckResult[] = [];
  for (const check of [...keyed.map(keyCheck), ...files]) {
    const [row] = await reworded(`checks.${check.name}`, () => warehouse.rows(check.sql));
    const failing = Number(row?.['failing']);
    results.push({
      name: check.name,
      title: check.title,
      failing,
      of: Number(row?.['checked']),
      ok: failing === 0,
    });
  }
  return results;
}

type Check = { readonly name: string; readonly title: Text; readonly sql: string };

function keyCheck(model: Model): Check {
  const key = model.header.key.map(quoteName).join(', ');
  return {
    name: `key:${model.name}`,
    title: { ja: `${model.name} の行は重複しない`, en: `Rows of ${model.name} are unique` },
    sql: `select count(*) - count(distinct row(${key})) as failing, count(*) as checked
      from ${model.schema}.${quoteName(model.table)}`,
  };
}

function openCheck(name: string, path: string): Check {
  const sql = readFileSync(path, 'utf8');
  const fields = headerFields(sql);
  return { name, title: { ja: fields.get('ja') ?? name, en: fields.get('en') ?? name }, sql };
}
