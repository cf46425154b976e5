import { hiddenAtStart, type System } from '../model/system.ts';
import { close } from './closure.ts';
import { type Cut, cutsOf, hitCuts } from './cuts.ts';
import { eliminate, exposedCells } from './eliminate.ts';
import { openState, type State } from './state.ts';
import { pricesOf } from './weights.ts';

/** Hidden cells by position, and what no hiding can mend. */
export type Pattern = { readonly hidden: Uint8Array; readonly hopeless: readonly Cut[] };

/** A relation that nothing is left to mend, told as the cut of each primary in it. */
function cutsOfRelation({ system, hidden }: State, relation: number): Cut[] {
  const { rows, primary, fixed } = system;
  const cells = [...rows.index.subarray(rows.start[relation]!, rows.start[relation + 1]!)];
  const published = cells.filter((cell) => !hidden[cell] && fixed[cell]);
  const secret = cells.filter((cell) => hidden[cell]);
  const named = secret.filter((cell) => primary[cell]);
  return (named.length > 0 ? named : secret).map((cell) => ({ cell, published }));
}

/** A fixed cell that must be hidden is its own cut. */
function cutsOfFixed({ primary, fixed }: System): Cut[] {
  return [...primary.keys()]
    .filter((c) => primary[c] && fixed[c])
    .map((cell) => ({ cell, published: [cell] }));
}

/**
 * Hides until no relation gives anything away by itself and no primary can be computed from the published
 * figures: closure, elimination, the best cells on the cuts, closure again.
 */
export function findPattern(system: System, start: number, from = hiddenAtStart(system)): Pattern {
  const prices = pricesOf(system, start);
  const state = openState(system, from);
  const hopeless = new Map<number, Cut>();
  const learn = (cuts: readonly Cut[]) => {
    for (const cut of cuts) if (!hopeless.has(cut.cell)) hopeless.set(cut.cell, cut);
  };
  learn(cutsOfFixed(system));
  for (;;) {
    const bare = close(state, prices).flatMap((r) => cutsOfRelation(state, r));
    learn(bare.filter((cut) => system.primary[cut.cell]));
    const echelon = eliminate(system, state.hidden);
    const open = exposedCells(echelon).filter((cell) => system.primary[cell] && !hopeless.has(cell));
    if (open.length === 0) return { hidden: state.hidden, hopeless: [...hopeless.values()] };
    learn(hitCuts(state, cutsOf(system, state.hidden, echelon, open), prices));
  }
}

/** Exposed secondaries protect nobody: publishes them again, except those hidden before. */
export function republishUseless(system: System, hidden: Uint8Array): Uint8Array {
  const shown = hidden.slice();
  for (const cell of exposedCells(eliminate(system, hidden))) {
    if (!system.primary[cell] && !system.held[cell]) shown[cell] = 0;
  }
  return shown;
}
