import { isoMonth, type MonthIndex } from './calendar.ts';
import { type Written, yenOf } from './receipt.ts';

/** What one month of processing changed of one month of care; may be negative. */
export type Revision = { receipts: number; points: number; yen: number };

/** Month of care → month of processing → what came or went. */
export type PlantedRevisions = Readonly<Record<string, Readonly<Record<string, Revision>>>>;

/** The revision triangle of all receipts that are taken in, linked or not. */
export type Revisions = {
  /** A receipt begins (1) or ceases (-1) to hold in a month of processing. */
  readonly add: (month: MonthIndex, processed: MonthIndex, written: Written, sign: 1 | -1) => void;
  readonly planted: () => PlantedRevisions;
};

export function createRevisions(): Revisions {
  const months = new Map<MonthIndex, Map<MonthIndex, Revision>>();
  return {
    add(month, processed, written, sign) {
      const row = months.get(month) ?? new Map<MonthIndex, Revision>();
      months.set(month, row);
      const cell = row.get(processed) ?? { receipts: 0, points: 0, yen: 0 };
      row.set(processed, cell);
      cell.receipts += sign;
      cell.points += sign * written.decidedPoints;
      cell.yen += sign * yenOf(written);
    },
    planted: () =>
      Object.fromEntries(
        byMonth(months).map(([month, row]) => [
          isoMonth(month),
          Object.fromEntries(byMonth(row).map(([processed, cell]) => [isoMonth(processed), cell])),
        ]),
      ),
  };
}

function byMonth<T>(months: ReadonlyMap<MonthIndex, T>): [MonthIndex, T][] {
  return [...months].sort(([one], [other]) => one - other);
}
