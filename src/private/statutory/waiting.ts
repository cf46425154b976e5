import type { Warehouse } from '../warehouse.ts';
import { olderTables } from './refusals.ts';
import type { DocumentKind } from './select.ts';

/** Documents of the year that came in and wait for their batch to be confirmed (確定): they are in no figure. */
export type Waiting = Readonly<Record<DocumentKind, number>>;

export async function waitingDocuments(warehouse: Warehouse, year: number): Promise<Waiting> {
  const [row] = await warehouse.rows(
    `select
      (select count(*) from raw.checkup
        where fiscal_year(examined_on) = $year
          and row_id(file_id, checkup_seq) not in (select checkup_id from staging.checkup)) as checkup,
      (select count(*) from raw.guidance
        where fiscal_year(coalesce(examined_on, event_on)) = $year
          and row_id(file_id, guidance_seq) not in (select guidance_id from staging.guidance)) as guidance`,
    { year },
  );
  return { checkup: Number(row?.['checkup']), guidance: Number(row?.['guidance']) };
}

/**
 * Makes sure that the tables were built from all that is in force.
 * @throws {UserError} MODEL_FAILED
 */
export async function requireCurrent(warehouse: Warehouse): Promise<void> {
  const [row] = await warehouse.rows(`
    select
      (select count(*) from staging.checkup where checkup_id not in (select checkup_id from core.checkup))
      + (select count(*) from staging.guidance where guidance_id not in (select guidance_id from core.guidance)) as missing`);
  if (row?.['missing'] === 0) return;
  throw olderTables();
}
