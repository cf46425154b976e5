import { type Month, parseMonth } from '#shared/month.ts';
import type { Warehouse } from '../warehouse.ts';

/** What has been taken in so far, as far as it tells what is missing. Days are `YYYY-MM-DD`, `null` where none came. */
export type Held = {
  readonly eligibility: string | null;
  readonly employer: string | null;
  readonly consent: string | null;
  /** Months of claim of which a file of receipts came. */
  readonly medical: readonly Month[];
  readonly pharmacy: readonly Month[];
  readonly dental: readonly Month[];
  /** Fiscal years with at least one checkup. */
  readonly checkups: readonly number[];
  /** Day of the newest list of exclusions from checkups (特定健診除外者一覧); of an empty one the day it came. */
  readonly exclusions: string | null;
  /** Newest edition of the drug master and of the procedure master. */
  readonly drug: string | null;
  readonly procedure: string | null;
};

/** Months of processing of the insurer's files of one kind, also of files (archives) with several kinds. */
const months = (kind: 'medical' | 'pharmacy' | 'dental') => `
  select string_agg(distinct processing_month, ' ') from raw.file
  where form = 'insurer-${kind}' or (form = 'mixed' and file_id in (
    select file_id from raw.receipt where kind = '${kind}' and form = 'insurer'
  ))`;

const query = `
select
  (select max(as_of) from raw.file where kind = 'eligibility') as eligibility,
  (select max(as_of) from raw.file where kind = 'employer') as employer,
  (select max(as_of) from raw.file where kind = 'consent') as consent,
  (${months('medical')}) as medical,
  (${months('pharmacy')}) as pharmacy,
  (${months('dental')}) as dental,
  (select string_agg(distinct cast(year(examined_on - interval 3 month) as varchar), ' ') from raw.checkup) as checkups,
  (
    select max(coalesce(as_of, cast(ingested_at as date))) from raw.file where kind = 'checkup-exclusion'
  ) as exclusions,
  (select max(as_of) from raw.file where file_id in (select file_id from raw.master_drug)) as drug,
  (select max(as_of) from raw.file where file_id in (select file_id from raw.master_procedure)) as procedure`;

export async function readHeld(warehouse: Warehouse): Promise<Held> {
  const [row = {}] = await warehouse.rows(query);
  const day = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  const words = (name: string) => (typeof row[name] === 'string' ? row[name].split(' ').sort() : []);
  const monthsOf = (name: string) => words(name).flatMap((word) => parseMonth(word) ?? []);
  return {
    eligibility: day('eligibility'),
    employer: day('employer'),
    consent: day('consent'),
    medical: monthsOf('medical'),
    pharmacy: monthsOf('pharmacy'),
    dental: monthsOf('dental'),
    checkups: words('checkups').map(Number),
    exclusions: day('exclusions'),
    drug: day('drug'),
    procedure: day('procedure'),
  };
}
