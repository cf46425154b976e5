import type { Highs } from 'highs';
import { auditSystem } from './audit/audit.ts';
import { isMet, type Requirement, requirementsOf } from './audit/requirements.ts';
import { isTable, type Witness } from './audit/verify.ts';
import type { System } from './model/system.ts';
import { createWalker, goalsFor, hiddenOnly, mannerOf } from './model/walk.ts';
import type { Proved } from './prove.ts';
import { republishUseless } from './suppress/pattern.ts';

/** Walks that look for another witness, requirements that may need one, and the work all may take. */
const WALKS = 5;
const MOST_MOVED = 200;
const MOST_WEIGHED = 12_000_000;

/** Secondaries, the greatest loss of information first. */
function dearestFirst({ primary, held, weight, value }: System, hidden: Uint8Array): number[] {
  return [...hidden.keys()]
    .filter((cell) => hidden[cell] && !primary[cell] && !held[cell])
    .sort((a, b) => weight[b]! - weight[a]! || value[b]! - value[a]! || a - b);
}

/** Whether a relation would leave hidden parts with a small sum, were the cell shown. */
function leavesSmallGroup(
  { rows, cols, value, loose, k }: System,
  hidden: Uint8Array,
  cell: number,
): boolean {
  for (let e = cols.start[cell]!; e < cols.start[cell + 1]!; e++) {
    const r = cols.index[e]!;
    if (loose[r]) continue;
    let sum = 0;
    for (let f = rows.start[r]!; f < rows.start[r + 1]!; f++) {
      const part = rows.index[f]!;
      if (rows.coef[f]! < 0 && hidden[part] && part !== cell) sum -= rows.coef[f]! * value[part]!;
    }
    if (sum > 0 && sum < k) return true;
  }
  return false;
}

/** Witnesses in use, and the requirements whose witness moves a cell. */
function openUse() {
  const movers = new Map<number, Set<number>>();
  const witnessOf = new Map<number, Witness>();
  const drop = (i: number) => {
    for (const cell of witnessOf.get(i)?.cells ?? []) movers.get(cell)?.delete(i);
    witnessOf.delete(i);
  };
  return {
    witnessOf,
    drop,
    movedBy: (cell: number) => [...(movers.get(cell) ?? [])],
    use: (i: number, witness: Witness) => {
      drop(i);
      witnessOf.set(i, witness);
      for (const cell of witness.cells) {
        const set = movers.get(cell);
        if (set) set.add(i);
        else movers.set(cell, new Set([i]));
      }
    },
  };
}

function meets({ value }: System, requirement: Requirement, witness: Witness): boolean {
  const change = new Map(witness.cells.map((cell, i) => [cell, witness.diff[i]!]));
  return isMet(requirement, (cell) => value[cell]! + (change.get(cell) ?? 0));
}

/**
 * Shows secondaries again that no witness needs: whatever moves one is asked for another witness that leaves it still.
 * The pattern that is left is audited once more; where it fails, nothing is pruned.
 */
export function prune(highs: Highs, system: System, proved: Proved): Proved {
  const hidden = proved.hidden.slice();
  const secondaries = dearestFirst(system, hidden);
  const requirements = requirementsOf(system, hidden, new Set(proved.proof.still));
  const ownOf = new Map(
    requirements.flatMap(({ cells, companion }, i) => (companion ? [[cells[0]!, i] as const] : [])),
  );
  const prices = hiddenOnly(hidden);
  const { walk, weighed } = createWalker(system, prices);
  const { witnessOf, movedBy, use, drop } = openUse();
  const anotherFor = (i: number): Witness | undefined => {
    for (let nth = 0; nth < WALKS; nth++) {
      for (const goal of goalsFor(system, requirements[i]!)) {
        const walked = walk(goal, mannerOf(nth));
        if (walked && meets(system, requirements[i]!, walked) && isTable(system, hidden, walked))
          return walked;
      }
    }
    return undefined;
  };
  for (const [i, at] of proved.proof.of.entries()) use(i, proved.proof.witnesses[at]!);
  for (const cell of secondaries) {
    if (weighed() > MOST_WEIGHED) break;
    const own = ownOf.get(cell);
    const moved = movedBy(cell).filter((i) => i !== own);
    if (moved.length > MOST_MOVED || (system.grade === 'P2u' && leavesSmallGroup(system, hidden, cell)))
      continue;
    prices[cell] = Number.POSITIVE_INFINITY;
    const others = new Map<number, Witness>();
    for (const i of moved) {
      const other = anotherFor(i);
      if (other === undefined) break;
      others.set(i, other);
    }
    if (others.size < moved.length) {
      prices[cell] = 0;
      continue;
    }
    hidden[cell] = 0;
    if (own !== undefined) drop(own);
    for (const [i, other] of others) use(i, other);
  }
  const shown = republishUseless(system, hidden);
  const audit = auditSystem(highs, system, shown, [...new Set(witnessOf.values())]);
  return audit.proof ? { hidden: shown, audit, proof: audit.proof } : proved;
}
