import { readFileSync } from 'node:fs';
import type { Warehouse } from '../warehouse.ts';
import { reworded } from './failure.ts';

const file = new URL('./functions.duckdb.sql', import.meta.url);

/** Gives a warehouse the functions that models and rules call. */
export async function defineFunctions(warehouse: Warehouse): Promise<void> {
  await reworded('functions', () => warehouse.run(readFileSync(file, 'utf8')));
}
