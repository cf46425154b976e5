import type { Highs } from 'highs';
import type { System } from '../model/system.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** Cells that must together change by `by`. */
export type Goal = { readonly cells: readonly number[]; readonly by: number };

/** Change of each cell that moves. */
export type Movement = ReadonlyMap<number, number>;

const NEAR = 1e-6;
const NODES = 200;

/** Lines over "up" columns (0…n−1) and "down" columns (n…2n−1) of the neighbourhood, the goal last. */
function matrixOf({ rows }: System, near: Neighbourhood, goal: Goal) {
  const n = near.cells.length;
  const local = new Map(near.cells.map((cell, at) => [cell, at]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const put = (at: number, coef: number) => {
    indices.push(at, at + n);
    values.push(coef, -coef);
  };
  for (const r of near.relations) {
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++) {
      const at = local.get(rows.index[e]!);
      if (at !== undefined) put(at, rows.coef[e]!);
    }
    starts.push(indices.length);
  }
  const wanted = new Map<number, number>();
  for (const cell of goal.cells) wanted.set(local.get(cell)!, (wanted.get(local.get(cell)!) ?? 0) + 1);
  for (const [at, times] of wanted) put(at, times);
  starts.push(indices.length);
  return { starts, indices, values };
}

/**
 * The cheapest way to reach a goal by moving cells of a neighbourhood so that every relation holds and nothing
 * falls below zero; `undefined` if there is none. `whole` asks for whole numbers.
 */
export function cheapestMovement(
  highs: Highs,
  system: System,
  near: Neighbourhood,
  goal: Goal,
  costOf: (cell: number) => number,
  whole: boolean,
): Movement | undefined {
  const n = near.cells.length;
  const unit = 2 ** Math.max(0, Math.floor(Math.log2(Math.abs(goal.by) + 1)) - 12);
  const { starts, indices, values } = matrixOf(system, near, goal);
  const sides = new Float64Array(starts.length - 1);
  sides[sides.length - 1] = goal.by / unit;
  const costs = near.cells.map(costOf);
  const reach = (64 * Math.max(system.k, Math.abs(goal.by))) / unit;
  const model = highs.createModel({
    numCols: 2 * n,
    numRows: sides.length,
    sense: highs.constants.objectiveSense.minimize,
    offset: 0,
    colCost: [...costs, ...costs],
    colLower: new Float64Array(2 * n),
    colUpper: [...near.cells.map(() => reach), ...near.cells.map((cell) => system.value[cell]! / unit)],
    rowLower: sides,
    rowUpper: sides,
    matrix: { format: 'csr', numRows: sides.length, numCols: 2 * n, starts, indices, values },
    ...(whole ? { integrality: new Int32Array(2 * n).fill(highs.constants.variableType.integer) } : {}),
  });
  try {
    model.options.set({ output_flag: false, mip_max_nodes: NODES });
    model.run();
    const status = model.getModelStatus();
    const solved = status === highs.constants.modelStatus.optimal;
    const found = whole && status === highs.constants.modelStatus.solutionLimit;
    if (!solved && !found) return undefined;
    const { colValue } = model.getSolution();
    return new Map(
      near.cells.flatMap((cell, at): [number, number][] => {
        const by = (colValue[at]! - colValue[at + n]!) * unit;
        return Math.abs(by) < NEAR * unit ? [] : [[cell, by]];
      }),
    );
  } finally {
    model.dispose();
  }
}

export function isWholeMovement(movement: Movement): boolean {
  for (const by of movement.values()) if (Math.abs(by - Math.round(by)) > NEAR) return false;
  return true;
}
