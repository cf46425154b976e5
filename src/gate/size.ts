import { blocksOf } from './audit/blocks.ts';
import type { System } from './model/system.ts';
import { tooLarge } from './refuse.ts';

/** Terms of relations over hidden cells that hang together; beyond this the audit takes too long. */
const MOST_TERMS = 160_000;

/** From this many relations per hidden cell on (four dimensions) a block counts four times. */
const DENSE = 4.2;

/** Throws `GATE_TOO_LARGE` for a pattern that cannot be audited, judged by counts alone. */
export function checkSize(system: System, hidden: Uint8Array, most = MOST_TERMS): void {
  for (const { cells, index } of blocksOf(system, hidden)) {
    const load = index.length * (index.length > DENSE * cells.length ? 4 : 1);
    if (load <= most) continue;
    const relationsOf = (cell: number) => system.cols.start[cell + 1]! - system.cols.start[cell]!;
    const busiest = [...cells].sort((a, b) => relationsOf(b) - relationsOf(a) || a - b).slice(0, 5);
    throw tooLarge(
      cells.length,
      busiest.map((cell) => system.ids[cell]!),
    );
  }
}
