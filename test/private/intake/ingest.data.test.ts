import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '#office/chain.ts';
import { withHomeLock } from '#private/home-lock.ts';
import { lookAt } from '#private/intake/fingerprint.ts';
import { type IngestReport, ingest } from '#private/intake/ingest.ts';
import { readSealed } from '#private/intake/raw-store.ts';
import { readSecret, unwrapVaultKey } from '#private/keys.ts';
import { createOpener } from '#private/vault/seal.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { sha256 } from '#shared/fingerprint.ts';
import type { Home } from '#shared/home.ts';
import { hc08, ix08, zipBytes } from './checkup/make.ts';
import { cp932 } from './receipt/files.ts';
import { deliver, ledger, ledgerRow, newHome, query, receipt, receiptFile, settings } from './society.ts';

let home: Home;
beforeEach(async () => {
  home = await newHome();
});
afterEach(() => rmSync(home.root, { recursive: true }));

const run = (...paths: string[]) => ingest(home, settings, paths, silentEffects());
const refusals = (report: IngestReport) =>
  Object.fromEntries(report.files.flatMap(({ name, error }) => (error ? [[name, error.code]] : [])));
const group = (report: IngestReport, name: string) => report.reconciliation.find((row) => row.group === name);

describe('a whole intake', () => {
  beforeEach(() => {
    deliver(
      home,
      'ledger.csv',
      cp932(ledger(ledgerRow(), ledgerRow({ id: 'M2', number: '457', lost: '2026-04-01' }))),
    );
    deliver(
      home,
      'a/11.csv',
      receiptFile(receipt(1, 100), receipt(2, 250), receipt(3, 30, { number: '999' }), receipt(2, 250)),
    );
    deliver(home, 'b/11.csv', receiptFile(receipt(1, 100), receipt(4, 7, { number: '457' })));
  });

  it('reconciles to the point: linked, unlinked (nobody, no cover), duplicates', async () => {
    const row = group(await run(), 'insurer-medical');
    const part = (amounts: { receipts: number; points: number; yen: number } | undefined) => [
      amounts?.receipts,
      amounts?.points,
      amounts?.yen,
    ];
    expect(part(row?.in)).toEqual([6, 737, 7370]);
    expect(part(row?.linked)).toEqual([2, 350, 3500]);
    expect(part(row?.unlinked)).toEqual([2, 37, 370]);
    expect(part(row?.duplicates)).toEqual([2, 350, 3500]);
    expect(part(row?.quarantined)).toEqual([0, 0, 0]);
  });

  it('changes nothing the second time', async () => {
    const first = await run();
    const before = await query(home, 'select * exclude (ingested_at) from raw.file order by all');
    const second = await run();
    expect([second.counts.taken, second.counts.already]).toEqual([0, 3]);
    expect(second.reconciliation).toEqual(first.reconciliation);
    expect(await query(home, 'select * exclude (ingested_at) from raw.file order by all')).toEqual(before);
    expect(verifyChain(home.office, 'audit')).toMatchObject({ events: 3, broken: undefined });
  });

  it('ends the same whatever the order of the files', async () => {
    const together = await run();
    const other = await newHome();
    const one = (name: string) => ingest(other, settings, [join(home.inbox, name)], silentEffects());
    await one('a');
    await one('ledger.csv');
    const apart = await one('b');
    expect(apart.reconciliation).toEqual(together.reconciliation);
    rmSync(other.root, { recursive: true });
  });

  it('keeps originals byte for byte and sealed, identities sealed, and no name anywhere else', async () => {
    await run();
    const original = readFileSync(join(home.inbox, 'ledger.csv'));
    const blocks: Buffer[] = [];
    for await (const block of readSealed(join(home.raw, sha256(original)), readSecret(home, 'raw')))
      blocks.push(block);
    expect(Buffer.concat(blocks).equals(original)).toBe(true);
    const vault = new DatabaseSync(home.vault, { readOnly: true });
    const sealed = vault
      .prepare('select sealed from person')
      .all()
      .map((row) => row['sealed']);
    vault.close();
    const key = unwrapVaultKey(home, readFileSync(join(home.keys, 'vault-passphrase.txt'), 'utf8').trim());
    const opened = sealed.map((blob) => (blob instanceof Uint8Array ? createOpener(key)(blob) : ''));
    expect(opened.every((text) => text.includes('カナリヤ　太郎'))).toBe(true);
    for (const path of [home.warehouse, home.vault, home.office]) {
      const bytes = readFileSync(path);
      for (const text of ['カナリヤ', '架空市1', 'M000'])
        expect(bytes.includes(Buffer.from(text))).toBe(false);
      expect(bytes.includes(cp932('カナリヤ'))).toBe(false);
    }
    expect(readdirSync(home.tmp)).toEqual([]);
  });

  it('gives a person one random id over all ledgers', async () => {
    await run();
    const before = await query(home, 'select distinct person_id from raw.eligibility order by 1');
    deliver(
      home,
      'ledger2.csv',
      ledger(ledgerRow({ asOf: '2026-11-15' }), ledgerRow({ id: 'M2', number: '458', asOf: '2026-11-15' })),
    );
    await run();
    expect(await query(home, 'select distinct person_id from raw.eligibility order by 1')).toEqual(before);
    expect(await query(home, 'select count(*) as n from raw.eligibility')).toEqual([{ n: 4 }]);
  });

  it('enters in the audit chain what a stopped run left out', async () => {
    await run();
    rmSync(home.office);
    const warehouse = await openForBuild(home.warehouse);
    await warehouse.run('delete from raw.audited where file_id > 1');
    warehouse.close();
    await run();
    expect(verifyChain(home.office, 'audit')).toMatchObject({ events: 2, broken: undefined });
  });
});

