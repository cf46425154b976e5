import type { System } from '../model/system.ts';
import type { Wish } from './repair.ts';

/** The cheapest published cell that makes a small group of hidden parts large, or hides their total. */
function joinable(
  { rows, cols, value, weight, fixed, k }: System,
  hidden: Uint8Array,
  group: readonly number[],
) {
  const missing = k - group.reduce((sum, cell) => sum + value[cell]!, 0);
  const first = group[0]!;
  const lines = [...cols.index.subarray(cols.start[first]!, cols.start[first + 1]!)];
  const found = lines.flatMap((r) => {
    const entries = Array.from({ length: rows.start[r + 1]! - rows.start[r]! }, (_, i) => rows.start[r]! + i);
    const parts = new Set(entries.filter((e) => rows.coef[e]! < 0).map((e) => rows.index[e]!));
    const hiddenParts = [...parts].filter((cell) => hidden[cell]);
    if (hiddenParts.length !== new Set(group).size || !group.every((cell) => parts.has(cell))) return [];
    const shown = entries.filter((e) => !hidden[rows.index[e]!] && !fixed[rows.index[e]!]);
    return shown
      .filter((e) => rows.coef[e]! > 0 || -rows.coef[e]! * value[rows.index[e]!]! >= missing)
      .map((e) => rows.index[e]!);
  });
  return found.sort((a, b) => weight[a]! - weight[b]! || value[a]! - value[b]! || a - b)[0];
}

/** What the audit missed, as what repair is to make possible. A small group under a published total needs a cell beside it that can move. */
export function wishOf(system: System, hidden: Uint8Array, failure: Wish): Wish {
  if (!Number.isNaN(failure.low) || !Number.isNaN(failure.high)) return failure;
  const cell = joinable(system, hidden, failure.cells);
  if (cell === undefined) return { cells: failure.cells, low: 0, high: system.k };
  const value = system.value[cell]!;
  return { cells: [cell], low: value > 0 ? value - 1 : Number.NaN, high: value + 1 };
}
