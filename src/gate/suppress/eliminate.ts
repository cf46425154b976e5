import type { System } from '../model/system.ts';
import { inverse, PRIME, residue, times } from './field.ts';
import { openHeap } from './heap.ts';

/** A relation reduced by those before it, scaled so that its pivot has coefficient 1. */
type Step = {
  readonly relation: number;
  readonly pivot: number;
  readonly scale: number;
  /** Its other hidden cells: each is free, or the pivot of a later step. */
  readonly cells: Int32Array;
  readonly coefs: Float64Array;
  /** Earlier steps that were subtracted from the relation, and how often. */
  readonly by: Int32Array;
  readonly factors: Float64Array;
};

/** Echelon form of the relations over hidden cells, modulo a prime: steers only, proves nothing. */
export type Echelon = {
  readonly steps: readonly Step[];
  /** The step a cell is the pivot of, −1 for free cells. */
  readonly stepOf: Int32Array;
};

/** Relations by their number of hidden cells, fewest first. */
function shortestFirst({ rows }: System, hidden: Uint8Array): number[] {
  const sizes = new Int32Array(rows.start.length - 1);
  for (let r = 0; r < sizes.length; r++) {
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++) sizes[r]! += hidden[rows.index[e]!] ? 1 : 0;
  }
  const order = [...sizes.keys()].filter((r) => sizes[r]! > 0);
  return order.sort((a, b) => sizes[a]! - sizes[b]! || a - b);
}

/** Reduces relation after relation by the steps so far; the cell in fewest relations becomes the pivot of what is left. */
export function eliminate(system: System, hidden: Uint8Array): Echelon {
  const { rows, cols } = system;
  const order = shortestFirst(system, hidden);
  const stepOf = new Int32Array(hidden.length).fill(-1);
  const uses = new Int32Array(hidden.length);
  for (let c = 0; c < hidden.length; c++) uses[c] = cols.start[c + 1]! - cols.start[c]!;
  const steps: Step[] = [];
  const value = new Float64Array(hidden.length);
  const isHeld = new Uint8Array(hidden.length);
  const held: number[] = [];
  const due = openHeap(order.length);
  const add = (cell: number, by: number) => {
    value[cell] = residue(value[cell]! + by);
    if (isHeld[cell]) return;
    isHeld[cell] = 1;
    held.push(cell);
    if (stepOf[cell]! >= 0) due.set(stepOf[cell]!, -stepOf[cell]!);
  };
  for (const relation of order) {
    for (let e = rows.start[relation]!; e < rows.start[relation + 1]!; e++)
      if (hidden[rows.index[e]!]) add(rows.index[e]!, rows.coef[e]!);
    const by: number[] = [];
    const factors: number[] = [];
    for (let at = due.pop(); at !== undefined; at = due.pop()) {
      const { pivot, cells, coefs } = steps[at]!;
      const factor = value[pivot]!;
      if (factor === 0) continue;
      by.push(at);
      factors.push(factor);
      value[pivot] = 0;
      for (let i = 0; i < cells.length; i++) add(cells[i]!, -times(factor, coefs[i]!));
    }
    const left = held.filter((cell) => value[cell] !== 0);
    const pivot = leastUsed(left, uses);
    if (pivot !== undefined) {
      const scale = inverse(value[pivot]!);
      const others = left.filter((cell) => cell !== pivot);
      stepOf[pivot] = steps.length;
      steps.push({
        relation,
        pivot,
        scale,
        cells: Int32Array.from(others),
        coefs: Float64Array.from(others, (cell) => times(value[cell]!, scale)),
        by: Int32Array.from(by),
        factors: Float64Array.from(factors),
      });
      for (const cell of others) uses[cell]!++;
    }
    for (const cell of held) value[cell] = isHeld[cell] = 0;
    held.length = 0;
  }
  return { steps, stepOf };
}

function leastUsed(cells: readonly number[], uses: Int32Array): number | undefined {
  let best: number | undefined;
  for (const cell of cells) {
    const fewer = best === undefined ? -1 : uses[cell]! - uses[best]!;
    if (fewer < 0 || (fewer === 0 && cell < best!)) best = cell;
  }
  return best;
}

/** Something that looks like chance: no sum of a few of them with regular positions may come to nothing. */
function mixed(cell: number, salt: number): number {
  let bits = Math.imul(cell + 1, 0x9e3779b1) ^ salt;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return 1 + (((bits ^ (bits >>> 16)) >>> 0) % (PRIME - 1));
}

/** A movement that keeps every relation: free cells move at random, pivots follow. */
function movementOf({ steps, stepOf }: Echelon, salt: number): Float64Array {
  const moved = new Float64Array(stepOf.length);
  for (let cell = 0; cell < moved.length; cell++) if (stepOf[cell] === -1) moved[cell] = mixed(cell, salt);
  for (let at = steps.length - 1; at >= 0; at--) {
    const { pivot, cells, coefs } = steps[at]!;
    let sum = 0;
    for (let i = 0; i < cells.length; i++) sum += times(coefs[i]!, moved[cells[i]!]!);
    moved[pivot] = residue(-sum);
  }
  return moved;
}

/** Hidden cells whose value follows from the published ones: those that no movement moves. */
export function exposedCells(echelon: Echelon): number[] {
  const [one, other] = [movementOf(echelon, 0x2545f491), movementOf(echelon, 0x61c88647)];
  return echelon.steps
    .map(({ pivot }) => pivot)
    .filter((cell) => one[cell] === 0 && other[cell] === 0)
    .sort((a, b) => a - b);
}

/** The combination of relations that gives an exposed cell away, by relation. */
export function combinationOf({ steps, stepOf }: Echelon, exposed: number): Map<number, number> {
  const value = new Float64Array(stepOf.length);
  const weights = new Float64Array(steps.length);
  value[exposed] = 1;
  let last = -1;
  for (const [at, { pivot, cells, coefs }] of steps.entries()) {
    const weight = value[pivot]!;
    if (weight === 0) continue;
    weights[at] = weight;
    last = at;
    for (let i = 0; i < cells.length; i++)
      value[cells[i]!] = residue(value[cells[i]!]! - times(weight, coefs[i]!));
  }
  const combination = new Map<number, number>();
  for (let at = last; at >= 0; at--) {
    if (weights[at] === 0) continue;
    const { relation, scale, by, factors } = steps[at]!;
    const share = times(weights[at]!, scale);
    combination.set(relation, share);
    for (let i = 0; i < by.length; i++)
      weights[by[i]!] = residue(weights[by[i]!]! - times(share, factors[i]!));
  }
  return combination;
}
