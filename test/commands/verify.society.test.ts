import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveNumber, registerDraft } from '#office/ledger.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { sampleHome } from '../fixtures/sample-home.ts';

let copy: Home;
beforeEach(() => {
  copy = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-verify-')));
  cpSync(sampleHome().root, copy.root, {
    recursive: true,
    filter: (source) => !/\/private\/(inbox|raw|sample)$/.test(source),
  });
});
afterEach(() => rmSync(copy.root, { recursive: true, force: true }));

function verify() {
  const run = kenpo('verify', '--home', copy.root, '--json');
  const report: { ok: boolean; checks: { name: string; ok: boolean }[] } = JSON.parse(run.out);
  return {
    code: run.code,
    ...report,
    red: report.checks.filter((check) => !check.ok).map((check) => check.name),
  };
}

test('the sample society is green, line by line', () => {
  const report = verify();
  expect(report.red).toEqual([]);
  expect(report).toMatchObject({ code: 0, ok: true });
  expect(report.checks.length).toBeGreaterThan(30);
});

test('files taken in and not yet built into tables are red, not an error', async () => {
  const warehouse = await openForBuild(copy.warehouse);
  for (const schema of ['analyses', 'core']) await warehouse.run(`drop schema ${schema} cascade`);
  warehouse.close();
  const report = verify();
  expect(report.code).toBe(11);
  expect(report.red).toEqual([expect.stringContaining('kenpo build')]);
});

test('one changed byte of a released file is red', () => {
  const release = join(copy.releases, readFileSync(copy.current, 'utf8').trim());
  const file = join(release, readdirSync(release).find((name) => name.endsWith('.arrow'))!);
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(file, bytes);
  expect(verify()).toMatchObject({ code: 11, ok: false, red: [expect.stringContaining('署名')] });
});

test('an exchanged public key is red', () => {
  writeFileSync(copy.releaseKey, readFileSync(copy.releaseKey, 'utf8').replace(/\n/, '\n '));
  expect(verify().red).toEqual(['公開側の鍵が、この組合の鍵と同じ']);
});

test('a changed audit event is red', () => {
  const office = new DatabaseSync(copy.office);
  office.exec("update audit set event = replace(event, 'system', 'sombody') where number = 1");
  office.close();
  expect(verify().red).toEqual(['つながりが切れていない']);
});

test('a number without a file is told and green; the ledger without its last entry is red', () => {
  const draft = 'r-test';
  const entry = { draft, kind: 'report:test', purpose: 'p', period: '2025', scope: '', digest: 'd' };
  registerDraft(copy, { ...entry, confidentiality: 'internal', maker: 'operator' }, silentEffects());
  const number = giveNumber(copy, draft, 1, { id: 'operator' }, silentEffects());
  const told = verify();
  expect(told).toMatchObject({ code: 0, red: [] });
  expect(told.checks).toContainEqual(
    expect.objectContaining({ area: '文書台帳', ok: true, name: expect.stringContaining(number) }),
  );
  const office = new DatabaseSync(copy.office);
  office.exec('delete from ledger where number = (select max(number) from ledger)');
  office.close();
  expect(verify()).toMatchObject({
    code: 11,
    red: [
      'つながりが切れていない',
      '監査証跡と合っている',
      '控えにある記録が欠けていない',
      '下書きが台帳の記録と同じ',
      '発送箱の文書が台帳の記録と同じ',
    ],
  });
});

test('a registered person put in by other means is red', () => {
  const office = new DatabaseSync(copy.office);
  office.exec("insert into person values ('P0099', 'x', 'x', 'x', null)");
  office.close();
  expect(verify().red).toEqual(['登録のときのまま']);
});

test('a lost yen is red', async () => {
  const warehouse = await openForBuild(copy.warehouse);
  await warehouse.run(
    'update core.receipt set points = points - 1 where receipt_id = (select min(receipt_id) from core.receipt where is_linked)',
  );
  warehouse.close();
  expect(verify()).toMatchObject({ code: 11, ok: false });
  expect(verify().red.length).toBeGreaterThan(0);
});
