import type { Highs } from 'highs';
import type { Block } from '../audit/blocks.ts';
import type { System } from '../model/system.ts';

/** Larger blocks, and whole numbers found in more steps, are left undecided. */
const MOST_CELLS = 30_000;
const NODES = 500;
const PIVOTS = 400_000;

export type Found = 'found' | 'none' | 'unknown';

/** What the hidden cells of every relation of a block must add up to, by the published ones. */
export function sidesOf({ rows, value }: System, hidden: Uint8Array, block: Block): Float64Array {
  return Float64Array.from(block.relations, (r) => {
    let sum = 0;
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++)
      if (!hidden[rows.index[e]!]) sum -= rows.coef[e]! * value[rows.index[e]!]!;
    return sum;
  });
}

/** A sum over cells of a block (by local position) that must lie between two figures. */
export type Wish = { readonly at: ReadonlyMap<number, number>; readonly low: number; readonly high: number };

const nothing: Wish = { at: new Map(), low: 0, high: 0 };

/**
 * Looks for a table that fits everything published and grants the wish. Linear programming proposes it, in the second
 * try whole numbers only; it counts once addition has confirmed it. `none`: the solver proved that there is none.
 */
export function tableOf(
  highs: Highs,
  block: Block,
  sides: Float64Array,
  wish: Wish = nothing,
): { readonly answer: Found; readonly table?: readonly number[] } {
  if (block.cells.length > MOST_CELLS) return { answer: 'unknown' };
  for (const whole of [false, true]) {
    const { status, table } = solve(highs, block, sides, wish, whole);
    if (status === highs.constants.modelStatus.infeasible) return { answer: 'none' };
    if (table && fits(block, sides, table) && granted(wish, table)) return { answer: 'found', table };
  }
  return { answer: 'unknown' };
}

function solve(highs: Highs, block: Block, sides: Float64Array, { at, low, high }: Wish, whole: boolean) {
  const size = block.cells.length;
  const model = highs.createModel({
    numCols: size,
    numRows: sides.length + 1,
    sense: highs.constants.objectiveSense.minimize,
    offset: 0,
    colCost: new Float64Array(size),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(highs.infinity),
    rowLower: Float64Array.from([...sides, low]),
    rowUpper: Float64Array.from([...sides, high === Number.POSITIVE_INFINITY ? highs.infinity : high]),
    matrix: {
      format: 'csr',
      numRows: sides.length + 1,
      numCols: size,
      starts: Int32Array.from([...block.start, block.index.length + at.size]),
      indices: Int32Array.from([...block.index, ...at.keys()]),
      values: Float64Array.from([...block.coef, ...at.values()]),
    },
    ...(whole ? { integrality: new Int32Array(size).fill(highs.constants.variableType.integer) } : {}),
  });
  try {
    model.options.set({ output_flag: false, mip_max_nodes: NODES, simplex_iteration_limit: PIVOTS });
    model.run();
    const status = model.getModelStatus();
    const { optimal, solutionLimit } = highs.constants.modelStatus;
    if (status !== optimal && status !== solutionLimit) return { status };
    return { status, table: [...model.getSolution().colValue].map(Math.round) };
  } finally {
    model.dispose();
  }
}

function granted({ at, low, high }: Wish, table: readonly number[]): boolean {
  const sum = [...at].reduce((all, [cell, times]) => all + times * table[cell]!, 0);
  return low <= sum && sum <= high;
}

/** Whole-number check: nothing below zero, every relation holds. */
function fits(block: Block, sides: Float64Array, table: readonly number[]): boolean {
  if (table.length !== block.cells.length || table.some((value) => value < 0)) return false;
  return sides.every((side, line) => {
    let sum = 0;
    for (let e = block.start[line]!; e < block.start[line + 1]!; e++)
      sum += block.coef[e]! * table[block.index[e]!]!;
    return sum === side;
  });
}
