import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headerFields } from '#private/models/header.ts';

const pipelines = join(import.meta.dirname, '..', '..', 'pipelines');
const macros = join(pipelines, '..', 'src', 'private', 'models', 'functions.duckdb.sql');

/** Functions and words before a bracket that DuckDB and ClickHouse understand alike. */
const portable = new Set(
  'as in on and or not over filter row_number dense_rank lag lead count sum min max coalesce least if cast trim values exclude'.split(
    ' ',
  ),
);
for (const [, name] of readFileSync(macros, 'utf8').matchAll(/macro ([a-z_]+)\(/g)) portable.add(name!);

const files = readdirSync(pipelines, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.sql'))
  .map((file) => [file, readFileSync(join(pipelines, file), 'utf8')] as const);

/** What is wrong with the text of a model or check, in words. */
function faults(sql: string): readonly string[] {
  const body = sql.replace(/^--.*$/gm, '');
  const bare = body.replace(/'[^']*'/g, "''");
  const steps = [...bare.matchAll(/^(?:with (?:recursive )?)?(\w+) as \(/gm)].map(([, name]) => name);
  const called = [...bare.matchAll(/\b([a-z_]+) ?\(/g)].map(([, name]) => name!);
  return [
    ...(/[A-Z]/.test(bare) ? ['capital letters'] : []),
    ...(/[{};]/.test(bare) ? ['templating or several statements'] : []),
    ...(sql.trimEnd().endsWith(`select * from ${steps.at(-1)}`)
      ? []
      : ['the last line does not select the last step']),
    ...called.filter((name) => !portable.has(name)).map((name) => `${name}() is not in the common subset`),
    ...(sql.split('\n').length > 200 ? ['too long'] : []),
  ];
}

describe('SQL files', () => {
  test('there are some', () => expect(files.length).toBeGreaterThan(40));

  test.each(files)('%s is plain, portable and in steps', (_file, sql) => {
    expect(faults(sql)).toEqual([]);
  });

  test.each(files)('%s says what it is', (file, sql) => {
    const fields = headerFields(sql);
    const wanted = file.startsWith('checks') ? ['ja', 'en'] : ['grain', 'key'];
    for (const name of wanted) expect(fields.get(name), name).toMatch(/\S/);
  });

  test('a fault of each kind is seen', () => {
    expect(faults('-- x\nwith a as (select 1)\n\nselect * from a')).toEqual([]);
    expect(faults('with a as (select 1),\n\nb as (select 2)\n\nselect * from a')).not.toEqual([]);
    expect(faults('with a as (SELECT 1)\nselect * from a')).toContain('capital letters');
    expect(faults('with a as (select list(x))\nselect * from a')).toContain(
      'list() is not in the common subset',
    );
    expect(faults("with a as (select '{{x}}' || {{ y }})\nselect * from a")).toContain(
      'templating or several statements',
    );
  });
});