describe('links', () => {
  it('drops a key that names two persons, and still tells twins apart by name', async () => {
    deliver(
      home,
      'ledger.csv',
      ledger(ledgerRow({ kana: 'カナリヤ タロウ' }), ledgerRow({ id: 'M2', kana: 'カナリヤ ジロウ' })),
    );
    deliver(home, '11.csv', receiptFile(receipt(1, 100), receipt(2, 10, { re: { 37: 'カナリヤサブロウ' } })));
    const row = group(await run(), 'insurer-medical');
    expect([row?.linked.points, row?.unlinked.points]).toEqual([100, 10]);
  });

  it('needs cover on at least one day of the month of care', async () => {
    const cover = [
      ['2026-04-30', '', true],
      ['2026-05-01', '', false],
      ['2020-04-01', '2026-04-02', true],
      ['2020-04-01', '2026-04-01', false],
      ['2026-04-10', '2026-04-10', false],
    ] as const;
    const member = (index: number) => ({ id: `M${index}`, number: String(500 + index) });
    deliver(
      home,
      'ledger.csv',
      ledger(...cover.map(([gained, lost], index) => ledgerRow({ ...member(index), gained, lost }))),
    );
    deliver(
      home,
      '11.csv',
      receiptFile(...cover.map((_, index) => receipt(index, 10 ** index, { number: member(index).number }))),
    );
    const linked = cover.reduce((sum, [, , is], index) => sum + (is ? 10 ** index : 0), 0);
    expect(group(await run(), 'insurer-medical')?.linked.points).toBe(linked);
  });
});

