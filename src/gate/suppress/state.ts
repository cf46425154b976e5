import { COUNT, type System } from '../model/system.ts';

/** What the suppressor keeps per relation while it hides cells. */
export type State = {
  readonly system: System;
  readonly hidden: Uint8Array;
  /** Hidden cells of the relation, and the sole one where there is one (exclusive or of their positions). */
  readonly count: Int32Array;
  readonly who: Int32Array;
  readonly totalHidden: Uint8Array;
  /** Sum of the hidden parts, and the least it must be while the total is published (0: anything). */
  readonly sum: Float64Array;
  readonly bound: Float64Array;
};

export function openState(system: System, hidden: Uint8Array): State {
  const relations = system.rows.start.length - 1;
  const state: State = {
    system,
    hidden: new Uint8Array(hidden.length),
    count: new Int32Array(relations),
    who: new Int32Array(relations),
    totalHidden: new Uint8Array(relations),
    sum: new Float64Array(relations),
    bound: new Float64Array(relations),
  };
  for (let c = 0; c < hidden.length; c++) if (hidden[c]) hide(state, c);
  return state;
}

/** The least sum of hidden parts that a published total may leave, if this cell is one of them. */
function boundOf({ value, low, high, both, kind, grade, k }: System, cell: number): number {
  if (Number.isNaN(high[cell]!)) return 0;
  if (both[cell] || Number.isNaN(low[cell]!)) return high[cell]!;
  const small = kind[cell] === COUNT && 0 < value[cell]! && value[cell]! < k;
  return small && grade === 'P2u' ? k : 0;
}

export function hide(state: State, cell: number): void {
  const { system } = state;
  state.hidden[cell] = 1;
  const bound = boundOf(system, cell);
  for (let e = system.cols.start[cell]!; e < system.cols.start[cell + 1]!; e++) {
    const r = system.cols.index[e]!;
    const coef = system.cols.coef[e]!;
    state.count[r]!++;
    state.who[r]! ^= cell;
    if (coef > 0) {
      state.totalHidden[r] = 1;
    } else {
      state.sum[r]! -= coef * system.value[cell]!;
      if (bound > state.bound[r]!) state.bound[r] = bound;
    }
  }
}

/** True where the relation's only hidden cell, which is to stay secret, can be computed from the others. */
function isBare(state: State, relation: number): boolean {
  if (state.count[relation] !== 1) return false;
  const cell = state.who[relation]!;
  return !state.system.held[cell] || state.system.primary[cell] === 1;
}

/** How much the hidden parts of a published total fall short of the least sum. */
export function shortfall(state: State, relation: number): number {
  return state.totalHidden[relation] ? 0 : Math.max(0, state.bound[relation]! - state.sum[relation]!);
}

/** A relation that gives something away by itself. One with a slack is an inequality and never does. */
export function isDeficient(state: State, relation: number): boolean {
  return !state.system.loose[relation] && (isBare(state, relation) || shortfall(state, relation) > 0);
}
