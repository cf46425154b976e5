import { protect } from '#gate/protect.ts';
import { loadSolver } from '#gate/solver.ts';
import { linkedTables } from './linked-tables.ts';

export type GateResult = {
  readonly cells: number;
  readonly relations: number;
  readonly primary: number;
  readonly hidden: number;
  readonly provedByLpOnly: number;
  readonly seconds: number;
};

const sizes = [
  ['small', 5_000],
  ['medium', 60_000],
  ['large', 300_000],
] as const;

/**
 * Protection with audit and proof of linked tables of about 2,000, 25,000 and 100,000 cells.
 * The ratio is the time per cell of the largest over that of the smallest: 1 is linear growth.
 */
export async function benchGate(): Promise<{ bench: 'gate'; ratio: number; results: GateResult[] }> {
  await loadSolver();
  const results: GateResult[] = [];
  for (const [size, persons] of sizes) {
    const input = linkedTables(size, persons);
    const began = performance.now();
    const { primary, hidden, provedByLpOnly } = await protect(input);
    const seconds = Math.round(performance.now() - began) / 1000;
    const counted = { cells: input.cells.length, relations: input.relations.length };
    results.push({ ...counted, primary, hidden: hidden.size, provedByLpOnly, seconds });
  }
  const perCell = results.map(({ seconds, cells }) => seconds / cells);
  return { bench: 'gate', ratio: perCell.at(-1)! / perCell[0]!, results };
}
