import type { System } from '../model/system.ts';

/** Hidden cells that move together, and the relations among them with local positions. */
export type Block = {
  readonly cells: Int32Array;
  readonly relations: Int32Array;
  readonly start: Int32Array;
  readonly index: Int32Array;
  readonly coef: Float64Array;
};

/** Splits hidden cells by the relations that hold at least two of them; a cell alone is a block of its own. */
export function blocksOf(system: System, hidden: Uint8Array): Block[] {
  const { rows, cols } = system;
  const blockOf = new Int32Array(hidden.length).fill(-1);
  const seen = new Uint8Array(rows.start.length);
  const blocks: Block[] = [];
  for (let seed = 0; seed < hidden.length; seed++) {
    if (!hidden[seed] || blockOf[seed] !== -1) continue;
    const cells = [seed];
    const relations: number[] = [];
    blockOf[seed] = blocks.length;
    for (let next = 0; next < cells.length; next++) {
      const cell = cells[next]!;
      for (let e = cols.start[cell]!; e < cols.start[cell + 1]!; e++) {
        const r = cols.index[e]!;
        if (seen[r]) continue;
        seen[r] = 1;
        relations.push(r);
        for (let f = rows.start[r]!; f < rows.start[r + 1]!; f++) {
          const other = rows.index[f]!;
          if (!hidden[other] || blockOf[other] !== -1) continue;
          blockOf[other] = blocks.length;
          cells.push(other);
        }
      }
    }
    blocks.push(buildBlock(system, hidden, cells, relations));
  }
  return blocks;
}

/** The relations among some hidden cells; all other hidden cells are taken as unmoved. */
export function buildBlock(
  { rows }: System,
  hidden: Uint8Array,
  cells: number[],
  relations: number[],
): Block {
  cells.sort((a, b) => a - b);
  relations.sort((a, b) => a - b);
  const local = new Map(cells.map((cell, i) => [cell, i]));
  const start = [0];
  const index: number[] = [];
  const coef: number[] = [];
  for (const r of relations) {
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++) {
      const at = hidden[rows.index[e]!] ? local.get(rows.index[e]!) : undefined;
      if (at === undefined) continue;
      index.push(at);
      coef.push(rows.coef[e]!);
    }
    start.push(index.length);
  }
  return {
    cells: Int32Array.from(cells),
    relations: Int32Array.from(relations),
    start: Int32Array.from(start),
    index: Int32Array.from(index),
    coef: Float64Array.from(coef),
  };
}

const JOINED_CELLS = 3000;

/** Joins small blocks into common models, because a model of its own for each would cost more than solving it. */
export function joinBlocks(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let group: Block[] = [];
  let size = 0;
  const flush = () => {
    if (group.length > 0) joined.push(concatenate(group));
    group = [];
    size = 0;
  };
  for (const block of blocks) {
    if (block.cells.length >= JOINED_CELLS) {
      joined.push(block);
      continue;
    }
    if (size + block.cells.length > JOINED_CELLS) flush();
    group.push(block);
    size += block.cells.length;
  }
  flush();
  return joined;
}

function concatenate(blocks: readonly Block[]): Block {
  if (blocks.length === 1) return blocks[0]!;
  const start = [0];
  const index: number[] = [];
  let offset = 0;
  for (const block of blocks) {
    const from = index.length;
    for (const at of block.index) index.push(at + offset);
    for (const end of block.start.subarray(1)) start.push(from + end);
    offset += block.cells.length;
  }
  return {
    cells: Int32Array.from(blocks.flatMap((block) => [...block.cells])),
    relations: Int32Array.from(blocks.flatMap((block) => [...block.relations])),
    start: Int32Array.from(start),
    index: Int32Array.from(index),
    coef: Float64Array.from(blocks.flatMap((block) => [...block.coef])),
  };
}
