import type { Highs } from 'highs';
import { SUM, type System } from '../model/system.ts';
import { createWalker, goalsFor, mannerOf, type Walker } from '../model/walk.ts';
import type { Cut } from './cuts.ts';
import { cheapestMovement, type Goal, isWholeMovement, type Movement } from './movement.ts';
import { type Neighbourhood, neighbourhoodOf } from './neighbourhood.ts';

/** What has no table yet in which these cells sum to at most `low` or at least `high` (NaN: not that way). */
export type Wish = { readonly cells: readonly number[]; readonly low: number; readonly high: number };

export type Repair = {
  readonly hidden: Uint8Array;
  readonly hopeless: readonly Cut[];
  /** The tables found, for the auditor to check. */
  readonly movements: readonly Movement[];
};

const WALKS = 24;
/** What a walk pays for a figure to be hidden, against one relation mended. */
const PRICE = 1.5;
const SIZES = [300, 1000, 3000, 12_000, Number.POSITIVE_INFINITY];
const FILTERED_CUT = 150;

function goalsOf({ value }: System, { cells, low, high }: Wish): Goal[] {
  const sum = cells.reduce((total, cell) => total + value[cell]!, 0);
  return [low - sum, high - sum].filter((by) => !Number.isNaN(by)).map((by) => ({ cells, by }));
}

/** Movement in one neighbourhood: whole numbers for counts, where the cheapest one is not whole by itself. */
function move(
  highs: Highs,
  system: System,
  near: Neighbourhood,
  goal: Goal,
  costOf: (cell: number) => number,
) {
  const movement = cheapestMovement(highs, system, near, goal, costOf, false);
  if (movement === undefined || isWholeMovement(movement)) return movement;
  if (goal.cells.some((cell) => system.kind[cell] === SUM)) return movement;
  return cheapestMovement(highs, system, near, goal, costOf, true);
}

function newCells(hidden: Uint8Array, movement: Movement): number[] {
  return [...movement.keys()].filter((cell) => !hidden[cell]);
}

function lossOf({ weight }: System, hidden: Uint8Array, movement: Movement): number {
  return newCells(hidden, movement).reduce((sum, cell) => sum + 0.1 + weight[cell]!, 0);
}

function leastOf(system: System, hidden: Uint8Array, movements: readonly Movement[]): Movement | undefined {
  const loss = (movement: Movement) => lossOf(system, hidden, movement);
  return movements.length === 0
    ? undefined
    : movements.reduce((best, other) => (loss(other) < loss(best) ? other : best));
}

/** What a walk pays that a cell moves: nothing for hidden ones. */
function pricesOf({ fixed, weight }: System, hidden: Uint8Array): Float64Array {
  return weight.map((loss, cell) =>
    hidden[cell] ? 0 : fixed[cell] ? Number.POSITIVE_INFINITY : PRICE * (0.1 + loss),
  );
}

/** The movement in whole numbers that grants a wish with the least loss, of a fixed number of walks. */
function walkTo({ walk }: Walker, system: System, hidden: Uint8Array, wish: Wish): Movement | undefined {
  const found: Movement[] = [];
  for (let nth = 0; nth < WALKS; nth++) {
    for (const goal of goalsFor(system, wish)) {
      const walked = walk(goal, mannerOf(nth));
      if (walked) found.push(new Map(walked.cells.map((cell, i) => [cell, walked.diff[i]!])));
    }
  }
  return leastOf(system, hidden, found);
}

/** The movement that grants a wish with the least loss, in the smallest neighbourhood that has one. */
function grant(highs: Highs, system: System, hidden: Uint8Array, wish: Wish): Movement | undefined {
  const isMovable = (cell: number) => hidden[cell] === 1 || !system.fixed[cell];
  const costOf = (cell: number) => (hidden[cell] ? 0.001 : 0.1 + system.weight[cell]!);
  for (const size of SIZES) {
    const near = neighbourhoodOf(system, hidden, wish.cells, size, isMovable);
    const found = goalsOf(system, wish).flatMap((goal) => move(highs, system, near, goal, costOf) ?? []);
    if (found.length > 0) return leastOf(system, hidden, found);
    if (near.whole) return undefined;
  }
  return undefined;
}

/** The published fixed cells of which one would have to be hidden: those that cannot all be freed in vain. */
function cutOf(highs: Highs, system: System, hidden: Uint8Array, wish: Wish): Cut {
  const free = new Set<number>();
  const isMovable = (cell: number) => hidden[cell] === 1 || !system.fixed[cell] || free.has(cell);
  const reachable = neighbourhoodOf(system, hidden, wish.cells, Number.POSITIVE_INFINITY, isMovable);
  const blocking = new Set<number>();
  for (const r of reachable.relations) {
    for (let e = system.rows.start[r]!; e < system.rows.start[r + 1]!; e++)
      blocking.add(system.rows.index[e]!);
  }
  const fixed = [...blocking].filter((cell) => !isMovable(cell)).sort((a, b) => a - b);
  const cell = wish.cells[0]!;
  if (fixed.length > FILTERED_CUT) return { cell, published: fixed };
  const published = fixed.filter((candidate) => {
    free.add(candidate);
    const near = neighbourhoodOf(system, hidden, wish.cells, Number.POSITIVE_INFINITY, isMovable);
    const helps = goalsOf(system, wish).some((goal) =>
      cheapestMovement(highs, system, near, goal, () => 1, false),
    );
    if (helps) free.delete(candidate);
    return helps;
  });
  return { cell, published };
}

/** What `find` gives for the first of some wishes it finds anything for. */
function firstOf(wishes: readonly Wish[], find: (wish: Wish) => Movement | undefined): Movement | undefined {
  for (const wish of wishes) {
    const found = find(wish);
    if (found) return found;
  }
  return undefined;
}

/** Hides the cells of the cheapest movement that grants one of several wishes each; tells what cannot be granted. */
export function repair(
  highs: Highs,
  system: System,
  before: Uint8Array,
  wished: readonly (readonly Wish[])[],
): Repair {
  const hidden = before.slice();
  const hopeless: Cut[] = [];
  const movements: Movement[] = [];
  const prices = pricesOf(system, hidden);
  const walker = createWalker(system, prices);
  const granted = (wish: Wish) =>
    movements.some((movement) => {
      const sum = wish.cells.reduce(
        (total, cell) => total + system.value[cell]! + (movement.get(cell) ?? 0),
        0,
      );
      return isWholeMovement(movement) && (sum <= wish.low || sum >= wish.high);
    });
  for (const wishes of wished) {
    if (wishes.some(granted)) continue;
    const movement =
      firstOf(wishes, (wish) => walkTo(walker, system, hidden, wish)) ??
      firstOf(wishes, (wish) => grant(highs, system, hidden, wish));
    if (movement === undefined) {
      hopeless.push(cutOf(highs, system, hidden, wishes.at(-1)!));
      continue;
    }
    for (const cell of movement.keys()) {
      hidden[cell] = 1;
      prices[cell] = 0;
    }
    movements.push(movement);
  }
  return { hidden, hopeless, movements };
}
