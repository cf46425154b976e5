import { describe, expect, test } from 'vitest';
import { openLedger } from '#gate/audit/ledger.ts';
import { requirementsOf } from '#gate/audit/requirements.ts';
import { isTable } from '#gate/audit/verify.ts';
import { searchByWalks } from '#gate/audit/walks.ts';
import { compile } from '#gate/model/compile.ts';
import { createWalker, hiddenOnly, type Manner } from '#gate/model/walk.ts';
import { findPattern } from '#gate/suppress/pattern.ts';
import { randomSystem } from '../attack/random-system.ts';

const straight: Manner = { steps: 30, cellChance: 0, rowChance: 0, rest: 4 };

/** Three rows and three columns; the corner of two rows and two columns is hidden. */
const grid = compile({
  k: 10,
  grade: 'P2',
  cells: Object.entries({
    ax: 4,
    ay: 30,
    az: 50,
    bx: 20,
    by: 25,
    bz: 50,
    a: 84,
    b: 95,
    x: 24,
    y: 55,
    z: 100,
  }).map(([id, value]) => ({ id, value })),
  relations: [
    { total: 'a', parts: ['ax', 'ay', 'az'] },
    { total: 'b', parts: ['bx', 'by', 'bz'] },
    { total: 'x', parts: ['ax', 'bx'] },
    { total: 'y', parts: ['ay', 'by'] },
    { total: 'z', parts: ['az', 'bz'] },
  ],
});
const at = (id: string) => grid.ids.indexOf(id);
const hide = (...ids: string[]) => Uint8Array.from(grid.ids, (id) => (ids.includes(id) ? 1 : 0));
const corner = hide('ax', 'ay', 'bx', 'by');
const walked = (hidden: Uint8Array, cell: string, by: number) => {
  const witness = createWalker(grid, hiddenOnly(hidden)).walk([[at(cell), by]], straight);
  return witness && Object.fromEntries(witness.cells.map((c, i) => [grid.ids[c], witness.diff[i]]));
};

describe('a walk, on a table worked by hand', () => {
  test('goes round the corner', () => {
    expect(walked(corner, 'ax', -4)).toEqual({ ax: -4, ay: 4, bx: 4, by: -4 });
    expect(walked(corner, 'ax', 6)).toEqual({ ax: 6, ay: -6, bx: -6, by: 6 });
  });

  test('never takes a cell below zero', () => {
    expect(walked(corner, 'ax', 20)).toEqual({ ax: 20, ay: -20, bx: -20, by: 20 });
    expect(walked(corner, 'ax', 21)).toBeUndefined();
  });

  test('finds nothing where a relation has one hidden cell', () => {
    expect(walked(hide('ax', 'ay', 'bx'), 'ax', -4)).toBeUndefined();
  });

  test('moves a published cell for its price, and none that must stay', () => {
    const free = hiddenOnly(hide('ax', 'ay', 'bx'));
    free[at('by')] = 0.5;
    free[at('z')] = 0.5;
    expect(createWalker(grid, free).walk([[at('ax'), -4]], straight)?.cells).toEqual(
      ['ax', 'ay', 'bx', 'by'].map(at).sort((a, b) => a - b),
    );
  });

  test('forgets the walk before', () => {
    const { walk } = createWalker(grid, hiddenOnly(corner));
    expect(walk([[at('ax'), 21]], straight)).toBeUndefined();
    expect(walk([[at('ax'), -4]], straight)?.diff).toHaveLength(4);
  });
});

describe('walks over random table systems', () => {
  const seeds = Array.from({ length: 60 }, (_, i) => i + 1);
  const searched = seeds.map((seed) => {
    const system = compile(randomSystem(seed));
    const { hidden } = findPattern(system, 0);
    const ledger = openLedger(system, hidden, requirementsOf(system, hidden));
    searchByWalks(ledger, [...ledger.requirements.keys()]);
    return { system, hidden, ledger };
  });

  test('whatever a walk brings back is a table', () => {
    const found = searched.flatMap(({ system, hidden, ledger }) => {
      const { walk } = createWalker(system, hiddenOnly(hidden));
      return ledger.requirements.flatMap(({ cells: [cell] }) => {
        const witness = walk([[cell!, -system.value[cell!]!]], { ...straight, cellChance: 1, rowChance: 2 });
        return witness ? [isTable(system, hidden, witness)] : [];
      });
    });
    expect(found.length).toBeGreaterThan(200);
    expect(found.every(Boolean)).toBe(true);
  });

  test('most requirements are met in whole numbers, without a solver', () => {
    const met = searched.flatMap(({ ledger }) => [...ledger.whole].map((witness) => witness !== -1));
    expect(met.filter(Boolean).length / met.length).toBeGreaterThan(0.8);
  });
});
