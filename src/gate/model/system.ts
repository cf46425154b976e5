import type { Grade } from './input.ts';

/** Compressed sparse lists: the entries of line i are `start[i] … start[i + 1] − 1`. */
export type Sparse = {
  readonly start: Int32Array;
  readonly index: Int32Array;
  readonly coef: Int32Array;
};

export const COUNT = 0;
export const SUM = 1;
export const SLACK = 2;

/**
 * The compiled table model: equal figures are one cell, repeated relations are dropped, everything is in
 * canonical order (ascending id), so that the order of the input does not matter.
 */
export type System = {
  readonly k: number;
  readonly grade: Grade;
  /** Smallest input id of the cell, ascending. */
  readonly ids: readonly string[];
  /** Every input id that is this cell. */
  readonly members: readonly (readonly string[])[];
  readonly value: Float64Array;
  readonly kind: Uint8Array;
  readonly primary: Uint8Array;
  /** Must stay published: published before, or a constant zero. Never a candidate for hiding. */
  readonly fixed: Uint8Array;
  /** Hidden from the start without being primary: hidden before, or a slack. */
  readonly held: Uint8Array;
  readonly weight: Float64Array;
  /** The outsider's interval must reach down to `low` or up to `high` (NaN: not that way); `both`: and. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly both: Uint8Array;
  /** One line per relation: the total has coefficient +1, parts have negative ones; the sum is zero. */
  readonly rows: Sparse;
  /** The same by cell. */
  readonly cols: Sparse;
  /** Relations that hold a slack: an inequality, which gives nothing away by itself. */
  readonly loose: Uint8Array;
};

/** Cells hidden before any protection: primaries, slacks and those hidden in earlier releases. */
export function hiddenAtStart(system: System): Uint8Array {
  return system.value.length === 0
    ? new Uint8Array(0)
    : Uint8Array.from(system.primary, (primary, c) => (primary || system.held[c] ? 1 : 0));
}

/** Turns lines of [cell, coefficient] pairs into typed arrays. */
export function toSparse(lines: readonly (readonly (readonly [number, number])[])[]): Sparse {
  const start = new Int32Array(lines.length + 1);
  for (const [i, line] of lines.entries()) start[i + 1] = start[i]! + line.length;
  const index = new Int32Array(start[lines.length]!);
  const coef = new Int32Array(index.length);
  let at = 0;
  for (const line of lines) {
    for (const [cell, c] of line) {
      index[at] = cell;
      coef[at++] = c;
    }
  }
  return { start, index, coef };
}

/** The same entries, listed by the other side. */
export function transpose(lines: Sparse, count: number): Sparse {
  const start = new Int32Array(count + 1);
  for (const i of lines.index) start[i + 1]!++;
  for (let i = 0; i < count; i++) start[i + 1]! += start[i]!;
  const next = start.slice(0, count);
  const index = new Int32Array(lines.index.length);
  const coef = new Int32Array(lines.index.length);
  for (let line = 0; line + 1 < lines.start.length; line++) {
    for (let e = lines.start[line]!; e < lines.start[line + 1]!; e++) {
      const at = next[lines.index[e]!]!++;
      index[at] = line;
      coef[at] = lines.coef[e]!;
    }
  }
  return { start, index, coef };
}
