import type { System } from './system.ts';

/** Cells and by how much each moves. */
export type Moves = readonly (readonly [cell: number, by: number])[];

/** Another table that keeps every relation, as differences from the truth, cells ascending. */
export type Walked = {
  readonly scale: 1;
  readonly cells: readonly number[];
  readonly diff: readonly number[];
};

/** How a walk chooses. Chance comes from a hash of cell and step, so that the same walk is always the same. */
export type Manner = {
  readonly steps: number;
  /** Weight of chance when a cell is chosen, against the number of relations its move mends. */
  readonly cellChance: number;
  /** Weight of chance when a relation is chosen, against its number of movable cells. */
  readonly rowChance: number;
  /** Steps a cell rests after it moved, where another one can move. */
  readonly rest: number;
};

export type Walker = {
  readonly walk: (goal: Moves, manner: Manner) => Walked | undefined;
  /** Cells weighed so far: the measure of work, where a clock would make the answer depend on the machine. */
  readonly weighed: () => number;
};

const NEVER = -1_000_000;
/** Relations out of balance among which one is chosen. */
const LOOKED_AT = 64;
const MENDED = 1;
const BROKEN = -1;
const NEARER = 0.2;
const FARTHER = -0.3;

/** A number from 0 to 1 that depends on both positions and the manner only. */
function chance(a: number, b: number, { steps, rest }: Manner): number {
  const mixed = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 7, 40_503 + steps * 16 + rest);
  return ((Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 16) & 1023) / 1023;
}

/** The entries of every relation that may move. */
function movableRows({ rows }: System, prices: Float64Array) {
  const start = new Int32Array(rows.start.length);
  const entries: number[] = [];
  for (let r = 0; r + 1 < rows.start.length; r++) {
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++)
      if (prices[rows.index[e]!]! < Number.POSITIVE_INFINITY) entries.push(e);
    start[r + 1] = entries.length;
  }
  return { start, entry: Int32Array.from(entries) };
}

/**
 * Looks for a table in whole numbers by mending: the goal moves some cells, which puts relations out of balance; each
 * step takes one of these and moves the cell of it that mends most and breaks least, until all hold again or the steps
 * are used up. `prices` say what it costs that a cell moves at all, against one relation mended (infinite: never), and
 * are read anew in every walk. No solver; what it finds is checked by whoever is offered it.
 */
export function createWalker(system: System, prices: Float64Array): Walker {
  const { rows, cols, value } = system;
  const parts = movableRows(system, prices);
  const moved = new Float64Array(value.length);
  const movedAt = new Int32Array(value.length).fill(NEVER);
  const isMoved = new Uint8Array(value.length);
  const isGoal = new Uint8Array(value.length);
  const touched: number[] = [];
  const off = new Float64Array(rows.start.length);
  const place = new Int32Array(rows.start.length).fill(-1);
  const open: number[] = [];
  let weighed = 0;

  function setOff(row: number, by: number): void {
    off[row] = by;
    if (by !== 0 && place[row] === -1) place[row] = open.push(row) - 1;
    else if (by === 0 && place[row] !== -1) {
      const last = open.pop()!;
      if (last !== row) {
        open[place[row]!] = last;
        place[last] = place[row]!;
      }
      place[row] = -1;
    }
  }

  function move(cell: number, by: number): void {
    moved[cell]! += by;
    if (!isMoved[cell]) touched.push(cell);
    isMoved[cell] = 1;
    for (let e = cols.start[cell]!; e < cols.start[cell + 1]!; e++) {
      const row = cols.index[e]!;
      setOff(row, off[row]! + cols.coef[e]! * by);
    }
  }

  /** The cheapest of the relations that went out of balance last. */
  function chooseRow(step: number, manner: Manner): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = Math.max(0, open.length - LOOKED_AT); i < open.length; i++) {
      const row = open[i]!;
      const size = parts.start[row + 1]! - parts.start[row]!;
      const cost = size * (1 + manner.rowChance * chance(row, step, manner));
      if (cost > least || (cost === least && row > best)) continue;
      least = cost;
      best = row;
    }
    return best;
  }

  /** How much better the table is after a move: relations mended against relations broken. */
  function gainOf(cell: number, by: number): number {
    let gain = 0;
    for (let e = cols.start[cell]!; e < cols.start[cell + 1]!; e++) {
      const before = off[cols.index[e]!]!;
      const after = before + cols.coef[e]! * by;
      if (before === 0) gain += BROKEN;
      else if (after === 0) gain += MENDED;
      else gain += Math.abs(after) < Math.abs(before) ? NEARER : FARTHER;
    }
    return gain;
  }

  /** Moves one cell of a relation; false where none can. */
  function mend(row: number, step: number, manner: Manner, rest: number): boolean {
    let best = -1;
    let by = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = parts.start[row]!; i < parts.start[row + 1]!; i++) {
      const cell = rows.index[parts.entry[i]!]!;
      if (isGoal[cell] || step - movedAt[cell]! < rest || prices[cell] === Number.POSITIVE_INFINITY) continue;
      const wanted = -off[row]! / rows.coef[parts.entry[i]!]!;
      const possible = Math.max(wanted, -(value[cell]! + moved[cell]!));
      if (possible === 0 || !Number.isInteger(possible)) continue;
      const price = isMoved[cell] ? 0 : prices[cell]!;
      const gain = gainOf(cell, possible) - price + manner.cellChance * chance(cell, step, manner);
      if (gain <= most) continue;
      most = gain;
      best = cell;
      by = possible;
    }
    weighed += parts.start[row + 1]! - parts.start[row]!;
    if (best === -1) return false;
    movedAt[best] = step;
    move(best, by);
    return true;
  }

  function reset(): void {
    while (open.length > 0) setOff(open[0]!, 0);
    for (const cell of touched) {
      moved[cell] = isMoved[cell] = isGoal[cell] = 0;
      movedAt[cell] = NEVER;
    }
    touched.length = 0;
  }

  function walk(goal: Moves, manner: Manner): Walked | undefined {
    for (const [cell, by] of goal) {
      isGoal[cell] = 1;
      move(cell, by);
    }
    for (let step = 0; step < manner.steps && open.length > 0; step++) {
      const row = chooseRow(step, manner);
      if (!mend(row, step, manner, manner.rest) && !mend(row, step, manner, 1)) break;
    }
    const cells = open.length > 0 ? [] : touched.filter((cell) => moved[cell] !== 0).sort((a, b) => a - b);
    const walked: Walked = { scale: 1, cells, diff: cells.map((cell) => moved[cell]!) };
    reset();
    return cells.length > 0 ? walked : undefined;
  }

  return { walk, weighed: () => weighed };
}

