import { describe, expect, test } from 'vitest';
import { attack } from './brute-force.ts';
import { leaksOf, patience } from './leaks.ts';
import { attackMany } from './run.ts';

const cells = (values: Record<string, number>) =>
  Object.entries(values).map(([id, value]) => ({ id, value }));

describe('the attacker himself', () => {
  const pair = {
    k: 10,
    grade: 'P2u' as const,
    cells: cells({ p: 4, q: 5, r: 50, t: 59 }),
    relations: [{ total: 't', parts: ['p', 'q', 'r'] }],
  };

  test('finds what a figure can be, and nothing else', () => {
    const { canSumTo } = attack(pair, new Set(['p', 'q']), patience);
    expect([0, 9].map((value) => canSumTo(['p'], value, value))).toEqual([true, true]);
    expect(canSumTo(['p'], 10, 99)).toBe(false);
    expect(canSumTo(['p', 'q'], 0, 8)).toBe(false);
  });

  test('sees shown, exact, small and grouped figures', () => {
    expect(leaksOf(pair, new Set()).leaks.map(({ what }) => what)).toEqual(['shown', 'shown']);
    expect(leaksOf({ ...pair, grade: 'P1' }, new Set(['p'])).leaks.map(({ what }) => what)).toEqual([
      'exact',
      'shown',
    ]);
    expect(leaksOf({ ...pair, grade: 'P2' }, new Set(['p', 'q'])).leaks).toEqual([]);
    expect(leaksOf(pair, new Set(['p', 'q'])).leaks.map(({ what }) => what)).toEqual(['small group']);
    expect(leaksOf({ ...pair, grade: 'P3' }, new Set(['p', 'q'])).leaks.map(({ what }) => what)).toEqual([
      'below k',
      'below k',
    ]);
    expect(leaksOf({ ...pair, grade: 'P3' }, new Set(['p', 'q', 'r'])).leaks).toEqual([]);
  });

  test('takes what another table tells for known: the rest of the hidden parts is the small group', () => {
    const linked = {
      ...pair,
      cells: [...pair.cells, { id: 's', value: 50 }],
      relations: [...pair.relations, { total: 's', parts: ['r'] }],
    };
    expect(leaksOf(linked, new Set(['p', 'q', 'r'])).leaks).toEqual([
      { ids: ['p', 'q'], what: 'small group' },
    ]);
  });

  test('uses that figures are whole', () => {
    const halves = {
      k: 10,
      grade: 'P1' as const,
      cells: cells({ p: 1, q: 1, r: 1, pq: 2, qr: 2, pr: 2 }).map((cell) => ({
        ...cell,
        primary: cell.id.length === 1,
      })),
      relations: [
        { total: 'pq', parts: ['p', 'q'] },
        { total: 'qr', parts: ['q', 'r'] },
        { total: 'pr', parts: ['p', 'r'] },
      ],
    };
    expect(attack(halves, new Set(['p', 'q', 'r']), patience).canSumTo(['p'], 0, 0)).toBe(false);
  });
});

test('500 random table systems: nothing leaks, nothing is refused needlessly', async () => {
  const tally = await attackMany(500);
  expect(tally.leaking).toEqual([]);
  expect(tally.provedByLpOnly).toBe(0);
  expect(tally.systems).toBe(500);
  expect(tally.undecided).toBe(0);
  expect(tally.tried).toBeGreaterThan(3000);
  expect(tally.gaveUp).toBeLessThan(tally.tried / 100);
});

test.each([
  [40_708, 'a secondary that was shown to be computable left a small group behind'],
  [44_676, 'parts that make a group large could be told, though by no equation alone'],
  [91_488, 'as before, in a table with a level of groups'],
  [41_556, 'a group fell to nothing while another part of it rose'],
  [41_088, 'of the cells that make a group large, the first could not be hidden'],
])('random system %i, once attacked with success: %s', async (seed) => {
  expect((await attackMany(1, seed)).leaking).toEqual([]);
});
