import { protect } from '#gate/protect.ts';
import { loadSolver } from '#gate/solver.ts';
import { benchTables, type Shape } from './linked-tables.ts';

/** What one process measures: protection of one table set, audit and proof included. */
export type GateOrder = { readonly shape: Shape; readonly k: number };
export type GateAnswer = {
  readonly cells: number;
  readonly relations: number;
  readonly primary: number;
  readonly hidden: number;
  readonly provedByLpOnly: number;
  readonly seconds: number;
};

const { shape, k } = JSON.parse(process.argv[2]!) as GateOrder;
const input = benchTables(shape, k);
await loadSolver();
const began = performance.now();
const { primary, hidden, provedByLpOnly } = await protect(input);
const seconds = Math.round(performance.now() - began) / 1000;
const answer: GateAnswer = {
  cells: input.cells.length,
  relations: input.relations.length,
  primary,
  hidden: hidden.size,
  provedByLpOnly,
  seconds,
};
console.log(JSON.stringify(answer));
