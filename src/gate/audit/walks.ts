import { createWalker, goalsFor, hiddenOnly, mannerOf } from '../model/walk.ts';
import { type Ledger, offer } from './ledger.ts';

const PASSES = 14;
/** Passes in a row that may bring nothing, and the work all may take. */
const POOR = 6;
const MOST_WEIGHED = 60_000_000;

/** Walks for the wanted requirements, pass by pass, until all have a table in whole numbers or passes bring nothing. */
export function searchByWalks(ledger: Ledger, wanted: readonly number[]): void {
  const { system, requirements } = ledger;
  const { walk, weighed } = createWalker(system, hiddenOnly(ledger.hidden));
  let open = wanted;
  let poor = 0;
  for (let pass = 0; pass < PASSES && open.length > 0 && poor < POOR && weighed() < MOST_WEIGHED; pass++) {
    const manner = mannerOf(pass);
    for (const i of open) {
      for (const goal of ledger.whole[i] === -1 ? goalsFor(system, requirements[i]!) : []) {
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
