import type { Highs } from 'highs';
import { SUM } from '../model/system.ts';
import type { Block } from './blocks.ts';
import { harvest, isWhole, linesByCell } from './harvest.ts';
import { type Ledger, offer } from './ledger.ts';
import { type Mover, openMover, type Push } from './lp.ts';

const THAWS = 7;

/** A block being searched: its model, and the requirements it is to meet. */
export type Search = {
  readonly ledger: Ledger;
  readonly block: Block;
  readonly mover: Mover;
  readonly lines: ReadonlyMap<number, readonly number[]>;
  readonly local: ReadonlyMap<number, number>;
  readonly wanted: readonly number[];
};

/** Searches a block for the wanted requirements, and closes its model in the end. */
export function withSearch(
  highs: Highs,
  ledger: Ledger,
  block: Block,
  wanted: readonly number[],
  run: (search: Search) => void,
): void {
  const reach = reachOf(ledger, wanted);
  const mover = openMover(highs, block, ledger.system.value, reach, unitOf(ledger, block, reach));
  const local = new Map([...block.cells].map((cell, at) => [cell, at]));
  try {
    run({ ledger, block, mover, lines: linesByCell(block), local, wanted });
  } finally {
    mover.close();
  }
}

/** How far a cell may rise in the models: far beyond every need, so that no model is unbounded. */
function reachOf({ requirements, system }: Ledger, wanted: readonly number[]): number {
  let most = system.k;
  for (const i of wanted) {
    const { cells, high } = requirements[i]!;
    if (cells.length === 1 && !Number.isNaN(high)) most = Math.max(most, high - system.value[cells[0]!]!);
  }
  return 64 * most;
}

function unitOf({ system }: Ledger, block: Block, reach: number): number {
  const money = block.cells.some((cell) => system.kind[cell] === SUM);
  return money ? 2 ** Math.max(0, Math.floor(Math.log2(reach)) - 12) : 1;
}

/** What one push brought: requirements settled, and the cells that moved by fractions. */
type Catch = { readonly settled: number; readonly broken: readonly number[] };

/** Pushes once and writes down what the table found shows. */
export function pushOnce(search: Search, push: Push): Catch {
  const moved = search.mover.push(push);
  if (!moved) return { settled: 0, broken: [] };
  const before = countOpen(search);
  for (const witness of harvest(search.block, search.lines, moved)) offer(search.ledger, witness);
  const broken = [...moved.keys()].filter((at) => !isWhole(moved[at]!));
  return { settled: before - countOpen(search), broken };
}

/** Requirements without a witness, and half of those with one in fractions only. */
function countOpen({ ledger, wanted }: Search): number {
  let open = 0;
  for (const i of wanted) if (ledger.whole[i] === -1) open += ledger.fraction[i] === -1 ? 1 : 0.5;
  return open;
}

/** The cells and all that share a relation with them. */
function around({ block, lines }: Search, cells: readonly number[]): Set<number> {
  const near = new Set(cells);
  for (const at of cells) {
    for (const line of lines.get(at) ?? []) {
      for (let e = block.start[line]!; e < block.start[line + 1]!; e++) near.add(block.index[e]!);
    }
  }
  return near;
}

/** Pushes, and again with the cells that moved by fractions held still, until all movements are whole. */
export function pushWhole(search: Search, push: Push): number {
  let { settled, broken } = pushOnce(search, push);
  const frozen = new Set<number>();
  for (let thaw = 0; thaw < THAWS && broken.length > 0; thaw++) {
    for (const at of thaw === 0 ? broken : around(search, broken)) frozen.add(at);
    for (const at of push.weights.size === 1 ? push.weights.keys() : []) frozen.delete(at);
    const more = pushOnce(search, { ...push, frozen });
    settled += more.settled;
    broken = more.broken;
  }
  return settled;
}
