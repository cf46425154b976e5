import type { System } from '../model/system.ts';
import { inverse, residue, times } from './field.ts';

/** A reduced relation over hidden cells, and (if kept) the combination of relations that made it. */
export type Reduced = {
  readonly entries: Map<number, number>;
  readonly combination: Map<number, number> | undefined;
};

/** target −= factor × source, entries that become zero go away. */
function subtract(target: Map<number, number>, source: ReadonlyMap<number, number>, factor: number): void {
  for (const [key, value] of source) {
    const next = residue((target.get(key) ?? 0) - times(factor, value));
    if (next === 0) target.delete(key);
    else target.set(key, next);
  }
}

function scale(target: Map<number, number>, factor: number): void {
  for (const [key, value] of target) target.set(key, times(value, factor));
}

/** Hidden cells of each relation that has any, shortest first. */
function hiddenLines(
  { rows }: System,
  hidden: Uint8Array,
): { relation: number; cells: number[]; coefs: number[] }[] {
  const lines = [];
  for (let r = 0; r + 1 < rows.start.length; r++) {
    const cells: number[] = [];
    const coefs: number[] = [];
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++) {
      if (!hidden[rows.index[e]!]) continue;
      cells.push(rows.index[e]!);
      coefs.push(rows.coef[e]!);
    }
    if (cells.length > 0) lines.push({ relation: r, cells, coefs });
  }
  return lines.sort((a, b) => a.cells.length - b.cells.length || a.relation - b.relation);
}

/**
 * Reduced echelon form of the relations over hidden cells, modulo a prime: steers only, proves nothing.
 * Returns the reduced relation of each pivot cell.
 */
export function eliminate(
  system: System,
  hidden: Uint8Array,
  keepCombinations = false,
): Map<number, Reduced> {
  const lines = hiddenLines(system, hidden);
  const uses = new Int32Array(hidden.length);
  for (const line of lines) for (const cell of line.cells) uses[cell]!++;
  const reduced = new Map<number, Reduced>();
  /** Pivots whose reduced relation holds the cell. */
  const holders = new Map<number, Set<number>>();
  const note = (pivot: number, entries: ReadonlyMap<number, number>) => {
    for (const cell of entries.keys()) {
      const set = holders.get(cell);
      if (set) set.add(pivot);
      else holders.set(cell, new Set([pivot]));
    }
  };
  for (const { relation, cells, coefs } of lines) {
    const entries = new Map(cells.map((cell, i) => [cell, residue(coefs[i]!)]));
    const combination = keepCombinations ? new Map([[relation, 1]]) : undefined;
    for (const cell of cells) {
      const row = reduced.get(cell);
      const factor = row && entries.get(cell);
      if (row === undefined || factor === undefined) continue;
      subtract(entries, row.entries, factor);
      if (combination && row.combination) subtract(combination, row.combination, factor);
    }
    const pivot = leastUsed(entries, (cell) => uses[cell]! + (holders.get(cell)?.size ?? 0));
    if (pivot === undefined) continue;
    const factor = inverse(entries.get(pivot)!);
    scale(entries, factor);
    if (combination) scale(combination, factor);
    for (const other of holders.get(pivot) ?? []) {
      const row = reduced.get(other)!;
      const by = row.entries.get(pivot);
      if (by === undefined) continue;
      subtract(row.entries, entries, by);
      if (combination && row.combination) subtract(row.combination, combination, by);
      note(other, entries);
    }
    reduced.set(pivot, { entries, combination });
    note(pivot, entries);
    holders.delete(pivot);
  }
  return reduced;
}

function leastUsed(
  entries: ReadonlyMap<number, number>,
  usesOf: (cell: number) => number,
): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of entries.keys()) {
    const uses = usesOf(cell);
    if (uses < least || (uses === least && cell < best!)) [best, least] = [cell, uses];
  }
  return best;
}

/** Hidden cells whose value follows from the published ones. */
export function exposedCells(reduced: ReadonlyMap<number, Reduced>): number[] {
  const exposed: number[] = [];
  for (const [pivot, { entries }] of reduced) if (entries.size === 1) exposed.push(pivot);
  return exposed.sort((a, b) => a - b);
}
