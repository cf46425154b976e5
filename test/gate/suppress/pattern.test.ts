import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '#gate/model/compile.ts';
import type { InputCell, SystemInput } from '#gate/model/input.ts';
import { eliminate, exposedCells } from '#gate/suppress/eliminate.ts';
import { inverse, PRIME, times } from '#gate/suppress/field.ts';
import { openHeap } from '#gate/suppress/heap.ts';
import { findPattern, republishUseless } from '#gate/suppress/pattern.ts';
import { seeded } from '../attack/random-system.ts';
import { systemOf } from '../attack/run.ts';

const grid = (grade: SystemInput['grade'], more: Record<string, Partial<InputCell>> = {}): SystemInput => ({
  k: 10,
  grade,
  cells: Object.entries({
    ax: 4,
    ay: 30,
    az: 50,
    a: 84,
    bx: 20,
    by: 25,
    bz: 0,
    b: 45,
    x: 24,
    y: 55,
    z: 50,
    t: 129,
  }).map(([id, value]) => ({ id, value, ...more[id] })),
  relations: [
    { total: 'a', parts: ['ax', 'ay', 'az'] },
    { total: 'b', parts: ['bx', 'by', 'bz'] },
    { total: 'x', parts: ['ax', 'bx'] },
    { total: 'y', parts: ['ay', 'by'] },
    { total: 'z', parts: ['az', 'bz'] },
    { total: 't', parts: ['a', 'b'] },
    { total: 't', parts: ['x', 'y', 'z'] },
  ],
});

function hiddenIds(input: SystemInput): { hidden: string[]; hopeless: { cell: string; cut: string[] }[] } {
  const system = compile(input);
  const { hidden, hopeless } = findPattern(system, 0);
  return {
    hidden: system.ids.filter((_, c) => hidden[c]),
    hopeless: hopeless.map(({ cell, published }) => ({
      cell: system.ids[cell]!,
      cut: published.map((c) => system.ids[c]!),
    })),
  };
}

describe('patterns, on a table worked by hand', () => {
  test('one small cell of a two-way table takes three more cells, one in each line it needs', () => {
    const { hidden } = hiddenIds(grid('P2'));
    expect(hidden).toHaveLength(4);
    expect(hidden).toContain('ax');
  });

  test('a zero may protect at P1', () => {
    const costly = { weight: 100 };
    const { hidden } = hiddenIds(
      grid('P1', {
        ay: costly,
        by: costly,
        y: costly,
        a: costly,
        b: costly,
        x: costly,
        z: costly,
        t: costly,
      }),
    );
    expect(hidden).toEqual(['ax', 'az', 'bx', 'bz']);
  });

  test('published figures are not hidden, and what is left does the work', () => {
    const { hidden } = hiddenIds(grid('P2u', { ay: { fixed: true }, a: { fixed: true } }));
    expect(hidden).toEqual(['ax', 'az', 'bx', 'bz']);
  });

  test('a figure that is both public and too small is its own cut', () => {
    expect(hiddenIds(grid('P2', { ax: { fixed: true } })).hopeless).toEqual([{ cell: 'ax', cut: ['ax'] }]);
  });

  test('a cell whose whole line is public comes back with that line as its cut', () => {
    const fixed = { fixed: true };
    expect(hiddenIds(grid('P2', { bx: fixed, x: fixed })).hopeless).toEqual([
      { cell: 'ax', cut: ['bx', 'x'] },
    ]);
  });
});

describe('elimination', () => {
  test('what follows from two equations together is found, although neither has a single unknown', () => {
    const system = compile({
      k: 10,
      grade: 'P1',
      cells: Object.entries({ p: 4, q: 30, s: 34, r: 12, u: 46, v: 16 }).map(([id, value]) => ({
        id,
        value,
      })),
      relations: [
        { total: 's', parts: ['p', 'q'] },
        { total: 'u', parts: ['s', 'r'] },
        { total: 'v', parts: ['p', 'r'] },
      ],
    });
    const hide = (...ids: string[]) => Uint8Array.from(system.ids, (id) => (ids.includes(id) ? 1 : 0));
    expect(exposedCells(eliminate(system, hide('p', 'q', 'r', 's'))).map((c) => system.ids[c])).toEqual([
      'q',
    ]);
    expect(exposedCells(eliminate(system, hide('p', 'q', 'r'))).map((c) => system.ids[c])).toEqual([
      'p',
      'q',
      'r',
    ]);
  });

  test('cells at regular positions that move together are not taken for exposed', () => {
    const names = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (__, j) => `${i}${j}`));
    const value = (id: string) => 20 + Number(id);
    const cells = names.flat().map((id) => ({ id, value: value(id) }));
    const sums = (lines: string[][], letter: string) =>
      lines.map((parts, i) => ({
        cell: { id: `${letter}${i}`, value: parts.reduce((sum, id) => sum + value(id), 0) },
        relation: { total: `${letter}${i}`, parts },
      }));
    const columns = names[0]!.map((_, j) => names.map((line) => line[j]!));
    const all = [...sums(names, 'r'), ...sums(columns, 'c')];
    const system = compile({
      k: 10,
      grade: 'P1',
      cells: [...cells, ...all.map(({ cell }) => cell)],
      relations: all.map(({ relation }) => relation),
    });
    const hidden = Uint8Array.from(system.ids, (id) => (/^\d\d$/.test(id) ? 1 : 0));
    expect(exposedCells(eliminate(system, hidden))).toEqual([]);
  });

  test('field: a number times its inverse is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: PRIME - 1 }), (a) => {
        expect(times(a, inverse(a))).toBe(1);
      }),
    );
  });

  test('no primary of a random system is exposed, and none is after useless cells are shown again', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const system = compile(systemOf(seed));
      const { hidden, hopeless } = findPattern(system, seed % 3);
      if (hopeless.length > 0) continue;
      const shown = republishUseless(system, hidden);
      for (const pattern of [hidden, shown]) {
        const exposed = exposedCells(eliminate(system, pattern));
        expect(exposed.filter((cell) => system.primary[cell])).toEqual([]);
      }
      expect(shown.every((value, cell) => value <= hidden[cell]!)).toBe(true);
    }
  });
});

describe('heap', () => {
  test('gives cells by falling key, ties by position, outdated keys never', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), (seed, sets) => {
        const random = seeded(seed);
        const heap = openHeap(10);
        const keys = new Map<number, number>();
        for (let i = 0; i < sets; i++) {
          const cell = Math.floor(random() * 10);
          const key = random() < 0.2 ? undefined : Math.floor(random() * 5);
          heap.set(cell, key);
          if (key === undefined) keys.delete(cell);
          else keys.set(cell, key);
        }
        const popped: number[] = [];
        for (let cell = heap.pop(); cell !== undefined; cell = heap.pop()) popped.push(cell);
        expect(popped).toEqual([...keys].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([cell]) => cell));
      }),
    );
  });
});
