import { chmodSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Machine } from '#private/doctor/machine.ts';
import { silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';
import doctor, { examine } from '../../../src/commands/doctor.ts';
import { initialiseHome } from '../../../src/commands/init.ts';

const gib = 2 ** 30;
const machine: Machine = { nodeVersion: '24.1.0', freeBytes: () => 50 * gib, isEncrypted: () => true };

let home: Home;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  home = homeOf(join(folder, 'society'));
  await initialiseHome(
    home,
    { name: '見本組合', insurerNumber: '06999991', demo: true, purposes: [] },
    silentEffects(),
  );
});

/** What is not fine, by English name. */
function complaints(using: Machine = machine): Record<string, string> {
  const found = examine(home, using).filter(({ status }) => status !== 'ok');
  for (const { hint } of found) expect(hint?.ja.length).toBeGreaterThan(5);
  return Object.fromEntries(found.map(({ name, status }) => [name.en, status]));
}

const fresh = { 'on the way to a release': 'advice' };

test('a fresh home is fine but for what comes next', () => {
  expect(complaints()).toEqual(fresh);
});

test('the way to a release ends when one is live', () => {
  writeFileSync(home.warehouse, '');
  expect(examine(home, machine).find(({ status }) => status === 'advice')?.hint?.en).toContain('kenpo build');
  writeFileSync(home.current, 'id', { mode: 0o640 });
  expect(complaints()).toEqual({});
});

test.each([
  ['23.9.0', true],
  ['24.0.0', false],
  ['25.0.0', true],
])('Node.js %s', (nodeVersion, wrong) => {
  expect('Node.js' in complaints({ ...machine, nodeVersion })).toBe(wrong);
});

test('free space: a problem below 1 GiB, advice below three times the inbox', () => {
  const withFree = (bytes: number) => complaints({ ...machine, freeBytes: () => bytes })['free space'];
  expect(withFree(gib - 1)).toBe('problem');
  expect(withFree(gib)).toBeUndefined();
  writeFileSync(join(home.inbox, 'waiting'), '');
  truncateSync(join(home.inbox, 'waiting'), gib);
  expect(withFree(3 * gib)).toBeUndefined();
  expect(withFree(3 * gib - 1)).toBe('advice');
});

test.each([
  [true, undefined],
  [false, 'advice'],
  [undefined, 'advice'],
])('volume encrypted: %s', (encrypted, status) => {
  expect(complaints({ ...machine, isEncrypted: () => encrypted })['disk encryption']).toBe(status);
});

test.each([
  ['private', 0o750],
  ['private', 0o701],
  ['private/keys', 0o711],
  ['private/keys/index.key', 0o640],
  ['private/keys/release.key', 0o604],
])('%s with mode %o is a problem', (path, mode) => {
  chmodSync(join(home.root, path), mode);
  expect(complaints()).toEqual({ ...fresh, 'rights of private': 'problem' });
});

test.each([
  ['public', 0o770],
  ['public/releases', 0o752],
  ['public/release.pub', 0o660],
])('%s with mode %o is a problem', (path, mode) => {
  chmodSync(join(home.root, path), mode);
  expect(complaints()).toEqual({ ...fresh, 'rights of public': 'problem' });
});

test('missing keys and folders, another public key, scratch left behind, settings that do not parse', () => {
  rmSync(join(home.keys, 'raw.key'));
  rmSync(home.proofs, { recursive: true });
  writeFileSync(home.releaseKey, 'other');
  writeFileSync(join(home.tmp, 'scratch'), '');
  writeFileSync(home.settings, `${readFileSync(home.settings, 'utf8')}\n[unknown]\n`);
  expect(complaints()).toMatchObject({
    keys: 'problem',
    folders: 'problem',
    'public release key': 'problem',
    'scratch files': 'advice',
    'society.toml': 'problem',
  });
});

test('outside a demo the passphrase must not stay beside the key', () => {
  const text = readFileSync(home.settings, 'utf8');
  const real = text.replace(/demo\s*=\s*true/, 'demo = false');
  expect(real).not.toBe(text);
  writeFileSync(home.settings, real);
  expect(complaints()).toEqual({ ...fresh, 'passphrase of the vault': 'advice' });
});

test('the command prints a table or JSON and exits 11 where something is wrong', async () => {
  const run = async (json: boolean, root: string) => {
    const lines: string[] = [];
    const effects = { ...silentEffects(), output: (text: string) => void lines.push(text) };
    const code = await doctor.run({ positionals: [], options: { home: root }, effects, json });
    return { code, out: lines.join('') };
  };
  const missing = await run(true, join(home.root, 'elsewhere'));
  expect(missing.code).toBe(11);
  expect(JSON.parse(missing.out)).toMatchObject({ ok: false });
  expect(JSON.parse(missing.out).checks.at(-1)).toMatchObject({
    status: 'problem',
    hint: expect.stringContaining('kenpo init'),
  });
  const table = await run(false, home.root);
  expect(table.out).toMatch(/[○△×] Node\.js/);
});
