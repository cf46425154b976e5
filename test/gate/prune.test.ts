import { describe, expect, test } from 'vitest';
import { requirementsOf } from '#gate/audit/requirements.ts';
import { verifyProof } from '#gate/audit/verify.ts';
import { compile } from '#gate/model/compile.ts';
import type { System } from '#gate/model/system.ts';
import { proveSafe } from '#gate/prove.ts';
import { prune } from '#gate/prune.ts';
import { loadSolver } from '#gate/solver.ts';
import { findPattern } from '#gate/suppress/pattern.ts';
import { alternativesFor } from '#gate/suppress/wish.ts';
import { randomSystem } from './attack/random-system.ts';

const highs = await loadSolver();

/** Hides a third of the published figures besides what is needed. */
function overhidden(system: System, hidden: Uint8Array): Uint8Array {
  return hidden.map((isHidden, cell) => (isHidden || (cell % 3 === 0 && !system.fixed[cell]) ? 1 : 0));
}

const size = (hidden: Uint8Array) => hidden.reduce((sum, isHidden) => sum + isHidden, 0);

describe('pruning', () => {
  const cases = Array.from({ length: 40 }, (_, i) => compile(randomSystem(i + 1, 'small'))).flatMap(
    (system) => {
      const { hidden, hopeless } = findPattern(system, 0);
      if (hopeless.length > 0) return [];
      const before = proveSafe(highs, system, overhidden(system, hidden));
      return [{ system, before, after: prune(highs, system, before) }];
    },
  );

  test('never hides more, and what is left is proved', () => {
    expect(cases.length).toBeGreaterThan(30);
    for (const { system, before, after } of cases) {
      expect(after.hidden.every((isHidden, cell) => isHidden <= before.hidden[cell]!)).toBe(true);
      expect(verifyProof(system, after.hidden, after.proof)).toBe(true);
    }
  });

  test('shows again what was hidden for nothing', () => {
    const shown = cases.filter(({ before, after }) => size(after.hidden) < size(before.hidden));
    expect(shown.length).toBeGreaterThan(10);
  });

  test('keeps primaries hidden', () => {
    for (const { system, after } of cases)
      expect([...system.primary.keys()].every((cell) => !system.primary[cell] || after.hidden[cell])).toBe(
        true,
      );
  });
});

describe('a small group under a published total', () => {
  const system = compile({
    k: 10,
    grade: 'P2u',
    cells: Object.entries({ a: 2, b: 3, c: 4, d: 20, t: 29 }).map(([id, value]) => ({ id, value })),
    relations: [{ total: 't', parts: ['a', 'b', 'c', 'd'] }],
  });
  const at = (id: string) => system.ids.indexOf(id);
  const hidden = Uint8Array.from(system.ids, (id) => ('abc'.includes(id) ? 1 : 0));

  test('fails the audit, and asks for a cell that makes it large', () => {
    const lost = requirementsOf(system, hidden).find(
      ({ low, high }) => Number.isNaN(low) && Number.isNaN(high),
    )!;
    expect(lost.cells.map((cell) => system.ids[cell])).toEqual(['a', 'b', 'c']);
    expect(alternativesFor(system, hidden, lost)).toEqual([
      { cells: [at('d')], low: 19, high: 21 },
      { cells: [at('t')], low: 28, high: 30 },
      { cells: lost.cells, low: 0, high: 10 },
    ]);
  });

  test('a wish of one cell is left as it is', () => {
    const wish = { cells: [at('a')], low: 0, high: 10 };
    expect(alternativesFor(system, hidden, wish)).toEqual([wish]);
  });
});
