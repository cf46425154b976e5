import { requireBuilt } from './models/built.ts';
import type { Warehouse } from './warehouse.ts';

/** A code no master names, or a record that is not read: in how many receipts, with how many yen it stands. */
export type Unmapped = {
  readonly kind: string;
  readonly code: string;
  readonly occurrences: number;
  readonly receipts: number;
  readonly yen: number;
  /** Months of care, `YYYY-MM`. */
  readonly from: string;
  readonly to: string;
};

/**
 * Everything of the receipts that hold which nothing names, most yen first.
 * @throws {UserError} NOT_FOUND where nothing is built.
 */
export async function readUnmapped(warehouse: Warehouse): Promise<Unmapped[]> {
  await requireBuilt(warehouse, 'unmapped');
  const rows = await warehouse.rows(`
    select kind, code, occurrences, receipts, yen, month_code(first_month) as first, month_code(last_month) as last
    from core.unmapped order by yen desc, receipts desc, kind, code`);
  return rows.map((row) => ({
    kind: String(row['kind']),
    code: String(row['code']),
    occurrences: Number(row['occurrences']),
    receipts: Number(row['receipts']),
    yen: Number(row['yen']),
    from: String(row['first']),
    to: String(row['last']),
  }));
}
