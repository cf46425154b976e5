import { join } from 'node:path';
import { discoverAnalyses } from '#shared/analyses.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { withHomeLock } from '../home-lock.ts';
import { countWaiting } from '../intake/batches.ts';
import { ensureRawTables } from '../intake/sources.ts';
import { openForBuild, quoteName, type Warehouse } from '../warehouse.ts';
import { type CheckResult, runChecks } from './checks.ts';
import { inOrder, tablesRead } from './dependencies.ts';
import { discoverModels, pipelinesDirectory } from './discover.ts';
import { reworded } from './failure.ts';
import { defineFunctions } from './functions.ts';
import { buildJudged } from './judged.ts';
import type { Model } from './model.ts';
import { loadReferenceTables } from './reference.ts';
import { writeRunSettings } from './run-settings.ts';

export type BuildReport = {
  /** In the order they were built; `rows` is null for a view. */
  readonly models: readonly {
    readonly name: string;
    readonly rows: number | null;
    readonly seconds: number;
  }[];
  readonly checks: readonly CheckResult[];
  /** Files of checkups and guidance that no table counts, as nobody has confirmed them yet (確定). */
  readonly waiting: number;
  readonly seconds: number;
};

/**
 * Builds staging, core and analyses of a home from what was taken in, and checks them.
 * @throws {UserError} HOME_IN_USE; GATE_CONTRACT (an analysis folder is not whole) or MODEL_FAILED: then the tables of the last build are unchanged.
 */
export async function build(home: Home, settings: Settings, effects: Effects): Promise<BuildReport> {
  return withHomeLock(home, async () => {
    const warehouse = await openForBuild(home.warehouse, home.tmp);
    try {
      return await buildWarehouse(warehouse, settings, effects);
    } finally {
      warehouse.close();
    }
  });
}

/** The same on an open warehouse. All tables change in one transaction. */
export async function buildWarehouse(
  warehouse: Warehouse,
  settings: Settings,
  effects: Effects,
  directory = pipelinesDirectory,
): Promise<BuildReport> {
  const start = performance.now();
  const step = effects.language === 'ja' ? '集計の表' : 'tables';
  const models = await orderedModels(warehouse, directory);
  const built: BuildReport['models'][number][] = [];
  await warehouse.run('begin transaction');
  try {
    await prepare(warehouse, settings, effects);
    for (const model of models) {
      effects.progress(step, built.length, models.length);
      built.push(await buildModel(warehouse, model));
    }
    await warehouse.run('commit');
  } catch (error) {
    await warehouse.run('rollback').catch(() => {});
    throw error;
  }
  effects.progress(step, models.length, models.length);
  const checks = await runChecks(warehouse, directory);
  const waiting = await countWaiting(warehouse);
  return { models: built, checks, waiting, seconds: secondsSince(start) };
}

async function orderedModels(warehouse: Warehouse, directory: string): Promise<readonly Model[]> {
  await discoverAnalyses(join(directory, 'analyses'));
  const models = discoverModels(directory);
  const reads = new Map<string, ReadonlySet<string>>();
  for (const { name, sql, rule } of models)
    reads.set(name, rule ? new Set([rule.over]) : await tablesRead(warehouse, name, sql));
  return inOrder(models, reads);
}

async function prepare(warehouse: Warehouse, settings: Settings, effects: Effects): Promise<void> {
  await ensureRawTables(warehouse);
  await defineFunctions(warehouse);
  await loadReferenceTables(warehouse);
  await writeRunSettings(warehouse, settings, effects);
  for (const schema of ['analyses', 'judged', 'core', 'staging'])
    await warehouse.run(`drop schema if exists ${schema} cascade; create schema ${schema}`);
}

async function buildModel(warehouse: Warehouse, model: Model): Promise<BuildReport['models'][number]> {
  const start = performance.now();
  const { as } = model.header;
  const target = `${model.schema}.${quoteName(model.table)}`;
  return reworded(model.name, async () => {
    if (model.rule) await buildJudged(warehouse, model);
    else await warehouse.run(`create ${as} ${target} as ${model.sql}`);
    const rows = as === 'view' ? null : await countRows(warehouse, target);
    return { name: model.name, rows, seconds: secondsSince(start) };
  });
}

async function countRows(warehouse: Warehouse, target: string): Promise<number> {
  const [row] = await warehouse.rows(`select count(*) as rows from ${target}`);
  return Number(row!['rows']);
}

function secondsSince(start: number): number {
  return Math.round(performance.now() - start) / 1000;
}