describe('refusals', () => {
  it('refuses each bad file by itself, stores nothing of it and takes the others in', async () => {
    const number = '123456789018';
    deliver(home, 'empty.csv', '');
    deliver(home, 'unknown.csv', 'a,b\n1,2\n');
    deliver(home, 'other-insurer.csv', receiptFile(receipt(9, 5, { insurer: '06999983' })));
    deliver(home, 'cut.csv', ledger(ledgerRow()).slice(0, -14));
    deliver(home, 'future.csv', ledger(ledgerRow({ asOf: '2026-12-01' })));
    deliver(home, 'columns.csv', ledger(ledgerRow()).replace(',住所,', ',メモ,'));
    deliver(home, 'my-number.csv', ledger(ledgerRow({ address: `架空市 ${number}` })));
    deliver(home, 'plain.zip', Buffer.from('PK\u0003\u0004 cut off'));
    deliver(home, 'good.csv', ledger(ledgerRow()));
    const report = await run();
    expect(refusals(report)).toEqual({
      'empty.csv': 'INTAKE_EMPTY',
      'unknown.csv': 'INTAKE_UNKNOWN_KIND',
      'other-insurer.csv': 'INTAKE_OTHER_INSURER',
      'cut.csv': 'INTAKE_TRUNCATED',
      'future.csv': 'INTAKE_REFUSED',
      'columns.csv': 'INTAKE_CONTRACT',
      'my-number.csv': 'INTAKE_MY_NUMBER',
      'plain.zip': 'INTAKE_TRUNCATED',
    });
    expect(report.counts).toMatchObject({ taken: 1, refused: 8 });
    expect(readdirSync(home.raw)).toEqual([sha256(readFileSync(join(home.inbox, 'good.csv')))]);
    expect(await query(home, 'select name from raw.file')).toEqual([{ name: 'good.csv' }]);
    expect(existsSync(join(home.inbox, 'empty.csv'))).toBe(true);
    const told = JSON.stringify(report.files.map(({ error }) => [error?.text, error?.hint, error?.data]));
    for (const value of [number, 'カナリヤ', '架空市', '1980']) expect(told).not.toContain(value);
  });

  it('refuses unsafe archives through the same door', async () => {
    const folder = '1310000001_06999991_202507020_1';
    const bomb = Buffer.alloc(300_000_000);
    const entity = '<!DOCTYPE a [<!ENTITY e "x">]>';
    deliver(home, 'encrypted.zip', await zipBytes({ 'DATA/h1.xml': hc08() }, { password: 'x' }));
    deliver(home, 'nested.zip', await zipBytes({ 'DATA/inner.zip': await zipBytes({ a: 'b' }) }));
    deliver(home, 'outside.zip', await zipBytes({ '../h1.xml': hc08() }));
    deliver(home, 'bomb.zip', await zipBytes({ [`${folder}/DATA/h1.xml`]: bomb }));
    deliver(
      home,
      'entity.zip',
      await zipBytes({
        [`${folder}/ix08_V08.xml`]: ix08(1),
        [`${folder}/DATA/h1.xml`]: hc08().replace('?>', `?>${entity}`),
      }),
    );
    const report = await run();
    expect(refusals(report)).toEqual({
      'encrypted.zip': 'INTAKE_ENCRYPTED',
      'nested.zip': 'INTAKE_ARCHIVE_UNSAFE',
      'outside.zip': 'INTAKE_ARCHIVE_UNSAFE',
      'bomb.zip': 'INTAKE_ARCHIVE_UNSAFE',
      'entity.zip': 'INTAKE_XML_UNSAFE',
    });
    expect(readdirSync(home.raw)).toEqual([]);
  });

  it('names missing columns and counts unknown ones by position', async () => {
    deliver(home, 'columns.csv', ledger(ledgerRow()).replace(',住所,', ',メモ,'));
    const { files } = await run();
    expect(files[0]?.error?.data).toEqual({ missing: ['住所'], unknownPositions: [16] });
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full, and is as before', async () => {
    deliver(home, 'ledger.csv', ledger(ledgerRow()));
    deliver(home, 'a-good.csv', ledger(ledgerRow({ asOf: '2026-09-30' })));
    const part = join(home.raw, '2.part');
    const fillDisk = () => void (existsSync(part) || symlinkSync('/dev/full', part));
    const effects = silentEffects();
    const now = () => {
      fillDisk();
      return effects.now();
    };
    const report = await ingest(home, settings, [], { ...effects, now });
    expect(refusals(report)).toEqual({ 'ledger.csv': 'INTAKE_DISK_FULL' });
    expect(await query(home, 'select name from raw.file')).toEqual([{ name: 'a-good.csv' }]);
    expect((await run()).counts).toMatchObject({ taken: 1, already: 1, refused: 0 });
  });

  it('stops at a home another run is using', async () => {
    await withHomeLock(home, async () => {
      await expect(run()).rejects.toThrow(/HOME_IN_USE/);
    });
    await expect(run(join(home.root, 'nowhere'))).rejects.toThrow(/INPUT_UNREADABLE/);
  });
});

