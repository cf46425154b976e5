import type { Block } from './blocks.ts';
import type { Witness } from './verify.ts';

const NEAR = 1e-6;
const DENOMINATORS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const LARGEST_SCALE = 27_720;

/** Cells that moved, split into groups that move independently of one another. */
function movedGroups(
  block: Block,
  byCell: ReadonlyMap<number, readonly number[]>,
  moved: Float64Array,
): number[][] {
  const groups: number[][] = [];
  const seen = new Uint8Array(moved.length);
  const seenLine = new Uint8Array(block.start.length);
  for (let seed = 0; seed < moved.length; seed++) {
    if (seen[seed] || Math.abs(moved[seed]!) < NEAR) continue;
    const group = [seed];
    seen[seed] = 1;
    for (let next = 0; next < group.length; next++) {
      for (const line of byCell.get(group[next]!) ?? []) {
        if (seenLine[line]) continue;
        seenLine[line] = 1;
        for (let e = block.start[line]!; e < block.start[line + 1]!; e++) {
          const other = block.index[e]!;
          if (seen[other] || Math.abs(moved[other]!) < NEAR) continue;
          seen[other] = 1;
          group.push(other);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

/** True for a number that the solver means to be whole. */
export const isWhole = (x: number): boolean => Math.abs(x - Math.round(x)) < NEAR;

/** Smallest scale that makes every difference whole, or `undefined` where none is near. */
function scaleOf(values: readonly number[]): number | undefined {
  let scale = 1;
  for (const value of values) {
    if (isWhole(value * scale)) continue;
    const factor = DENOMINATORS.find((by) => isWhole(value * scale * by));
    if (factor === undefined || scale * factor > LARGEST_SCALE) return undefined;
    scale *= factor;
  }
  return scale;
}

/** Lines of a block by the cells they hold. */
export function linesByCell(block: Block): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  for (let line = 0; line + 1 < block.start.length; line++) {
    for (let e = block.start[line]!; e < block.start[line + 1]!; e++) {
      const list = lines.get(block.index[e]!);
      if (list) list.push(line);
      else lines.set(block.index[e]!, [line]);
    }
  }
  return lines;
}

/** The witnesses in one solution: each independent group of moved cells is one, in whole numbers where it can be. */
export function harvest(
  block: Block,
  byCell: ReadonlyMap<number, readonly number[]>,
  moved: Float64Array,
): Witness[] {
  return movedGroups(block, byCell, moved).flatMap((group) => {
    const scale = scaleOf(group.map((at) => moved[at]!));
    if (scale === undefined) return [];
    const pairs = group
      .map((at): [number, number] => [block.cells[at]!, Math.round(moved[at]! * scale)])
      .filter(([, diff]) => diff !== 0)
      .sort((a, b) => a[0] - b[0]);
    return [{ scale, cells: pairs.map(([cell]) => cell), diff: pairs.map(([, diff]) => diff) }];
  });
}
