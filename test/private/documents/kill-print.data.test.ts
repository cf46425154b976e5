import { fork } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChain } from '#office/chain.ts';
import { inOffice } from '#office/database.ts';
import { knownDraft, knownNumber } from '#office/ledger/events.ts';
import { printDraft } from '#private/documents/print-draft.ts';
import type { PrintAnswer, PrintMessage } from '#private/documents/print-process.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { confirmedDraft, effects, type PrintHome, passphrase, printHome } from './print-home.ts';
import { tinyKinds } from './tiny-kinds.ts';

const program = fileURLToPath(new URL('./tiny-child.ts', import.meta.url));
const preload = new URL('../intake/kill-at.ts', import.meta.url).href;
const rows = ['M1', 'M2', 'M1', 'M2', 'M1'].map((member) => ({ member }));

let made: PrintHome;
beforeAll(async () => {
  made = await printHome([
    { id: 'M1', name: '架空　花子' },
    { id: 'M2', name: '架空　次郎' },
  ]);
});
afterAll(() => rmSync(made.home.root, { recursive: true }));

const orderOf = (draft: string) => {
  return { draft, person: made.person.id, withheld: { everywhere: [], households: [] } };
};
const countFile = () => join(made.home.root, 'steps');

/** Prints in a process that is killed at its n-th step (see kill-at.ts); resolves to how it ended. */
function printAndKill(draft: string, step: number): Promise<NodeJS.Signals | number | null> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals | number | null>();
  const message: PrintMessage = { ...orderOf(draft), passphrase, home: made.home.root, language: 'ja' };
  const env = { ...process.env, KILL_AT: String(step), KILL_COUNT: countFile(), KILL_FILES: '1' };
  const child = fork(program, { stdio: 'ignore', execArgv: ['--import', preload], env });
  child.on('message', ({ type }: PrintAnswer) => type === 'done' && child.disconnect());
  child.once('exit', (code, signal) => resolve(signal ?? code));
  child.send(message);
  return promise;
}

const numbersOf = (draft: string) =>
  inOffice(made.home.office, (office) => knownDraft(office, draft))?.numbers.map(({ number }) => number) ??
  [];

it('kill -9 at any point of a print: printing again completes it with the same numbers and bytes', async () => {
  const whole = await confirmedDraft(made, rows);
  expect(await printAndKill(whole, 0)).toBe(0);
  const steps = Number(readFileSync(countFile(), 'utf8'));
  expect(numbersOf(whole)).toHaveLength(2);
  const rounds = 6;
  const states: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const draft = await confirmedDraft(made, rows);
    expect(await printAndKill(draft, Math.round((steps * (round + 1)) / (rounds + 2)))).toBe('SIGKILL');
    const before = numbersOf(draft);
    const registered = before.filter((number) =>
      inOffice(made.home.office, (office) => knownNumber(office, number).file),
    );
    for (const number of registered) expect(readdirSync(made.home.outbox)).toContain(`${number}.pdf`);
    states.push(`${before.length} ${registered.length}`);

    const { files } = await printDraft(
      made.home,
      { ...orderOf(draft), vaultKey: made.vaultKey },
      tinyKinds,
      effects,
    );
    expect(files).toHaveLength(2);
    expect(numbersOf(draft).slice(0, before.length)).toEqual(before);
    for (const { number, file, sha256: digest } of files) {
      expect(sha256(readFileSync(join(made.home.root, file)))).toBe(digest);
      expect(inOffice(made.home.office, (office) => knownNumber(office, number).file?.digest)).toBe(digest);
    }
  }
  const numbers = readdirSync(made.home.outbox).sort();
  const first = Number(numbers[0]!.slice(5, 10));
  expect(numbers.map((name) => Number(name.slice(5, 10)) - first)).toEqual(numbers.map((_, index) => index));
  expect(numbers).toHaveLength((rounds + 1) * 2);
  expect(numbers.every((name) => /^\d{4}-\d{5}\.pdf$/.test(name))).toBe(true);
  expect(verifyChain(made.home.office, 'ledger').broken).toBeUndefined();
  expect(new Set(states).size).toBeGreaterThan(2);
});