describe('quarantine', () => {
  it('sets bad rows aside by line and reason, and keeps the rest', async () => {
    const bad = [
      ledgerRow({ id: 'M2', birth: '1980-02-30' }),
      ledgerRow({ id: 'M3', sex: '3' }),
      ledgerRow({ id: '' }),
      `${ledgerRow({ id: 'M4' })},x`,
      ledgerRow({ id: 'M5', lost: '2019-01-01' }),
      ledgerRow({ id: 'M6', asOf: '2026-09-30' }),
    ];
    deliver(home, 'ledger.csv', ledger(ledgerRow(), ...bad, ledgerRow({ id: 'M9', number: '1' })));
    const report = await run();
    expect(group(report, 'eligibility')).toMatchObject({
      in: { records: 8 },
      linked: { records: 2 },
      quarantined: { records: 6 },
    });
    expect(await query(home, 'select line, reason from raw.quarantine order by line')).toEqual([
      { line: 3, reason: 'row_date' },
      { line: 4, reason: 'row_value' },
      { line: 5, reason: 'row_empty' },
      { line: 6, reason: 'row_columns' },
      { line: 7, reason: 'row_dates_out_of_order' },
      { line: 8, reason: 'row_as_of_differs' },
    ]);
  });

  it('takes masters of the official layouts in by content, as editions', async () => {
    const fields = (length: number, values: Record<number, string>) =>
      `${Array.from({ length }, (_, index) => `"${values[index + 1] ?? ''}"`).join(',')}\r\n`;
    const disease = fields(46, {
      1: '0',
      2: 'B',
      3: '8830001',
      4: '8830001',
      6: '架空病',
      16: 'E119',
      22: '20020601',
      24: '99999999',
    });
    const drug = fields(41, {
      1: '0',
      2: 'Y',
      3: '620000001',
      5: '架空錠１ｍｇ',
      10: '錠',
      11: '1',
      12: '16.50',
      17: '1',
      28: '1',
      30: '20240401',
      31: '0',
      32: '2325003F1018',
    });
    deliver(home, 'b_20240601.txt', cp932(disease + disease.replace('E119', '').replace('8830001', '')));
    deliver(home, 'renamed.txt', cp932(drug));
    await run();
    expect(await query(home, 'select code, icd10_1, valid_from, valid_to from raw.master_disease')).toEqual([
      { code: '8830001', icd10_1: 'E119', valid_from: '2002-06-01', valid_to: '9999-12-31' },
    ]);
    expect(await query(home, 'select price_milliyen, generic, price_code from raw.master_drug')).toEqual([
      { price_milliyen: 16_500, generic: true, price_code: '2325003F1018' },
    ]);
    expect(await query(home, 'select name, as_of from raw.file order by name')).toEqual([
      { name: 'b_20240601.txt', as_of: '2024-06-01' },
      { name: 'renamed.txt', as_of: '2024-04-01' },
    ]);
    expect(await query(home, 'select line, reason from raw.quarantine')).toEqual([
      { line: 2, reason: 'row_empty' },
    ]);
  });
});

describe('a file still being written', () => {
  it('is refused where it changes between two looks', async () => {
    const path = deliver(home, 'growing.csv', 'a,b\n');
    const look = await lookAt(path, 'growing.csv');
    await expect(look.still(4)).resolves.toBeUndefined();
    await expect(look.still(3)).rejects.toThrow(/INTAKE_STILL_WRITING/);
    writeFileSync(path, 'a,b\n1,2\n');
    await expect(look.still(4)).rejects.toThrow(/INTAKE_STILL_WRITING/);
    await expect(look.still(8)).rejects.toThrow(/INTAKE_STILL_WRITING/);
  });

  it('is refused where only its time of change is another', async () => {
    const path = deliver(home, 'touched.csv', 'a,b\n');
    const look = await lookAt(path, 'touched.csv');
    utimesSync(path, 1, 1);
    await expect(look.still(4)).rejects.toThrow(/INTAKE_STILL_WRITING/);
  });
});
