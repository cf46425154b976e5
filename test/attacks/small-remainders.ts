import type { Cell } from '#release/read.ts';

/**
 * Subtraction by hand: for each total over `dimension`, what is left after taking away the visible parts. Returns the
 * coordinates of the remainders that lie in 1…k−1, that is, groups an outsider would learn to be small.
 */
export function smallRemainders(
  cells: readonly Cell[],
  dimension: string,
  measure: string,
  k: number,
): string[] {
  const groups = new Map<string, { total: number | null | undefined; visible: number; hidden: number }>();
  for (const cell of cells) {
    const coordinate = cell.at[dimension];
    if (cell.measure !== measure || coordinate === undefined) continue;
    const others = Object.entries(cell.at).filter(([name]) => name !== dimension);
    const key = JSON.stringify([cell.period, others]);
    const group = groups.get(key) ?? { total: undefined, visible: 0, hidden: 0 };
    if (coordinate === 'total') group.total = cell.value;
    else if (cell.value === null) group.hidden++;
    else group.visible += cell.value;
    groups.set(key, group);
  }
  return [...groups]
    .filter(([, { total, hidden }]) => typeof total === 'number' && hidden > 0)
    .filter(([, { total, visible }]) => total! - visible > 0 && total! - visible < k)
    .map(([key]) => key);
}
