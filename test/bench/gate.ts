import { fileURLToPath } from 'node:url';
import type { GateAnswer, GateOrder } from './gate-run.ts';
import { type Shape, shapes } from './linked-tables.ts';
import { watchedRun } from './watched-run.ts';

/** `peakMb`: the whole process, tables and solver included; `microsecondsPerCell`: growth, 1 : 1 if linear. */
export type GateResult = GateAnswer &
  GateOrder & { readonly peakMb: number; readonly microsecondsPerCell: number };

const program = fileURLToPath(new URL('gate-run.ts', import.meta.url));
const thresholds = [5, 10];

/**
 * Protection with audit and proof of linked tables and of one table with two groupings, at k = 5 and 10, each in a
 * process of its own. The ratio is the time per cell of the largest linked tables over that of the smallest at k = 10.
 */
export async function benchGate(): Promise<{ bench: 'gate'; ratio: number; results: GateResult[] }> {
  const results: GateResult[] = [];
  for (const shape of shapes) {
    for (const k of thresholds) {
      const order: GateOrder = { shape, k };
      const { answer, peakMb } = await watchedRun<GateAnswer>(program, order);
      const microsecondsPerCell = Math.round((1e6 * answer.seconds) / answer.cells);
      results.push({ ...order, ...answer, peakMb, microsecondsPerCell });
    }
  }
  const perCell = (shape: Shape) =>
    results.find((one) => one.shape === shape && one.k === 10)!.microsecondsPerCell;
  return { bench: 'gate', ratio: perCell(100_000) / perCell(2_820), results };
}
