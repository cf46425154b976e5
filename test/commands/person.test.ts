import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kenpo } from '../fixtures/kenpo.ts';

const root = mkdtempSync(join(tmpdir(), 'kenpo-person-'));
const home = join(root, 'home');
const passphrase = 'はなれた島の灯台の光';
const file = join(root, 'passphrase.txt');
const key = join(home, 'private', 'keys', 'vault-P0001.key');

beforeAll(() => {
  kenpo('init', '--home', home, '--name', 'みほん組合', '--insurer', '06999991');
  writeFileSync(file, `${passphrase}やまの上\n`, { mode: 0o600 });
});
afterAll(() => rmSync(root, { recursive: true }));

const person = (...args: readonly string[]) => kenpo('person', ...args, '--home', home, '--json');
const add = (...args: readonly string[]) => person('add', ...args, '--passphrase-file', file);

test('a person is registered, gets a key to the vault, is listed and disabled; the passphrase is shown nowhere', () => {
  const added = add('確認 担当');
  expect(added).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(added.out)).toEqual({
    person: { id: 'P0001', name: '確認 担当', mayPrint: true },
  });
  expect(existsSync(key)).toBe(true);
  const listed = person('list');
  expect(JSON.parse(listed.out)).toEqual({
    people: [{ id: 'P0001', name: '確認 担当', disabled: false }],
  });
  expect(person('disable', '確認 担当').code).toBe(0);
  expect(existsSync(key)).toBe(false);
  const again = add('確認 担当');
  expect(again.code).toBe(12);
  expect(JSON.parse(again.out).error.code).toBe('PERSON_DISABLED');
  for (const { out, err } of [added, listed, again]) expect(out + err).not.toContain('灯台');
});

test('without the passphrase of the vault a person is registered who cannot print yet; the key is given later', () => {
  const kept = join(home, 'private', 'keys', 'vault-passphrase.txt');
  const moved = join(root, 'moved.txt');
  renameSync(kept, moved);
  expect(JSON.parse(add('印刷 担当').out)).toMatchObject({ person: { mayPrint: false } });
  expect(add('印刷 担当').code).toBe(2);
  expect(JSON.parse(add('印刷 担当', '--vault-passphrase-file', file).out).error.code).toBe(
    'PASSPHRASE_WRONG',
  );
  expect(JSON.parse(add('印刷 担当', '--vault-passphrase-file', moved).out)).toMatchObject({
    person: { id: 'P0002', mayPrint: true },
  });
});

test.each([
  [['add']],
  [['add', '見本花子', 'のこり']],
  [['remove', '見本花子']],
  [['list', '見本花子']],
  [[]],
])('%j is a usage error that does not repeat what was typed', (args) => {
  const run = person(...args);
  expect(run.code).toBe(2);
  expect(run.out + run.err).not.toContain('見本花子');
});

test('nobody can be asked for a passphrase without a terminal', () => {
  expect(person('add', '見本花子')).toMatchObject({ code: 2 });
});
