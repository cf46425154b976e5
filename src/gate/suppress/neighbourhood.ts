import type { System } from '../model/system.ts';

/** Cells that may move in a repair, and every relation that holds one of them. */
export type Neighbourhood = {
  readonly cells: readonly number[];
  readonly relations: readonly number[];
  /** Nothing movable was left out. */
  readonly whole: boolean;
};

/**
 * Cells around the seeds: level by level those in two or more touched relations and the hidden ones, best
 * connected first; others only where a level has none of these.
 */
export function neighbourhoodOf(
  { rows, cols }: System,
  hidden: Uint8Array,
  seeds: readonly number[],
  size: number,
  isMovable: (cell: number) => boolean,
): Neighbourhood {
  const inside = new Set<number>();
  const touched = new Set<number>();
  const links = new Map<number, number>();
  const add = (cell: number) => {
    inside.add(cell);
    links.delete(cell);
    for (let e = cols.start[cell]!; e < cols.start[cell + 1]!; e++) {
      const r = cols.index[e]!;
      if (touched.has(r)) continue;
      touched.add(r);
      for (let f = rows.start[r]!; f < rows.start[r + 1]!; f++) {
        const other = rows.index[f]!;
        if (!inside.has(other) && isMovable(other)) links.set(other, (links.get(other) ?? 0) + 1);
      }
    }
  };
  for (const seed of seeds) if (!inside.has(seed)) add(seed);
  while (links.size > 0 && inside.size < size) {
    const near = [...links].filter(([cell, count]) => count >= 2 || hidden[cell]);
    const level = (near.length > 0 ? near : [...links]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [cell] of level.slice(0, size - inside.size)) add(cell);
  }
  return {
    cells: [...inside].sort((a, b) => a - b),
    relations: [...touched].sort((a, b) => a - b),
    whole: links.size === 0,
  };
}
