import type { System } from '../model/system.ts';
import type { Wish } from './repair.ts';

/** Published cells of which each makes a small group of hidden parts large, or is their total; cheapest first. */
function joinable(
  { rows, cols, value, weight, fixed, k }: System,
  hidden: Uint8Array,
  group: readonly number[],
): number[] {
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
  return found.sort((a, b) => weight[a]! - weight[b]! || value[a]! - value[b]! || a - b);
}

/**
 * What the audit missed, as what repair is to make possible; one of the alternatives is enough. A small group under a
 * published total needs a cell beside it that can move.
 */
export function alternativesFor(system: System, hidden: Uint8Array, failure: Wish): readonly Wish[] {
  if (!Number.isNaN(failure.low) || !Number.isNaN(failure.high)) return [failure];
  const beside = joinable(system, hidden, failure.cells).map((cell): Wish => {
    const value = system.value[cell]!;
    return { cells: [cell], low: value > 0 ? value - 1 : Number.NaN, high: value + 1 };
  });
  return [...beside, { cells: failure.cells, low: 0, high: system.k }];
}
