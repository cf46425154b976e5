import type { Highs } from 'highs';
import { SUM } from '../model/system.ts';
import type { Block } from './blocks.ts';
import { harvest, linesByCell } from './harvest.ts';
import { type Ledger, offer } from './ledger.ts';
import { blockNear } from './near.ts';
import type { Requirement } from './requirements.ts';

/** Sizes of the neighbourhoods in which a table in whole numbers is looked for; the last only as whole block. */
const SIZES = [60, 250, 1000, 4000];
const NODES = 500;

type Answer = 'found' | 'none' | 'unknown';

/** Asks for a table in whole numbers that meets one side of a requirement, moving near cells only. */
function solveWhole(
  highs: Highs,
  ledger: Ledger,
  near: Block,
  requirement: Requirement,
  up: boolean,
): Answer {
  const { system } = ledger;
  const size = near.cells.length;
  const local = new Map([...near.cells].map((cell, at) => [cell, at]));
  const goal = new Map<number, number>();
  let sum = 0;
  for (const cell of requirement.cells) {
    const at = local.get(cell)!;
    goal.set(at, (goal.get(at) ?? 0) + 1);
    sum += system.value[cell]!;
  }
  const target = (up ? requirement.high : requirement.low) - sum;
  const lines = near.start.length - 1;
  const rowLower = new Float64Array(lines + 1);
  const rowUpper = new Float64Array(lines + 1);
  rowLower[lines] = up ? target : -highs.infinity;
  rowUpper[lines] = up ? highs.infinity : target;
  const reach = 64 * Math.max(system.k, Math.abs(target));
  return highs.withModel(
    {
      numCols: size,
      numRows: lines + 1,
      sense: highs.constants.objectiveSense.minimize,
      offset: 0,
      colCost: new Float64Array(size),
      colLower: Float64Array.from(near.cells, (cell) => -system.value[cell]!),
      colUpper: new Float64Array(size).fill(reach),
      rowLower,
      rowUpper,
      integrality: new Int32Array(size).fill(highs.constants.variableType.integer),
      matrix: {
        format: 'csr',
        numRows: lines + 1,
        numCols: size,
        starts: Int32Array.from([...near.start, near.index.length + goal.size]),
        indices: Int32Array.from([...near.index, ...goal.keys()]),
        values: Float64Array.from([...near.coef, ...goal.values()]),
      },
    },
    (model): Answer => {
      model.options.set({ output_flag: false, mip_max_nodes: NODES });
      model.run();
      const status = model.getModelStatus();
      const { optimal, infeasible } = highs.constants.modelStatus;
      if (status === infeasible) return 'none';
      if (status !== optimal) return 'unknown';
      const before = ledger.witnesses.length;
      const moved = model.getSolution().colValue.map(Math.round);
      for (const witness of harvest(near, linesByCell(near), moved)) offer(ledger, witness);
      return ledger.witnesses.length > before ? 'found' : 'unknown';
    },
  );
}

/** `none` only if the whole block has no such table on either side. */
function prove(highs: Highs, ledger: Ledger, i: number): Answer {
  const requirement = ledger.requirements[i]!;
  for (const size of SIZES) {
    const { near, all } = blockNear(ledger.system, ledger.hidden, requirement.cells, size);
    let answer: Answer = 'none';
    for (const up of [false, true]) {
      if (Number.isNaN(up ? requirement.high : requirement.low)) continue;
      const side = solveWhole(highs, ledger, near, requirement, up);
      if (ledger.whole[i] !== -1) return 'found';
      if (side !== 'none') answer = 'unknown';
    }
    if (all) return answer;
  }
  return 'unknown';
}

/**
 * Tries to replace witnesses in fractions by ones in whole numbers. Returns the requirements that provably
 * have none: an attacker who uses that counts are whole can rule them out.
 */
export function makeWhole(highs: Highs, ledger: Ledger): Set<number> {
  const refuted = new Set<number>();
  for (const i of ledger.requirements.keys()) {
    if (ledger.whole[i] !== -1 || ledger.fraction[i] === -1) continue;
    if (ledger.requirements[i]!.cells.some((cell) => ledger.system.kind[cell] === SUM)) continue;
    if (prove(highs, ledger, i) === 'none') refuted.add(i);
  }
  return refuted;
}
