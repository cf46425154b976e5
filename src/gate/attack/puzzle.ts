import { COUNT, SLACK, SUM, type System, toSparse, transpose } from '../model/system.ts';
import type { Known } from '../tables/relations.ts';
import type { Seen } from './figures.ts';
import type { Bound } from './ratios.ts';

/** The public figures as one system of sums. Hidden cells hold no value yet (0). */
export type Puzzle = {
  readonly system: System;
  readonly hidden: Uint8Array;
  /** Cells that are printed; the others are differences anyone can write down. */
  readonly printed: number;
};

type Cell = { readonly id: string; readonly kind: number; readonly value: number };

/**
 * Puts what is seen and what is known about it into one system. "At most" becomes a sum with what is left over; for
 * counts that is a group of persons too (those of the whole who are not in the part), to be protected like a cell.
 */
export function puzzleOf(
  figures: ReadonlyMap<string, Seen>,
  known: readonly Known[],
  parts: readonly (readonly [part: string, whole: string])[],
  bounds: readonly Bound[],
  k: number,
): Puzzle {
  const cells: Cell[] = [...figures.values()].map(({ id, kind, value }) => ({
    id,
    kind: kind === 'count' ? COUNT : SUM,
    value: value ?? Number.NaN,
  }));
  const printed = cells.length;
  const position = new Map(cells.map(({ id }, at) => [id, at]));
  const at = (id: string) => position.get(id)!;
  const lines: [number, number][][] = [];
  const loose: number[] = [];
  const add = (id: string, kind: number, value: number) => cells.push({ id, kind, value }) - 1;
  const unknown = (id: string, kind: number) => add(id, kind, Number.NaN);
  const line = (total: number, of: readonly number[], isLoose: boolean) => {
    const terms = new Map([[total, 1]]);
    for (const part of of) terms.set(part, (terms.get(part) ?? 0) - 1);
    lines.push([...terms]);
    loose.push(isLoose ? 1 : 0);
  };
  const others = new Set<string>();
  const atMost = (part: string, whole: string) => {
    const id = `${whole} − ${part}`;
    if (part === whole || others.has(id)) return;
    others.add(id);
    const [inside, all] = [cells[at(part)]!.value, cells[at(whole)]!.value];
    line(at(whole), [at(part), add(id, COUNT, all - inside)], true);
  };
  for (const [part, whole] of parts) atMost(part, whole);
  for (const { total, parts: of, overlapping, complete } of known) {
    const inside = of.map(at);
    if (!overlapping && complete) line(at(total), inside, false);
    else if (!overlapping) line(at(total), [...inside, unknown(`rest ${total}`, SLACK)], true);
    else {
      for (const part of of) atMost(part, total);
      if (!complete) continue;
      const sum = unknown(`sum ${total}`, SLACK);
      line(sum, inside, true);
      line(sum, [at(total), unknown(`twice ${total}`, SLACK)], true);
    }
  }
  for (const { id, low, high } of bounds) {
    line(at(id), [add(`least ${id}`, SLACK, low), unknown(`above ${id}`, SLACK)], true);
    line(add(`most ${id}`, SLACK, high), [at(id), unknown(`below ${id}`, SLACK)], true);
  }
  return { ...compiled(cells, lines, loose, k), printed };
}

/** All needs are open: what has to be shown about a cell depends on the table an outsider found first. */
function compiled(
  cells: readonly Cell[],
  lines: readonly (readonly [number, number])[][],
  loose: readonly number[],
  k: number,
) {
  const none = new Uint8Array(cells.length);
  const rows = toSparse(lines);
  const ids = cells.map(({ id }) => id);
  const system: System = {
    k,
    grade: 'P2u',
    ids,
    members: ids.map((id) => [id]),
    value: Float64Array.from(cells, ({ value }) => (Number.isNaN(value) ? 0 : value)),
    kind: Uint8Array.from(cells, ({ kind }) => kind),
    primary: none,
    fixed: none,
    held: none,
    weight: new Float64Array(cells.length),
    low: new Float64Array(cells.length).fill(Number.NaN),
    high: new Float64Array(cells.length).fill(Number.NaN),
    both: none,
    rows,
    cols: transpose(rows, cells.length),
    loose: Uint8Array.from(loose),
  };
  return { system, hidden: Uint8Array.from(cells, ({ value }) => (Number.isNaN(value) ? 1 : 0)) };
}
