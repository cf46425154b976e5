import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { settingsText } from '#office/settings-template.ts';
import { parseSettings } from '#shared/config.ts';
import { silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { addExamplePeople, type ExamplePerson } from '../../src/commands/demo/example-people.ts';
import { initialiseHome } from '../../src/commands/init.ts';
import { makerOf, signIn } from '../../src/commands/sign-in.ts';

const society = { name: 'みほん', insurerNumber: '06999991', purposes: [] };
const demo = parseSettings(settingsText({ ...society, demo: true }));
const real = parseSettings(settingsText({ ...society, demo: false }));
const refused = (code: string) => expect.objectContaining({ code });

let home: Home;
let people: readonly ExamplePerson[];
let lines: string[] = [];
beforeAll(async () => {
  home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-sign-in-')));
  await initialiseHome(home, { ...society, demo: true }, silentEffects());
  people = addExamplePeople(home, silentEffects());
  writeFileSync(join(home.root, 'maker.txt'), `${people[0]!.passphrase}\n`, { mode: 0o600 });
}, 120_000);
afterAll(() => rmSync(home.root, { recursive: true }));
beforeEach(() => {
  lines = [];
  for (const name of ['KENPO_PERSON', 'KENPO_PASSPHRASE_FILE']) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const { passphrase } of people) expect(lines.join()).not.toContain(passphrase);
});

const invocation = (options: Record<string, string>) => ({
  positionals: [],
  options,
  effects: { ...silentEffects(), log: (line: string) => lines.push(line) },
  json: false,
});
const file = () => join(home.root, 'maker.txt');

test('in a demo the example confirmer signs in unless somebody is named, and it is said', async () => {
  const { person, passphrase } = await signIn(home, invocation({}), demo);
  expect(person).toEqual({ id: 'P0002', name: '見本 確認' });
  expect(passphrase).toBe(people[1]!.passphrase);
  expect(lines).toEqual([expect.stringContaining('見本の登録者「見本 確認」')]);
});

test('in a demo an example person can be named without a passphrase', async () => {
  expect((await signIn(home, invocation({ by: '見本 作成' }), demo)).person.id).toBe('P0001');
});

test('outside a demo nobody signs in without a name and an own passphrase', async () => {
  await expect(signIn(home, invocation({}), real)).rejects.toThrow(refused('USAGE'));
  await expect(signIn(home, invocation({ by: '見本 作成' }), real)).rejects.toThrow(refused('USAGE'));
  expect(lines).toEqual([]);
});

test('name and passphrase by option, or by the environment', async () => {
  const options = { by: '見本 作成', 'passphrase-file': file() };
  expect((await signIn(home, invocation(options), real)).person.id).toBe('P0001');
  vi.stubEnv('KENPO_PERSON', '見本 作成');
  vi.stubEnv('KENPO_PASSPHRASE_FILE', file());
  expect((await signIn(home, invocation({}), real)).person.id).toBe('P0001');
  await expect(signIn(home, invocation({ by: '見本 確認' }), real)).rejects.toThrow(
    refused('PASSPHRASE_WRONG'),
  );
});

test('a passphrase file is believed before the example, also in a demo', async () => {
  const options = { by: '見本 確認', 'passphrase-file': file() };
  await expect(signIn(home, invocation(options), demo)).rejects.toThrow(refused('PASSPHRASE_WRONG'));
});

test('the maker is the person named, else the operator', async () => {
  expect(await makerOf(home, invocation({}), demo)).toBe('operator');
  expect(await makerOf(home, invocation({ by: '見本 作成' }), demo)).toBe('P0001');
  await expect(makerOf(home, invocation({ by: '見本 作成' }), real)).rejects.toThrow(refused('USAGE'));
});

test('a home without registered persons says how to register one', async () => {
  const empty = homeOf(join(home.root, 'empty'));
  const attempt = signIn(empty, invocation({ by: '見本 作成' }), real);
  await expect(attempt).rejects.toThrow(
    expect.objectContaining({
      code: 'PERSON_UNKNOWN',
      hint: { ja: expect.stringContaining('kenpo person add'), en: expect.any(String) },
    }),
  );
});
