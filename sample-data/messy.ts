import { type Written, yenOf } from './receipt.ts';

/** How often each kind of trouble was written, and what it carried; `yen` with meals, `mealYen` of them. */
export type Messy = Record<
  string,
  { receipts: number; records: number; points: number; yen: number; mealYen: number }
>;

/** Adds one receipt to a kind. */
export function addMessy(messy: Messy, kind: string, written: Written): void {
  messy[kind] ??= { receipts: 0, records: 0, points: 0, yen: 0, mealYen: 0 };
  const sum = messy[kind];
  sum.receipts++;
  sum.records += written.records;
  sum.points += written.decidedPoints;
  sum.mealYen += written.mealYen;
  sum.yen += yenOf(written) + written.mealYen;
}
