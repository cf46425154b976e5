import { expect, test } from 'vitest';
import { computableCells } from '#gate/attack/equations.ts';
import { attackIntervals } from '#gate/attack/interval.ts';
import { puzzleOf } from '#gate/attack/puzzle.ts';
import type { SystemInput } from '#gate/model/input.ts';
import { loadSolver } from '#gate/solver.ts';
import { attack } from './brute-force.ts';
import { patience } from './leaks.ts';
import { randomSystem, seeded } from './random-system.ts';

const FAR = 100_000;
const systems = 80;

/** A careless pattern: every small count, and a few others. */
function careless({ cells, k }: SystemInput, seed: number): ReadonlySet<string> {
  const random = seeded(seed);
  const chosen = cells.filter(({ value }) => (0 < value && value < k) || random() < 0.25);
  return new Set(chosen.map(({ id }) => id));
}

/** The same tables as an outsider sees them. */
function seenBy({ cells, relations, k }: SystemInput, hidden: ReadonlySet<string>) {
  const figures = cells.map(({ id, value }) => {
    const seen = hidden.has(id) ? undefined : value;
    return { id, quantity: '', kind: 'count' as const, period: '', at: {}, value: seen, places: [] };
  });
  const known = relations.map((relation) => ({ ...relation, overlapping: false, complete: true }));
  return puzzleOf(new Map(figures.map((figure) => [figure.id, figure])), known, [], [], k);
}

test(`${systems} carelessly hidden random systems: what is found is what a search of whole tables finds`, async () => {
  const highs = await loadSolver();
  const found = { small: 0, exact: 0, open: 0 };
  for (let seed = 1; seed <= systems; seed++) {
    const input = randomSystem(seed, 'tiny');
    const hidden = careless(input, seed);
    const { system, hidden: pattern } = seenBy(input, hidden);
    const computable = new Set(computableCells(system, pattern));
    const intervals = attackIntervals(highs, system, pattern);
    expect(intervals.undecided).toBe(0);
    expect(intervals.contradictory).toEqual([]);
    const small = new Set(intervals.small.filter(({ length }) => length === 1).flat());
    const { canSumTo } = attack(input, hidden, patience);
    for (const [cell, id] of system.ids.entries()) {
      if (!pattern[cell]) continue;
      const truth = input.cells.find((one) => one.id === id)!.value;
      const others = [canSumTo([id], 0, truth - 1), canSumTo([id], truth + 1, FAR)];
      const safe = [canSumTo([id], 0, 0), canSumTo([id], input.k, FAR)];
      if ([...others, ...safe].includes(undefined)) continue;
      const isExact = !others.includes(true);
      const isSmall = !safe.includes(true);
      expect(small.has(cell), `${seed} ${id} small`).toBe(isSmall);
      const isSaid = computable.has(cell) || intervals.exact.includes(cell) || small.has(cell);
      if (isExact) expect(isSaid, `${seed} ${id} exact`).toBe(true);
      if (computable.has(cell)) expect(isExact, `${seed} ${id} computed`).toBe(true);
      found[isSmall ? 'small' : isExact ? 'exact' : 'open']++;
    }
  }
  expect(Math.min(found.small, found.exact, found.open)).toBeGreaterThan(50);
});
