import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHeader } from './header.ts';
import { judgedModels } from './judged.ts';
import type { Model } from './model.ts';

export const pipelinesDirectory = fileURLToPath(new URL('../../../pipelines/', import.meta.url));

/** All models of a pipelines folder, by schema and name. */
export function discoverModels(directory = pipelinesDirectory): readonly Model[] {
  const plain = (['staging', 'core'] as const).flatMap((schema) =>
    sqlFiles(join(directory, schema)).map((table) =>
      openModel(schema, table, join(directory, schema, `${table}.sql`)),
    ),
  );
  const analyses = join(directory, 'analyses');
  const folders = readdirSync(analyses).sort();
  return [
    ...plain,
    ...judgedModels(join(directory, 'rules'), plain),
    ...folders.map((table) => openModel('analyses', table, join(analyses, table, 'model.sql'))),
  ];
}

/** Names (without `.sql`) of the SQL files of a folder. */
export function sqlFiles(directory: string): readonly string[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length))
    .sort();
}

function openModel(schema: Model['schema'], table: string, path: string): Model {
  const sql = readFileSync(path, 'utf8').trimEnd().replace(/;$/, '');
  const name = `${schema}.${table}`;
  return { schema, table, name, sql, header: parseHeader(name, sql) };
}
