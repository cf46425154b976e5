import type { Highs } from 'highs';
import type { Block } from './blocks.ts';

/** One direction to push some cells of a block. Weights by local position; caps bound single cells from above. */
export type Push = {
  readonly weights: ReadonlyMap<number, number>;
  readonly up: boolean;
  readonly caps: ReadonlyMap<number, number>;
  /** Cells held at the truth. */
  readonly frozen: ReadonlySet<number>;
  /** Cold: presolve and dual simplex, for objectives over many cells. Warm: primal simplex from the last table. */
  readonly cold: boolean;
};

export type Mover = {
  /** Differences from the truth of an optimal table, by local position; `undefined` if the solver gave up. */
  readonly push: (push: Push) => Float64Array | undefined;
  readonly close: () => void;
};

const PRIMAL = 4;
const DUAL = 1;

/**
 * A linear model of every table that fits what is published: variables are differences from the truth, between
 * −value and `reach`. `unit` scales money so that the solver works with moderate numbers.
 */
export function openMover(
  highs: Highs,
  block: Block,
  value: Float64Array,
  reach: number,
  unit: number,
): Mover {
  const size = block.cells.length;
  const lower = Float64Array.from(block.cells, (cell) => -value[cell]! / unit);
  const top = reach / unit;
  const upper = new Float64Array(size).fill(top);
  const zeros = new Float64Array(block.start.length - 1);
  const model = highs.createModel({
    numCols: size,
    numRows: zeros.length,
    sense: highs.constants.objectiveSense.minimize,
    offset: 0,
    colCost: new Float64Array(size),
    colLower: lower,
    colUpper: upper,
    rowLower: zeros,
    rowUpper: zeros,
    matrix: {
      format: 'csr',
      numRows: zeros.length,
      numCols: size,
      starts: block.start,
      indices: block.index,
      values: block.coef,
    },
  });
  model.options.set({ output_flag: false, solver: 'simplex', presolve: 'off', simplex_strategy: PRIMAL });
  const everyone = { kind: 'range', from: 0, to: size - 1 } as const;
  let lastPushed: readonly number[] = [];
  let lastBound: readonly number[] = [];
  const prepare = ({ weights, up, caps, frozen, cold }: Push) => {
    if (cold) {
      const costs = new Float64Array(size);
      for (const [at, weight] of weights) costs[at] = up ? -weight : weight;
      const bounds = upper.slice();
      for (const [at, cap] of caps) bounds[at] = Math.min(top, cap / unit);
      const floors = lower.slice();
      for (const at of frozen) floors[at] = bounds[at] = 0;
      model.clearSolver();
      model.changeColsCost(everyone, costs);
      model.changeColsBounds(everyone, floors, bounds);
      lastPushed = [...weights.keys()];
      lastBound = [...caps.keys(), ...frozen];
      return;
    }
    for (const at of lastPushed) model.changeColCost(at, 0);
    for (const at of lastBound) model.changeColBounds(at, lower[at]!, top);
    for (const [at, weight] of weights) model.changeColCost(at, up ? -weight : weight);
    for (const at of frozen) model.changeColBounds(at, 0, 0);
    lastPushed = [...weights.keys()];
    lastBound = [...frozen];
  };
  return {
    push: (push) => {
      prepare(push);
      model.options.set({ presolve: push.cold ? 'on' : 'off', simplex_strategy: push.cold ? DUAL : PRIMAL });
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return undefined;
      return Float64Array.from(model.getSolution().colValue, (moved) => moved * unit);
    },
    close: () => model.dispose(),
  };
}
