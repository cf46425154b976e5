import { UserError } from '#shared/errors.ts';
import type { Warehouse } from '../warehouse.ts';
import { modelFailed } from './failure.ts';
import type { Model } from './model.ts';

/** Names (`schema.table`) of the tables a SELECT reads, from its parsed form; names without a schema are its CTEs. */
export async function tablesRead(
  warehouse: Warehouse,
  model: string,
  sql: string,
): Promise<ReadonlySet<string>> {
  const [row] = await warehouse.rows(
    'select cast(json_serialize_sql(cast($sql as varchar)) as varchar) as tree',
    { sql },
  );
  const tree: unknown = JSON.parse(String(row!['tree']));
  if (!isRecord(tree) || tree['error'] !== false) {
    const position = isRecord(tree) ? Number(tree['position']) : Number.NaN;
    throw modelFailed(
      model,
      Number.isFinite(position) ? sql.slice(0, position).split('\n').length : undefined,
    );
  }
  const found = new Set<string>();
  walk(tree, (node) => {
    const schema = node['schema_name'];
    if (node['type'] === 'BASE_TABLE' && typeof schema === 'string' && schema !== '')
      found.add(`${schema}.${String(node['table_name'])}`);
  });
  return found;
}

/**
 * Models in an order in which each follows what it reads.
 * @throws {UserError} MODEL_FAILED naming a model that reads one that is not there, or a circle.
 */
export function inOrder(
  models: readonly Model[],
  reads: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Model[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const done: Model[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (model: Model, trail: readonly string[]) => {
    if (state.get(model.name) === 'done') return;
    const path = [...trail, model.name];
    if (state.get(model.name) === 'open') throw circle(path.slice(path.indexOf(model.name)));
    state.set(model.name, 'open');
    for (const name of [...(reads.get(model.name) ?? [])].sort()) {
      const needed = byName.get(name);
      if (needed) visit(needed, path);
      else if (/^(staging|core|judged|analyses)\./.test(name)) throw missing(model.name, name);
    }
    state.set(model.name, 'done');
    done.push(model);
  };
  for (const model of models) visit(model, []);
  return done;
}

function walk(value: unknown, visit: (node: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const inner of value) walk(inner, visit);
  else if (isRecord(value)) {
    visit(value);
    for (const inner of Object.values(value)) walk(inner, visit);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function circle(path: readonly string[]): UserError {
  return new UserError('MODEL_FAILED', {
    ja: `モデルが輪になっています: ${path.join(' → ')}。`,
    en: `Models form a circle: ${path.join(' → ')}.`,
  });
}

function missing(model: string, name: string): UserError {
  return new UserError('MODEL_FAILED', {
    ja: `モデル ${model} が読む ${name} がありません。`,
    en: `Model ${model} reads ${name}, which does not exist.`,
  });
}
