import { COUNT, type System } from '../model/system.ts';

/**
 * Something an outsider must not be able to rule out: a table that fits everything published in which these
 * cells sum to at most `low` or to at least `high` (NaN: not that way). A cell may be listed repeatedly.
 */
export type Requirement = {
  readonly cells: readonly number[];
  readonly low: number;
  readonly high: number;
  /** Asked of a cell only because it makes a group of small ones larger. */
  readonly companion?: true;
};

/** Hidden cells without a need that are taken for known, because no other value of theirs was found. */
export type Still = ReadonlySet<number>;
export const none: Still = new Set();

function requirementsOfCell(system: System, cell: number): Requirement[] {
  const low = system.low[cell]!;
  const high = system.high[cell]!;
  const sides = system.both[cell]
    ? [
        { low, high: Number.NaN },
        { low: Number.NaN, high },
      ]
    : [{ low, high }];
  return sides
    .filter((side) => !Number.isNaN(side.low) || !Number.isNaN(side.high))
    .map((side) => ({ cells: [cell], ...side }));
}

/** Hidden parts of a relation (repeated as often as they count), its total, and what the outsider sees of it. */
function readRelation({ rows, value }: System, hidden: Uint8Array, still: Still, r: number) {
  const group: number[] = [];
  let total = -1;
  let sum = 0;
  let visible = 0;
  for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++) {
    const cell = rows.index[e]!;
    if (rows.coef[e]! > 0) total = cell;
    else if (!hidden[cell] || still.has(cell)) visible -= rows.coef[e]! * value[cell]!;
    else for (let times = 0; times < -rows.coef[e]!; times++) group.push(cell);
  }
  for (const cell of group) sum += value[cell]!;
  return { group, total, sum, visible };
}

/**
 * Hidden parts without a need of their own beside small ones: each must be able to differ from the truth. One that
 * cannot is known, and the small ones are left as the group.
 */
function companionsOf({ low, high, value, k }: System, group: readonly number[]): number[] {
  const isNeedy = (cell: number) => !Number.isNaN(low[cell]!) || !Number.isNaN(high[cell]!);
  const small = group.filter(isNeedy).reduce((sum, cell) => sum + value[cell]!, 0);
  return small > 0 && small < k ? group.filter((cell) => !isNeedy(cell)) : [];
}

/**
 * All requirements of a pattern: every hidden cell with a need; at P2u also every group of hidden parts with a sum in
 * 1…k−1, and every hidden part that makes such a group larger, unless it is `still` and does not count. A group under a
 * published total is a failure that no table can cure: it is listed with `low` and `high` NaN.
 */
export function requirementsOf(system: System, hidden: Uint8Array, still = none): Requirement[] {
  const all: Requirement[] = [];
  for (let cell = 0; cell < hidden.length; cell++)
    if (hidden[cell]) all.push(...requirementsOfCell(system, cell));
  if (system.grade !== 'P2u') return all;
  const companions = new Set<number>();
  for (let r = 0; r + 1 < system.rows.start.length; r++) {
    if (system.loose[r]) continue;
    const { group, total, sum, visible } = readRelation(system, hidden, still, r);
    if (sum === 0 || system.kind[total] !== COUNT) continue;
    if (sum >= system.k) for (const cell of companionsOf(system, group)) companions.add(cell);
    else if (!hidden[total]) all.push({ cells: group, low: Number.NaN, high: Number.NaN });
    else if (visible > 0) all.push({ cells: group, low: 0, high: system.k });
  }
  for (const cell of [...companions].sort((a, b) => a - b)) {
    const value = system.value[cell]!;
    all.push({ cells: [cell], low: value > 0 ? value - 1 : Number.NaN, high: value + 1, companion: true });
  }
  return all;
}

export function isMet(
  { cells, low, high }: Requirement,
  valueAt: (cell: number) => number,
  scale = 1,
): boolean {
  let sum = 0;
  for (const cell of cells) sum += valueAt(cell);
  return sum <= low * scale || sum >= high * scale;
}