/** Prices of walks over hidden cells alone. */
export function hiddenOnly(hidden: Uint8Array): Float64Array {
  return Float64Array.from(hidden, (isHidden) => (isHidden ? 0 : Number.POSITIVE_INFINITY));
}

/** First short straight walks, then in turn longer ones that wander and rest more: what brought most on linked tables. */
const straight: readonly Manner[] = [
  { steps: 30, cellChance: 0, rowChance: 0, rest: 4 },
  { steps: 60, cellChance: 0.3, rowChance: 0, rest: 4 },
];
const wandering: readonly Manner[] = [
  { steps: 120, cellChance: 0.3, rowChance: 0.5, rest: 6 },
  { steps: 300, cellChance: 0.3, rowChance: 1, rest: 10 },
  { steps: 800, cellChance: 0.3, rowChance: 0.5, rest: 10 },
  { steps: 800, cellChance: 0.5, rowChance: 2, rest: 8 },
  { steps: 400, cellChance: 0.7, rowChance: 0.5, rest: 4 },
  { steps: 800, cellChance: 0.4, rowChance: 1, rest: 14 },
];

/** The manner of the nth try. */
export function mannerOf(nth: number): Manner {
  const turn = nth - straight.length;
  if (turn < 0) return straight[nth]!;
  const manner = wandering[turn % wandering.length]!;
  return { ...manner, steps: manner.steps + Math.floor(turn / wandering.length) };
}

/** Ways to make cells sum to at most `low` or at least `high` (NaN: not that way), the shorter one first. */
export function goalsFor(
  { value }: System,
  { cells, low, high }: { readonly cells: readonly number[]; readonly low: number; readonly high: number },
): readonly Moves[] {
  const sum = cells.reduce((total, cell) => total + value[cell]!, 0);
  const goals: Moves[] = [];
  if (cells.length === 1 && low < sum) goals.push([[cells[0]!, low - sum]]);
  else if (low === 0) {
    goals.push(
      [...new Set(cells)].map((cell): [number, number] => [cell, value[cell] === 0 ? 0 : -value[cell]!]),
    );
  }
  if (high > sum) {
    const others = [...new Set(cells)].slice(1).map((cell): [number, number] => [cell, 0]);
    goals.push([[cells[0]!, high - sum], ...others]);
  }
  const length = (goal: Moves) => goal.reduce((total, [, by]) => total + Math.abs(by), 0);
  return goals.sort((a, b) => length(a) - length(b));
}
