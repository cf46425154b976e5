import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '#gate/model/compile.ts';
import type { InputCell, SystemInput } from '#gate/model/input.ts';
import type { System } from '#gate/model/system.ts';
import { eliminate, exposedCells } from '#gate/suppress/eliminate.ts';
import { inverse, PRIME, times } from '#gate/suppress/field.ts';
import { openHeap } from '#gate/suppress/heap.ts';
import { findPattern, republishUseless } from '#gate/suppress/pattern.ts';
import { randomSystem, seeded } from '../attack/random-system.ts';
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

const LARGE_PRIME = 2_305_843_009_213_693_951n;

function power(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  const half = power((base * base) % LARGE_PRIME, exponent / 2n);
  return exponent % 2n === 1n ? (half * base) % LARGE_PRIME : half;
}

/** Exposed cells by Gauss and Jordan on the whole matrix, modulo a much larger prime. */
function exposedInFull({ rows, ids }: System, hidden: Uint8Array): number[] {
  const lines = Array.from({ length: rows.start.length - 1 }, (_, r) => {
    const line = ids.map(() => 0n);
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++)
      if (hidden[rows.index[e]!]) line[rows.index[e]!] = (BigInt(rows.coef[e]!) + LARGE_PRIME) % LARGE_PRIME;
    return line;
  });
  let rank = 0;
  for (let c = 0; c < ids.length && rank < lines.length; c++) {
    const at = lines.findIndex((line, i) => i >= rank && line[c] !== 0n);
    if (at === -1) continue;
    [lines[rank], lines[at]] = [lines[at]!, lines[rank]!];
    const inverted = power(lines[rank]![c]!, LARGE_PRIME - 2n);
    const pivot = lines[rank]!.map((x) => (x * inverted) % LARGE_PRIME);
    lines[rank] = pivot;
    for (const [i, line] of lines.entries()) {
      const by = line[c]!;
      if (i === rank || by === 0n) continue;
      lines[i] = line.map((x, j) => (((x - by * pivot[j]!) % LARGE_PRIME) + LARGE_PRIME) % LARGE_PRIME);
    }
    rank++;
  }
  const single = lines
    .map((line) => line.flatMap((x, c) => (x === 0n ? [] : [c])))
    .filter((at) => at.length === 1);
  return single.map(([c]) => c!).sort((x, y) => x - y);
}

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

  test('what is exposed is what a reduced echelon form, worked out in full, says', () => {
    let found = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const system = compile(randomSystem(seed));
      const hidden = Uint8Array.from(system.ids, (_, c) => ((seed * 31 + c * 17) % 7 < 4 ? 1 : 0));
      const expected = exposedInFull(system, hidden);
      expect(exposedCells(eliminate(system, hidden))).toEqual(expected);
      found += expected.length;
    }
    expect(found).toBeGreaterThan(100);
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
