import { openHeap } from './heap.ts';
import { hide, isDeficient, type State, shortfall } from './state.ts';

/** What hiding a cell is worth: relations mended or partly filled, against relations it newly lays bare. */
type Gain = { readonly gain: number; readonly useful: boolean };

function gainOf(state: State, cell: number): Gain {
  const { cols, value, loose } = state.system;
  let gain = 0;
  let useful = false;
  for (let e = cols.start[cell]!; e < cols.start[cell + 1]!; e++) {
    const r = cols.index[e]!;
    if (loose[r]) continue;
    if (isDeficient(state, r)) {
      const missing = shortfall(state, r);
      const filled = cols.coef[e]! > 0 ? missing : -cols.coef[e]! * value[cell]!;
      if (filled >= missing) gain += 1;
      else gain += (0.3 * filled) / missing;
      if (filled >= missing || filled > 0) useful = true;
    } else if (state.count[r] === 0) {
      gain -= 1;
    }
  }
  return { gain, useful };
}

/**
 * Hides the cells that mend most until no relation is deficient.
 * Returns the relations that nothing is left to mend.
 */
export function close(state: State, prices: Float64Array): number[] {
  const { rows, cols, fixed } = state.system;
  const relations = rows.start.length - 1;
  const deficient = new Uint8Array(relations);
  const heap = openHeap(fixed.length);
  const refresh = (cell: number) => {
    if (state.hidden[cell] || fixed[cell]) return;
    const { gain, useful } = gainOf(state, cell);
    heap.set(cell, useful ? gain - prices[cell]! : undefined);
  };
  const refreshCells = (r: number) => {
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++) refresh(rows.index[e]!);
  };
  for (let r = 0; r < relations; r++) deficient[r] = isDeficient(state, r) ? 1 : 0;
  for (let r = 0; r < relations; r++) if (deficient[r]) refreshCells(r);
  for (let cell = heap.pop(); cell !== undefined; cell = heap.pop()) {
    hide(state, cell);
    for (let e = cols.start[cell]!; e < cols.start[cell + 1]!; e++) {
      const r = cols.index[e]!;
      const was = deficient[r];
      deficient[r] = isDeficient(state, r) ? 1 : 0;
      if (was || deficient[r] || state.count[r] === 1) refreshCells(r);
    }
  }
  return [...deficient.keys()].filter((r) => deficient[r] === 1);
}
