import type { System } from '../model/system.ts';
import { eliminate, type Reduced } from './eliminate.ts';
import { residue, times } from './field.ts';
import { hide, type State } from './state.ts';

/** An exposed primary and the published cells of which at least one must be hidden to mend it. */
export type Cut = { readonly cell: number; readonly published: readonly number[] };

/** Hidden cells connected to one of the seeds through relations. */
function componentOf({ rows, cols }: System, hidden: Uint8Array, seeds: readonly number[]): Uint8Array {
  const inside = new Uint8Array(hidden.length);
  const stack = [...seeds];
  for (const seed of seeds) inside[seed] = 1;
  const seen = new Uint8Array(rows.start.length);
  for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
    for (let e = cols.start[cell]!; e < cols.start[cell + 1]!; e++) {
      const r = cols.index[e]!;
      if (seen[r]) continue;
      seen[r] = 1;
      for (let f = rows.start[r]!; f < rows.start[r + 1]!; f++) {
        const next = rows.index[f]!;
        if (!hidden[next] || inside[next]) continue;
        inside[next] = 1;
        stack.push(next);
      }
    }
  }
  return inside;
}

function publishedOn(
  { rows }: System,
  hidden: Uint8Array,
  combination: ReadonlyMap<number, number>,
): number[] {
  const weight = new Map<number, number>();
  for (const [r, factor] of combination) {
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++) {
      const cell = rows.index[e]!;
      if (!hidden[cell])
        weight.set(cell, residue((weight.get(cell) ?? 0) + times(factor, residue(rows.coef[e]!))));
    }
  }
  return [...weight].flatMap(([cell, sum]) => (sum === 0 ? [] : [cell])).sort((a, b) => a - b);
}

/** One cut for each exposed primary: the figures that the equation revealing it needs. */
export function cutsOf(system: System, hidden: Uint8Array, exposed: readonly number[]): Cut[] {
  const reduced: Map<number, Reduced> = eliminate(system, componentOf(system, hidden, exposed), true);
  return exposed.flatMap((cell) => {
    const row = reduced.get(cell);
    if (row?.entries.size !== 1 || !row.combination) return [];
    return [{ cell, published: publishedOn(system, hidden, row.combination) }];
  });
}

/** Hides cells until every cut is hit; returns the cuts on which nothing may be hidden. */
export function hitCuts(state: State, cuts: readonly Cut[], prices: Float64Array): Cut[] {
  const { system } = state;
  const free = (cell: number) => !system.fixed[cell] && !state.hidden[cell];
  let open = cuts.filter((cut) => cut.published.some(free));
  const hopeless = cuts.filter((cut) => !cut.published.some(free));
  while (open.length > 0) {
    const hits = new Map<number, number>();
    for (const cut of open) {
      for (const cell of cut.published) if (free(cell)) hits.set(cell, (hits.get(cell) ?? 0) + 1);
    }
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [cell, count] of hits) {
      let bare = 0;
      for (let e = system.cols.start[cell]!; e < system.cols.start[cell + 1]!; e++) {
        const r = system.cols.index[e]!;
        if (!system.loose[r] && state.count[r] === 0) bare++;
      }
      const score = count / (system.weight[cell]! + 0.6 * bare) - 0.01 * bare - 0.01 * prices[cell]!;
      if (score > bestScore || (score === bestScore && cell < best)) [best, bestScore] = [cell, score];
    }
    hide(state, best);
    open = open.filter((cut) => !cut.published.includes(best));
  }
  return hopeless;
}
