import { readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ingest } from '#private/intake/ingest.ts';
import { readHeld } from '#private/today/held.ts';
import { openForCount } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { zipBytes } from './checkup/make.ts';
import {
  asInsurerFile,
  claimFile,
  dentalClaim,
  dpcClaim,
  medicalClaim,
  nursingClaim,
  pharmacyClaim,
} from './receipt/claims.ts';
import { deliver, ledger, ledgerRow, newHome, query, settings } from './society.ts';

let home: Home;
beforeEach(async () => {
  home = await newHome();
  deliver(home, 'ledger.csv', ledger(ledgerRow()));
});
afterEach(() => rmSync(home.root, { recursive: true }));

const run = (...paths: string[]) => ingest(home, settings, paths, silentEffects());
const all = [medicalClaim, dpcClaim, dentalClaim, pharmacyClaim, nursingClaim];
const names = ['RECEIPTC', 'RECEIPTD', 'RECEIPTS', 'RECEIPTY', 'RECEIPTH'];
/** Of one file of each kind; the dental one holds a receipt of a public programme alone, which names nobody. */
const whole = { receipts: 8, points: 4909, yen: 49_090 + 13_220 };

it('claim files of every kind: each its own line of the reconciliation, linked to the person', async () => {
  for (const [index, lines] of all.entries()) deliver(home, `${names[index]}.UKE`, claimFile(lines));
  const { reconciliation, counts } = await run();
  expect(counts).toMatchObject({ taken: 6, receipts: 8 });
  const rows = reconciliation.filter(({ group }) => group.startsWith('claim-'));
  expect(
    rows.map(({ group, linked, unlinked }) => [group, linked.receipts, linked.yen, unlinked.yen]),
  ).toEqual([
    ['claim-medical', 2, 2800, 0],
    ['claim-dpc', 2, 42_800, 0],
    ['claim-dental', 1, 1380, 90],
    ['claim-pharmacy', 1, 2020, 0],
    ['claim-nursing', 1, 13_220, 0],
  ]);
});

it('all of them in one file, and again the other way round: the same receipts', async () => {
  const joined = (lists: typeof all) => Buffer.concat(lists.map((lines) => claimFile(lines)));
  deliver(home, 'a.uke', joined(all));
  deliver(home, 'b.uke', joined(all.toReversed()));
  const { reconciliation } = await run();
  const row = reconciliation.find(({ group }) => group === 'mixed')!;
  expect(row.in).toMatchObject({ receipts: 16, points: whole.points * 2, yen: whole.yen * 2 });
  expect(row.duplicates).toMatchObject(whole);
  expect(row.quarantined.records).toBe(0);
  const kinds = await query(home, 'select kind, count(*) as n from raw.receipt group by kind order by kind');
  expect(kinds).toEqual([
    { kind: 'dental', n: 2 },
    { kind: 'dpc', n: 2 },
    { kind: 'medical', n: 2 },
    { kind: 'nursing', n: 1 },
    { kind: 'pharmacy', n: 1 },
  ]);
});

it('a ZIP with receipt files in folders: one sealed original, its lines numbered through', async () => {
  const medical = claimFile(asInsurerFile(medicalClaim));
  const zip = await zipBytes({
    '202605/': '',
    '202605/06999991/0_COMMON001/11_RECODEINFO_MED.CSV': medical,
    '202605/readme.txt': 'みほん',
    '202605/RECEIPTD.UKE': claimFile(dpcClaim),
  });
  deliver(home, '202605.zip', zip);
  const { files, reconciliation } = await run();
  expect(files.map(({ name, status, kind }) => [name, status, kind])).toContainEqual([
    '202605.zip',
    'taken',
    'receipt',
  ]);
  const row = reconciliation.find(({ group }) => group === 'mixed')!;
  expect(row.in).toMatchObject({ receipts: 4, points: 4560, records: 15 + dpcClaim.length });
  expect(row.linked).toEqual(row.in);
  expect(readdirSync(home.raw)).toHaveLength(2);
  expect(await query(home, 'select receipt_seq, line from raw.receipt order by 1')).toEqual([
    { receipt_seq: 1, line: 1 },
    { receipt_seq: 2, line: 10 },
    { receipt_seq: 3, line: 17 },
    { receipt_seq: 4, line: 26 },
  ]);
  expect(await query(home, "select line from raw.finding where code = 'other_member'")).toEqual([
    { line: 2 },
  ]);

  const warehouse = await openForCount(home.warehouse);
  expect(await readHeld(warehouse)).toMatchObject({ medical: ['2026-05'], pharmacy: [] });
  warehouse.close();

  // The same files outside of the ZIP hold nothing new.
  deliver(home, 'RECEIPTD.UKE', claimFile(dpcClaim));
  const again = await run();
  expect(again.reconciliation.find(({ group }) => group === 'claim-dpc')!.duplicates.receipts).toBe(2);
});

it('a ZIP with a damaged or unfinished receipt file is refused whole, nothing of it is stored', async () => {
  const cut = claimFile(asInsurerFile(medicalClaim)).subarray(0, -20);
  deliver(home, 'cut.zip', await zipBytes({ a: claimFile(dpcClaim), b: cut }));
  const damaged = Buffer.from(
    await zipBytes({ a: claimFile(medicalClaim), b: claimFile(dpcClaim) }, { level: 0 }),
  );
  damaged[damaged.indexOf('BU,0501') + 5] = 0x39;
  deliver(home, 'damaged.zip', damaged);
  const { files } = await run();
  expect(files.flatMap(({ name, error }) => (error ? [[name, error.code]] : []))).toEqual([
    ['cut.zip', 'INTAKE_TRUNCATED'],
    ['damaged.zip', 'INTAKE_TRUNCATED'],
  ]);
  expect(await query(home, 'select count(*) as n from raw.receipt')).toEqual([{ n: 0 }]);
  expect(readdirSync(home.raw)).toHaveLength(1);
});

it('a receipt that comes again with other content is a new version, with the same a duplicate', async () => {
  const file = (points: number) =>
    claimFile(asInsurerFile(pharmacyClaim).map((line) => line.replace(',202,', `,${points},`)));
  deliver(home, '1.csv', file(202));
  deliver(home, '2.csv', file(199));
  deliver(home, '3.csv', Buffer.concat([file(202), file(198)]));
  const { reconciliation } = await run();
  const row = reconciliation.find(({ group }) => group === 'insurer-pharmacy')!;
  expect([row.in.receipts, row.linked.receipts, row.duplicates.receipts]).toEqual([4, 3, 1]);
  expect(await query(home, 'select distinct identity from raw.receipt')).toHaveLength(1);
});
