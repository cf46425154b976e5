import type { Highs } from 'highs';
import type { Block } from './blocks.ts';
import { canFall, canRise, isOpen, type Ledger } from './ledger.ts';
import type { Push } from './lp.ts';
import { blockNear } from './near.ts';
import { pushOnce, pushWhole, type Search, withSearch } from './search.ts';

const NEAR_SIZES = [60, 250, 1000];

/** Pushes one requirement down, then up, until it is done. */
function pushOne(
  search: Search,
  i: number,
  isDone: () => boolean,
  pushBy: (search: Search, push: Push) => unknown,
): void {
  const { ledger, local } = search;
  const weights = new Map<number, number>();
  for (const cell of ledger.requirements[i]!.cells) {
    const at = local.get(cell)!;
    weights.set(at, (weights.get(at) ?? 0) + 1);
  }
  for (const up of [false, true]) {
    if (isDone() || !(up ? canRise(ledger, i) : canFall(ledger, i))) continue;
    pushBy(search, { weights, up, caps: new Map(), frozen: new Set(), cold: false });
  }
}

/** Looks for a table in whole numbers that moves near cells only, in growing neighbourhoods. */
export function searchNear(highs: Highs, ledger: Ledger, i: number): void {
  const isDone = () => ledger.whole[i] !== -1;
  for (const size of NEAR_SIZES) {
    if (isDone()) return;
    const { near, all } = blockNear(ledger.system, ledger.hidden, ledger.requirements[i]!.cells, size);
    withSearch(highs, ledger, near, [i], (search) => pushOne(search, i, isDone, pushWhole));
    if (all) return;
  }
}

/** Looks for any table in the whole block. What is still open afterwards has none. */
export function searchFar(highs: Highs, ledger: Ledger, block: Block, wanted: readonly number[]): void {
  withSearch(highs, ledger, block, wanted, (search) => {
    for (const i of wanted) pushOne(search, i, () => !isOpen(ledger, i), pushOnce);
  });
}
