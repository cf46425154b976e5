import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingest } from '#private/intake/ingest.ts';
import { silentEffects } from '#shared/effects.ts';
import { modifiers, writeMedicalFile } from '../../bench/receipt-file.ts';
import { newHome, query, settings } from './society.ts';

it('a large file, read by two threads of its process, is taken in whole and numbered through', async () => {
  const home = await newHome();
  const receipts = 26_000;
  const path = join(home.inbox, '11_RECODEINFO_MED.CSV');
  const lines = writeMedicalFile(path, receipts);
  expect(statSync(path).size).toBeGreaterThan(24 << 20);
  const { counts, reconciliation } = await ingest(home, settings, [], silentEffects());
  expect(counts).toMatchObject({ taken: 1, refused: 0, receipts });
  expect(reconciliation[0]!.in).toMatchObject({ records: lines, receipts });
  expect(
    await query(
      home,
      `select
        count(distinct receipt_seq) as numbers, min(receipt_seq) as first, max(receipt_seq) as last,
        count(distinct search_number) as receipts, cast(sum(records) as bigint) as records,
        count(*) filter (line <> before + 1) as gaps
      from (select *, coalesce(lag(line + records - 1) over (order by receipt_seq), 0) as before from raw.receipt)`,
    ),
  ).toEqual([{ numbers: receipts, first: 1, last: receipts, receipts, records: lines, gaps: 0 }]);
  expect(
    await query(
      home,
      `select count(*) as strays from raw.detail d left join raw.receipt r using (file_id, receipt_seq)
      where d.line not between r.line and r.line + r.records - 1 or r.line is null`,
    ),
  ).toEqual([{ strays: 0 }]);
  expect(
    await query(home, 'select modifiers, count(*) as n from raw.diagnosis group by 1 order by n'),
  ).toEqual([
    { modifiers, n: Math.floor(receipts / 3) },
    { modifiers: null, n: 2 * receipts - Math.floor(receipts / 3) },
  ]);
  expect(readdirSync(home.tmp).filter((name) => name.includes('duckdb'))).toEqual([]);
});
