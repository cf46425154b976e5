import { describe, expect, test } from 'vitest';
import { runProtect } from '#gate/protect-json.ts';
import { silentEffects } from '#shared/effects.ts';

const tables = {
  k: 10,
  grade: 'P2u',
  cells: [
    { id: 't', value: 59 },
    { id: 'a', value: 7 },
    { id: 'b', value: 12 },
    { id: 'c', value: 40 },
  ],
  relations: [{ total: 't', parts: ['a', 'b', 'c'] }],
};

async function run(input: unknown): Promise<{ exit: number; json: Record<string, unknown> }> {
  const { exit, output } = await runProtect(
    typeof input === 'string' ? input : JSON.stringify(input),
    silentEffects(),
  );
  return { exit, json: JSON.parse(output) };
}

describe('kenpo protect', () => {
  test('gives the cells back in their order, hidden ones as null with their role', async () => {
    expect(await run(tables)).toEqual({
      exit: 0,
      json: {
        cells: [
          { id: 't', value: 59 },
          { id: 'a', value: null, hidden: 'primary' },
          { id: 'b', value: null, hidden: 'secondary' },
          { id: 'c', value: 40 },
        ],
        primary: 1,
        secondary: 1,
        audited: 1,
        failures: 0,
        seconds: 0,
      },
    });
  });

  test('what cannot be protected comes back with its cut and exit code 12', async () => {
    const cells = tables.cells.map((cell) => (cell.id === 'a' ? cell : { ...cell, fixed: true }));
    expect(await run({ ...tables, cells })).toEqual({
      exit: 12,
      json: { impossible: [{ cell: 'a', cut: ['b', 'c', 't'] }] },
    });
  });

  test('a sum that does not add up names its relation, with exit code 2', async () => {
    const { exit, json } = await run({
      ...tables,
      relations: [...tables.relations, { total: 'c', parts: ['a', 'b'] }],
    });
    expect(exit).toBe(2);
    expect(json).toMatchObject({ error: { code: 'GATE_BAD_TABLE', data: { relation: 1, total: 'c' } } });
  });

  test.each([
    ['no JSON', '{'],
    ['an unknown key', { ...tables, fast: true }],
    ['an unknown grade', { ...tables, grade: 'P0' }],
    ['a text as value', { ...tables, cells: [{ id: 'a', value: '4711' }] }],
    ['k of zero', { ...tables, k: 0 }],
    ['a negative value', { ...tables, cells: [{ id: 'a', value: -4711 }], relations: [] }],
    ['an id twice', { ...tables, cells: [...tables.cells, { id: 'a', value: 7 }] }],
    ['an unknown id', { ...tables, relations: [{ total: 't', parts: ['a', 'nobody'] }] }],
  ])('%s is refused with exit code 2 and without a value', async (_, input) => {
    const { exit, json } = await run(input);
    expect(exit).toBe(2);
    expect(json).toMatchObject({ error: { code: 'GATE_BAD_TABLE' } });
    expect(JSON.stringify(json)).not.toContain('4711');
  });
});

describe('the form of the input', () => {
  test('without a grade it protects at P2u', async () => {
    const { grade: _, ...without } = tables;
    expect((await run(without)).json).toEqual((await run(tables)).json);
  });

  test.each([
    ['an unknown key, by its name', { ...tables, kk: 1 }, 'kk'],
    ['an unknown key of a cell', { ...tables, cells: [{ id: 't', value: 1, hide: true }] }, 'cells.0.hide'],
    ['a relation without parts', { ...tables, relations: [{ total: 't', parts: [] }] }, 'relations.0.parts'],
  ])('names %s', async (_, input, path) => {
    expect(await run(input)).toMatchObject({
      exit: 2,
      json: { error: { code: 'GATE_BAD_TABLE', data: { path } } },
    });
  });
});
