import { type Month, parseMonth } from '#shared/month.ts';
import { requireBuilt } from '../models/built.ts';
import type { Warehouse } from '../warehouse.ts';
import type { Entry } from './months.ts';

/** Why a version of a receipt holds no longer, and how many there are. */
export type Ended = {
  readonly version: number;
  readonly reexamined: number;
  readonly returned: number;
  readonly withdrawn: number;
  readonly transferred: number;
};

/** `unmatched`: notices about receipts that were never taken in. */
export type Revisions = {
  readonly entries: readonly Entry[];
  readonly ended: Ended;
  readonly unmatched: number;
};

/**
 * Reads the revision triangle of all receipts that hold, linked or not: sums by month only.
 * @throws {UserError} NOT_FOUND where nothing is built.
 */
export async function readRevisions(warehouse: Warehouse): Promise<Revisions> {
  await requireBuilt(warehouse, 'revision', 'receipt_version');
  const entries = await warehouse.rows(`
    select month_code(service_month) as service, month_code(processing_month) as processing, receipts, yen
    from core.revision order by 1, 2`);
  const ended = await warehouse.rows(
    'select ended_by, count(*) as versions from core.receipt_version where ended_by is not null group by 1',
  );
  const [unmatched] = await warehouse.rows(`
    select count(*) as notices from staging.receipt_change
    where search_number not in (select search_number from staging.receipt where search_number is not null)`);
  const count = (name: keyof Ended) =>
    Number(ended.find((row) => row['ended_by'] === name)?.['versions'] ?? 0);
  return {
    entries: entries.map((row) => ({
      serviceMonth: monthAt(row['service']),
      processingMonth: monthAt(row['processing']),
      receipts: Number(row['receipts']),
      yen: Number(row['yen']),
    })),
    ended: {
      version: count('version'),
      reexamined: count('reexamined'),
      returned: count('returned'),
      withdrawn: count('withdrawn'),
      transferred: count('transferred'),
    },
    unmatched: Number(unmatched?.['notices'] ?? 0),
  };
}

function monthAt(value: unknown): Month {
  const month = parseMonth(String(value));
  if (month === undefined) throw new Error('a month of the revision triangle is no month');
  return month;
}
