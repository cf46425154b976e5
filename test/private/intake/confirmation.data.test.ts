import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPerson, disablePerson } from '#office/people.ts';
import { confirmedBatches, countWaiting, waitingBatches } from '#private/intake/batches.ts';
import { confirmBatches, settleBatches, unsignedConfirmations } from '#private/intake/confirmation.ts';
import { ingest } from '#private/intake/ingest.ts';
import { build } from '#private/models/build.ts';
import { openForBuild, openInMemory, type Warehouse } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { csvOf } from './checkup-csv/make.ts';
import { deliver, newHome, query, settings } from './society.ts';

const effects = silentEffects();
const passphrase = 'correct horse battery';
const rows = [{ 身長: '170' }, { 身長: '高い', 健診機関番号: '1310000002' }, { 性別: '9' }];

let home: Home;
beforeEach(async () => {
  home = await newHome();
});
afterEach(() => rmSync(home.root, { recursive: true }));

const take = () => ingest(home, settings, [], effects);
const accepted = () =>
  new DatabaseSync(home.office)
    .prepare(
      "select json_extract(event, '$.actor') as actor, json_extract(event, '$.subject') as subject from audit where json_extract(event, '$.action') = 'accept'",
    )
    .all();

async function inWarehouse<T>(work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  const warehouse = await openForBuild(home.warehouse, home.tmp);
  try {
    return await work(warehouse);
  } finally {
    warehouse.close();
  }
}

test('with nobody registered files take effect at once, and the audit chain says that nobody confirmed', async () => {
  deliver(home, 'a.csv', csvOf('employer-checkup', rows));
  expect((await take()).waiting).toBe(0);
  const [file] = await query(
    home,
    'select sha256, confirmed_by from raw.batch_confirmation join raw.file using (file_id)',
  );
  expect(file).toMatchObject({ confirmed_by: null });
  expect(accepted()).toEqual([{ actor: 'system', subject: file!['sha256'] }]);
  await take();
  expect(accepted()).toHaveLength(1);
  const day = effects.now().toISOString().slice(0, 10);
  expect(await inWarehouse(confirmedBatches)).toMatchObject([
    { name: 'a.csv', confirmed: { by: null, on: day }, institutions: [{ documents: 1 }, { documents: 1 }] },
  ]);
});

test('with a registered person they wait, outside of core, until a named person confirms them', async () => {
  const person = addPerson(home, '確認 担当', passphrase, effects);
  deliver(home, 'a.csv', csvOf('employer-checkup', rows));
  deliver(home, 'g.csv', csvOf('guidance-contractor', [{ 記録区分: '初回面接' }]));
  expect((await take()).waiting).toBe(2);
  const before = await build(home, settings, effects);
  expect(before.waiting).toBe(2);
  expect(before.checks.filter(({ ok }) => !ok)).toEqual([]);
  const counts = () =>
    query(
      home,
      'select (select count(*) from core.checkup) as checkups, (select count(*) from core.guidance) as guidances, (select count(*) from core.checkup_result) as results',
    );
  expect(await counts()).toEqual([{ checkups: 0, guidances: 0, results: 0 }]);

  const batches = await inWarehouse(waitingBatches);
  expect(batches).toMatchObject([
    {
      name: 'a.csv',
      confirmed: undefined,
      form: 'checkup-csv',
      records: 3,
      quarantined: 1,
      institutions: [
        { institution: '1310000001', documents: 1, findings: {} },
        { institution: '1310000002', documents: 1, findings: { csv_unreadable_number: 1 } },
      ],
      findings: [{ code: 'csv_unreadable_number', item: '9N001000000000001', count: 1 }],
    },
    { name: 'g.csv', form: 'guidance-csv', institutions: [{ institution: '1320000001', documents: 1 }] },
  ]);

  const [first] = batches;
  await inWarehouse((warehouse) => confirmBatches(warehouse, home, [first!, first!], person, effects.now()));
  expect(accepted()).toEqual([{ actor: person.id, subject: first!.sha256 }]);
  const after = await build(home, settings, effects);
  expect(after.waiting).toBe(1);
  expect(after.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(await counts()).toEqual([{ checkups: 2, guidances: 0, results: 1 }]);
  expect(await inWarehouse((warehouse) => unsignedConfirmations(warehouse, home))).toEqual({
    failing: 0,
    of: 1,
  });
});

test('a person whose registration has ended cannot confirm, so that nothing waits for them', async () => {
  addPerson(home, '前任', passphrase, effects);
  disablePerson(home, '前任', effects);
  deliver(home, 'a.csv', csvOf('employer-checkup', rows));
  expect((await take()).waiting).toBe(0);
});

test('a confirmation that did not reach the audit chain is entered if nobody made it; in a name it is told as forged', async () => {
  const insert = (by: string) =>
    inWarehouse((warehouse) =>
      warehouse.run(
        `delete from raw.batch_confirmation; insert into raw.batch_confirmation select file_id, ${by}, timestamp '2026-11-01 01:02:03' from raw.file`,
      ),
    );
  const settle = () => inWarehouse((warehouse) => settleBatches(warehouse, home, effects.now()));
  const unsigned = () => inWarehouse((warehouse) => unsignedConfirmations(warehouse, home));
  addPerson(home, '確認 担当', passphrase, effects);
  deliver(home, 'a.csv', csvOf('employer-checkup', rows));
  await take();
  await insert("'P0001'");
  await settle();
  expect(accepted()).toEqual([]);
  expect(await unsigned()).toEqual({ failing: 1, of: 1 });
  await insert('null');
  expect(await unsigned()).toEqual({ failing: 1, of: 1 });
  await settle();
  expect(accepted()).toMatchObject([{ actor: 'system' }]);
  expect(await unsigned()).toEqual({ failing: 0, of: 1 });
});

test('ledgers and receipts never wait, and in a warehouse of an older version nothing does', async () => {
  addPerson(home, '確認 担当', passphrase, effects);
  deliver(
    home,
    'employers.csv',
    '事業所コード,事業所名,業種,都道府県,グループコード,適用開始日,適用終了日,基準日\nE1,一,,,,2010-04-01,,2026-10-31\n',
  );
  expect((await take()).waiting).toBe(0);
  const old = await openInMemory();
  expect(await countWaiting(old)).toBe(0);
  old.close();
});
