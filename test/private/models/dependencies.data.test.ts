import { afterAll, describe, expect, test } from 'vitest';
import { inOrder, tablesRead } from '#private/models/dependencies.ts';
import { parseHeader } from '#private/models/header.ts';
import type { Model } from '#private/models/model.ts';
import { openForBuild } from '#private/warehouse.ts';

const warehouse = await openForBuild(':memory:');
afterAll(() => warehouse.close());

const read = async (sql: string) => [...(await tablesRead(warehouse, 'core.x', sql))].sort();

describe('tables a SELECT reads', () => {
  test('joins, sub-queries and unions count; the names of its own steps do not', async () => {
    const sql = `-- grain: one row
with receipts as (select * from core.receipt), every as (
  select * from receipts join staging.visit as v using (id)
  union all
  select * from core.old where id in (select id from reference.list)
)
select * from every where exists (select 1 from raw."file")`;
    expect(await read(sql)).toEqual([
      'core.old',
      'core.receipt',
      'raw.file',
      'reference.list',
      'staging.visit',
    ]);
  });

  test('a recursive step is not a table', async () => {
    const sql =
      'with recursive n as (select 1 as i union all select i + 1 from n where i < 3) select * from n';
    expect(await read(sql)).toEqual([]);
  });

  test('a syntax error names the model and the line, nothing else', async () => {
    await expect(read("select 1\nfrom from '見本 太郎'")).rejects.toMatchObject({
      code: 'MODEL_FAILED',
      data: { model: 'core.x', line: 2 },
      cause: undefined,
      message: expect.not.stringContaining('見本'),
    });
  });
});

describe('order', () => {
  const model = (name: string): Model => {
    const sql = '-- grain: one row\n-- key: id\nselect 1 as id';
    return { schema: 'core', table: name.slice(5), name, sql, header: parseHeader(name, sql) };
  };
  const models = ['core.a', 'core.b', 'core.c'].map(model);
  const reads = (edges: Record<string, string[]>) =>
    new Map(Object.entries(edges).map(([name, tables]) => [name, new Set(tables)]));

  test('what is read comes first', () => {
    const ordered = inOrder(models, reads({ 'core.a': ['core.c', 'raw.file'], 'core.c': ['core.b'] }));
    expect(ordered.map(({ name }) => name)).toEqual(['core.b', 'core.c', 'core.a']);
  });

  test('a circle is named', () => {
    const edges = reads({ 'core.a': ['core.b'], 'core.b': ['core.c'], 'core.c': ['core.b'] });
    expect(() => inOrder(models, edges)).toThrow('core.b → core.c → core.b');
  });

  test('a table that no model builds is named', () => {
    expect(() => inOrder(models, reads({ 'core.a': ['core.gone'] }))).toThrow('core.a reads core.gone');
  });
});

describe('header', () => {
  test('continued lines belong to the field above', () => {
    const header = parseHeader(
      'core.x',
      '-- grain: one row per\n-- person\n-- key: a, b\n-- as: view\nselect 1',
    );
    expect(header).toEqual({ grain: 'one row per person', key: ['a', 'b'], why: '', as: 'view' });
  });

  test('a model without a key is refused', () => {
    expect(() => parseHeader('core.x', '-- grain: one row\nselect 1')).toThrow('core.x');
  });
});
