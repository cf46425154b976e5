import type { System } from '../model/system.ts';
import { type Ledger, offer } from './ledger.ts';
import type { Requirement } from './requirements.ts';
import { createWalker, type Manner, type Moves } from './walk.ts';

const STEPS = [100, 200, 400, 800];
const REST = [2, 3, 6, 10];
const ROW_CHANCE = [0.5, 2, 5];
const PASSES = 60;
/** Passes in a row that may bring nothing, and the work all may take. */
const POOR = 12;
const MOST_WEIGHED = 60_000_000;

/** From short straight walks to long wandering ones; the number of passes is fixed, never a time. */
function mannerOf(pass: number): Manner {
  if (pass === 0) return { steps: 30, cellChance: 0, rowChance: 0, rest: 4 };
  if (pass === 1) return { steps: 60, cellChance: 0.3, rowChance: 0, rest: 4 };
  const turn = pass - 2;
  return {
    steps: STEPS[turn % STEPS.length]! + Math.floor(turn / 12),
    cellChance: 0.3 + 0.2 * (turn % 5),
    rowChance: ROW_CHANCE[turn % ROW_CHANCE.length]!,
    rest: REST[Math.floor(turn / STEPS.length) % REST.length]!,
  };
}

/** Where a walk may set out: the cells of the requirement at its lower or upper side, the shorter way first. */
function goalsOf({ value }: System, { cells, low, high }: Requirement): Moves[] {
  const single = cells.length === 1;
  const sum = cells.reduce((total, cell) => total + value[cell]!, 0);
  const goals: Moves[] = [];
  if (single && low < sum) goals.push([[cells[0]!, low - sum]]);
  else if (low === 0) {
    const falling = [...new Set(cells)].map((cell): [number, number] => [cell, -value[cell]!]);
    goals.push(falling.filter(([, by]) => by !== 0));
  }
  if (high > sum) goals.push([[cells[0]!, high - sum]]);
  const length = (goal: Moves) => goal.reduce((total, [, by]) => total + Math.abs(by), 0);
  return goals.sort((a, b) => length(a) - length(b));
}

/** Walks for the wanted requirements, pass by pass, until all have a table in whole numbers or passes bring nothing. */
export function searchByWalks(ledger: Ledger, wanted: readonly number[]): void {
  const { system, requirements } = ledger;
  const { walk, weighed } = createWalker(system, ledger.hidden);
  let open = wanted;
  let poor = 0;
  for (let pass = 0; pass < PASSES && open.length > 0 && poor < POOR && weighed() < MOST_WEIGHED; pass++) {
    const manner = mannerOf(pass);
    for (const i of open) {
      for (const goal of ledger.whole[i] === -1 ? goalsOf(system, requirements[i]!) : []) {
        const witness = walk(goal, manner);
        if (witness) offer(ledger, witness);
        if (ledger.whole[i] !== -1) break;
      }
    }
    const left = open.filter((i) => ledger.whole[i] === -1);
    poor = left.length < open.length ? 0 : poor + 1;
    open = left;
  }
}
