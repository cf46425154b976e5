import type { System } from '../model/system.ts';
import { type Block, buildBlock } from './blocks.ts';

/** Hidden cells around some cells, nearest first, with all relations among them; `all`: none was left out. */
export function blockNear(
  system: System,
  hidden: Uint8Array,
  seeds: readonly number[],
  size: number,
): { near: Block; all: boolean } {
  const { rows, cols } = system;
  const inside = new Set(seeds);
  const cells = [...inside];
  const relations = new Set<number>();
  let all = true;
  for (let next = 0; next < cells.length; next++) {
    for (let e = cols.start[cells[next]!]!; e < cols.start[cells[next]! + 1]!; e++) {
      const r = cols.index[e]!;
      if (relations.has(r)) continue;
      relations.add(r);
      for (let f = rows.start[r]!; f < rows.start[r + 1]!; f++) {
        const other = rows.index[f]!;
        if (!hidden[other] || inside.has(other)) continue;
        if (inside.size >= size) {
          all = false;
          continue;
        }
        inside.add(other);
        cells.push(other);
      }
    }
  }
  return { near: buildBlock(system, hidden, cells, [...relations]), all };
}
