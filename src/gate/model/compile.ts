import { checkInput } from './check.ts';
import type { InputCell, SystemInput } from './input.ts';
import { type Merged, mergeEqual } from './merge.ts';
import { needOf, strictest } from './need.ts';
import { COUNT, SLACK, SUM, type System, toSparse, transpose } from './system.ts';

const kinds = { count: COUNT, sum: SUM, slack: SLACK };

/** A count with 0 < value < k is primary unless the caller decided otherwise. */
export function isPrimary(cell: InputCell, k: number): boolean {
  return cell.primary ?? ((cell.kind ?? 'count') === 'count' && 0 < cell.value && cell.value < k);
}

/** Compiles a table system. Throws `GATE_BAD_TABLE` (see `checkInput`). */
export function compile(input: SystemInput): System {
  const { k, grade, cells } = input;
  const positions = checkInput(input);
  const lines = input.relations.map(({ total, parts }) => ({
    total: positions.get(total)!,
    parts: parts.map((id) => positions.get(id)!),
  }));
  const merged = mergeEqual(cells.length, lines, (i) => cells[i]!.structural === true);
  const classes = inOrder(cells, merged);
  const n = classes.length;
  const printed = classes.map((group) => group.filter((cell) => cell.kind !== 'slack'));
  const some = (group: readonly InputCell[], test: (cell: InputCell) => boolean) =>
    group.some(test) ? 1 : 0;
  const primary = Uint8Array.from(classes, (group) => some(group, (cell) => isPrimary(cell, k)));
  const constant = Uint8Array.from(
    classes,
    (group) => merged.zero[merged.find(positions.get(group[0]!.id)!)]!,
  );
  const needs = classes.map((group) =>
    strictest(group.map((cell) => needOf(cell, isPrimary(cell, k), k, grade))),
  );
  const rows = toSparse(linesInOrder(classes, merged, positions));
  const isSlack = printed.map((group) => group.length === 0);
  return {
    k,
    grade,
    ids: classes.map((group) => group[0]!.id),
    members: classes.map((group) => group.map((cell) => cell.id)),
    value: Float64Array.from(classes, (group) => group[0]!.value),
    kind: Uint8Array.from(classes, (_, i) => (isSlack[i] ? SLACK : kinds[printed[i]![0]!.kind ?? 'count'])),
    primary,
    fixed: Uint8Array.from(classes, (group, i) =>
      constant[i] ? 1 : some(group, (cell) => cell.fixed === true),
    ),
    held: Uint8Array.from(classes, (group, i) =>
      constant[i] || some(group, (cell) => cell.fixed === true)
        ? 0
        : isSlack[i]
          ? 1
          : some(group, (cell) => cell.wasHidden === true),
    ),
    weight: Float64Array.from(printed, (group) => group.reduce((sum, cell) => sum + (cell.weight ?? 1), 0)),
    low: Float64Array.from(needs, (need) => need.low),
    high: Float64Array.from(needs, (need) => need.high),
    both: Uint8Array.from(needs, (need) => (need.both ? 1 : 0)),
    rows,
    cols: transpose(rows, n),
    loose: Uint8Array.from({ length: rows.start.length - 1 }, (_, r) =>
      rows.index.subarray(rows.start[r]!, rows.start[r + 1]!).some((c) => isSlack[c]) ? 1 : 0,
    ),
  };
}

/** Cells that are equal, each group by ascending id, the groups by their first id. */
function inOrder(cells: readonly InputCell[], merged: Merged): InputCell[][] {
  const groups = new Map<number, InputCell[]>();
  for (const [i, cell] of cells.entries()) {
    const root = merged.find(i);
    const group = groups.get(root);
    if (group) group.push(cell);
    else groups.set(root, [cell]);
  }
  const byId = (a: InputCell, b: InputCell) => (a.id < b.id ? -1 : 1);
  return [...groups.values()].map((group) => group.sort(byId)).sort((a, b) => byId(a[0]!, b[0]!));
}

function linesInOrder(
  classes: readonly InputCell[][],
  merged: Merged,
  positions: Map<string, number>,
): [number, number][][] {
  const order = new Map(classes.map((group, i) => [merged.find(positions.get(group[0]!.id)!), i]));
  const lines = merged.relations.map((terms) =>
    [...terms]
      .map(([cell, coefficient]): [number, number] => [order.get(cell)!, coefficient])
      .sort((a, b) => a[0] - b[0]),
  );
  return lines.sort(compareLines);
}

function compareLines(
  a: readonly (readonly [number, number])[],
  b: readonly (readonly [number, number])[],
): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = a[i]![0] - b[i]![0] || a[i]![1] - b[i]![1];
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
