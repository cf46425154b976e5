import { fileKinds } from '../intake/reader.ts';
import type { Warehouse } from '../warehouse.ts';

/** Files of one kind and form that were taken in since a day, and what they are about. */
export type Arrival = {
  readonly kind: (typeof fileKinds)[number];
  readonly form: string;
  readonly files: number;
  /** Months of claim of receipts, months of extraction or examination of everything else; `YYYY-MM`, in order. */
  readonly months: readonly string[];
  /** Day on which the last of them was taken in, in Japan. */
  readonly lastOn: string;
};

const query = `
select
  kind,
  form,
  count(*) as files,
  string_agg(distinct coalesce(processing_month, strftime(as_of, '%Y-%m')), ' ') as months,
  strftime(max(ingested_at) + interval 9 hour, '%Y-%m-%d') as last_on
from raw.file
where ingested_at + interval 9 hour >= cast($since as date)
group by kind, form
order by kind, form`;

/** What was taken in since the day `since` (`YYYY-MM-DD`, in Japan), in the order of intake. */
export async function arrivedSince(warehouse: Warehouse, since: string): Promise<Arrival[]> {
  const rows = await warehouse.rows(query, { since });
  return fileKinds.flatMap((kind) =>
    rows
      .filter((row) => row['kind'] === kind)
      .map((row) => ({
        kind,
        form: String(row['form']),
        files: Number(row['files']),
        months: row['months'] === null ? [] : String(row['months']).split(' ').sort(),
        lastOn: String(row['last_on']),
      })),
  );
}
