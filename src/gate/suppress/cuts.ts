import type { System } from '../model/system.ts';
import { combinationOf, type Echelon } from './eliminate.ts';
import { residue, times } from './field.ts';
import { hide, type State } from './state.ts';

/** An exposed primary and the published cells of which at least one must be hidden to mend it. */
export type Cut = { readonly cell: number; readonly published: readonly number[] };

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
export function cutsOf(
  system: System,
  hidden: Uint8Array,
  echelon: Echelon,
  exposed: readonly number[],
): Cut[] {
  return exposed.map((cell) => ({
    cell,
    published: publishedOn(system, hidden, combinationOf(echelon, cell)),
  }));
}

/** Hides cells until every cut is hit; returns the cuts on which nothing may be hidden. */
export function hitCuts(state: State, cuts: readonly Cut[], prices: Float64Array): Cut[] {
  const { system } = state;
  const free = (cell: number) => !system.fixed[cell] && !state.hidden[cell];
  let open = cuts.filter((cut) => cut.published.some(free));
  const hopeless = cuts.filter((cut) => !cut.published.some(free));
  const hits = new Map<number, number>();
  const count = (cut: Cut, by: number) => {
    for (const cell of cut.published) if (free(cell)) hits.set(cell, (hits.get(cell) ?? 0) + by);
  };
  for (const cut of open) count(cut, 1);
  while (open.length > 0) {
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [cell, struck] of hits) {
      if (struck === 0) continue;
      let bare = 0;
      for (let e = system.cols.start[cell]!; e < system.cols.start[cell + 1]!; e++) {
        const r = system.cols.index[e]!;
        if (!system.loose[r] && state.count[r] === 0) bare++;
      }
      const score = struck / (system.weight[cell]! + 0.6 * bare) - 0.01 * bare - 0.01 * prices[cell]!;
      if (score > bestScore || (score === bestScore && cell < best)) [best, bestScore] = [cell, score];
    }
    const [hit, left] = [[] as Cut[], [] as Cut[]];
    for (const cut of open) (cut.published.includes(best) ? hit : left).push(cut);
    for (const cut of hit) count(cut, -1);
    hide(state, best);
    hits.delete(best);
    open = left;
  }
  return hopeless;
}
