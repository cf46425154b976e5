import type { Highs } from 'highs';
import type { Block } from './blocks.ts';
import { canFall, canRise, type Ledger } from './ledger.ts';
import type { Push } from './lp.ts';
import { pushWhole, type Search, withSearch } from './search.ts';

const LEAST_OPEN = 8;
const ROUNDS = 60;
const ALL_TOGETHER = 2;
const CELLS_PER_SUCCESS = 150;

/** One push of many requirements in the same direction, each as hard as it is small. */
function pushOf({ ledger, local }: Search, open: readonly number[], up: boolean): Push {
  const weights = new Map<number, number>();
  const caps = new Map<number, number>();
  for (const i of open) {
    const { cells, high } = ledger.requirements[i]!;
    for (const cell of cells) {
      const at = local.get(cell)!;
      const value = ledger.system.value[cell]!;
      weights.set(at, (weights.get(at) ?? 0) + 1 / Math.max(1, value));
      if (up) caps.set(at, Math.max(0, high - value, caps.get(at) ?? 0));
    }
  }
  return { weights, up, caps, frozen: new Set(), cold: true };
}

/** Open requirements of which no two lie in one relation: pushed together they do not stand in each other's way. */
function apart({ ledger, local, lines }: Search, open: readonly number[]): number[] {
  const taken = new Set<number>();
  return open.filter((i) => {
    const mine = ledger.requirements[i]!.cells.flatMap((cell) => lines.get(local.get(cell)!) ?? []);
    if (mine.some((line) => taken.has(line))) return false;
    for (const line of mine) taken.add(line);
    return true;
  });
}

/**
 * Looks for tables that move many cells of a block at once, down and up in turn: first all that are open, then
 * such as lie apart. Ends when little is open or two rounds in a row brought little.
 */
export function searchInBulk(highs: Highs, ledger: Ledger, block: Block, wanted: readonly number[]): void {
  if (wanted.length < LEAST_OPEN) return;
  withSearch(highs, ledger, block, wanted, (search) => {
    const least = Math.max(1, block.cells.length / CELLS_PER_SUCCESS);
    let poor = 0;
    for (let round = 0; round < ROUNDS && poor < 2; round++) {
      const up = round % 2 === 1;
      const open = wanted.filter((i) => ledger.whole[i] === -1);
      if (open.length < LEAST_OPEN) return;
      const able = open.filter((i) => (up ? canRise(ledger, i) : canFall(ledger, i)));
      if (able.length === 0) continue;
      const settled = pushWhole(
        search,
        pushOf(search, round < ALL_TOGETHER ? able : apart(search, able), up),
      );
      poor = settled < least ? poor + 1 : 0;
    }
  });
}
