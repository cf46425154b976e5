import { expect, test } from 'vitest';
import { compile } from '#gate/model/compile.ts';
import { benchTables, type Shape } from './linked-tables.ts';

test.each<[Shape, number]>([
  [2_820, 2_763],
  [7_467, 7_365],
  ['two groupings', 14_160],
])('the tables of %s add up, with 15 to 35 percent small figures at either k', (shape, cells) => {
  for (const k of [5, 10]) {
    const tables = benchTables(shape, k);
    expect(tables.cells).toHaveLength(cells);
    const small = compile(tables).primary.reduce((sum, primary) => sum + primary, 0);
    expect(small / cells).toBeGreaterThan(0.15);
    expect(small / cells).toBeLessThan(0.35);
  }
});

test('units stand in 10 groups and in 8 others that do not nest', () => {
  const { relations } = benchTables('two groupings', 10);
  const ofAll = relations.filter(({ total }) => total === 'all').map(({ parts }) => parts.length);
  expect(ofAll.sort((a, b) => a - b)).toEqual([8, 10, 14, 15]);
  const groups = relations.filter(
    ({ total }) =>
      /^unit-+\d\d$/.test(total) && /^unit\d/.test(relations.find((one) => one.total === total)!.parts[0]!),
  );
  expect(new Set(groups.map(({ total }) => total)).size).toBe(18);
});
