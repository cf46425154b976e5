import { mkdirSync } from 'node:fs';
import { ingest } from '#private/intake/ingest.ts';
import { createKeys } from '#private/keys.ts';
import { openForBuild, quoteLiteral } from '#private/warehouse.ts';
import { parseSettings } from '#shared/config.ts';
import { silentEffects } from '#shared/effects.ts';
import { homeOf } from '#shared/home.ts';
import { insurer, wideColumns } from './receipt-file.ts';

/** What one process measures: the whole intake of some files, or the anchor on one file. */
export type IngestOrder =
  | { readonly work: 'ingest'; readonly home: string; readonly paths: readonly string[] }
  | { readonly work: 'anchor'; readonly database: string; readonly path: string };
export type IngestAnswer = { readonly seconds: number; readonly receipts: number };

const order = JSON.parse(process.argv[2]!) as IngestOrder;
const home = homeOf(order.work === 'ingest' ? order.home : '');
if (order.work === 'ingest') await makeHome();
const began = performance.now();
const receipts = order.work === 'ingest' ? await takeIn(order) : await load(order);
const answer: IngestAnswer = { seconds: (performance.now() - began) / 1000, receipts };
console.log(JSON.stringify(answer));

/** What `kenpo init` has made before anything is taken in: not part of the intake. */
async function makeHome(): Promise<void> {
  for (const path of [home.inbox, home.raw, home.tmp]) mkdirSync(path, { recursive: true });
  await createKeys(home);
}

/** `kenpo ingest` into a fresh home; returns the receipts taken. */
async function takeIn({ paths }: Extract<IngestOrder, { work: 'ingest' }>): Promise<number> {
  const settings = parseSettings(`[society]\nname = "みほん"\ninsurer_number = "${insurer}"\n`);
  const { counts, files } = await ingest(home, settings, paths, silentEffects());
  const refused = files.find(({ error }) => error)?.error;
  if (refused) throw refused;
  return counts.receipts;
}

/** DuckDB's own reader: everything as text into one wide table on disk. */
async function load({ database, path }: Extract<IngestOrder, { work: 'anchor' }>): Promise<number> {
  const warehouse = await openForBuild(database);
  const columns = Array.from({ length: wideColumns }, (_, index) => `'c${index}': 'varchar'`).join(', ');
  await warehouse.run(
    `create table wide as select * from read_csv(${quoteLiteral(path)}, header = false, auto_detect = false,
       delim = ',', quote = '', escape = '', null_padding = true, columns = {${columns}}); checkpoint`,
  );
  const [row] = await warehouse.rows(`select count(*) as receipts from wide where c3 = 'RE'`);
  warehouse.close();
  return Number(row!['receipts']);
}
