import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyLedger } from '#office/ledger/verify.ts';
import { confirmDraft, giveNumber, ledgerEntries, recordFile, registerDraft } from '#office/ledger.ts';
import { silentEffects } from '#shared/effects.ts';
import { useBooks } from './books.ts';

const { home } = useBooks();
const effects = silentEffects();
const person = { id: 'P0002', name: '確認 担当' };

function confirmedDraft(draft: string): string {
  const entry = {
    kind: 'notice:medical-cost',
    purpose: 'medical-cost-notice',
    confidentiality: 'top-secret',
    period: '2026-06',
    scope: '給付の担当者',
    digest: 'd',
    maker: 'operator',
  } as const;
  registerDraft(home(), { draft, ...entry }, effects);
  confirmDraft(home(), draft, person, 'd', effects);
  return draft;
}

/** Runs `give-numbers.ts` and resolves to its exit code or the signal that ended it. */
async function giveElsewhere(...args: readonly string[]): Promise<unknown> {
  const script = join(import.meta.dirname, 'give-numbers.ts');
  const child = spawn(process.execPath, [script, home().root, ...args], { stdio: 'inherit' });
  const [code, signal] = await once(child, 'exit');
  return signal ?? code;
}

test('two processes at once: every number once, none left out, and both chains whole', async () => {
  const [a, b] = [confirmedDraft('d-a'), confirmedDraft('d-b')];
  const ends = [giveElsewhere(a, '1', '15'), giveElsewhere(b, '1', '15'), giveElsewhere(b, '8', '20')];
  expect(await Promise.all(ends)).toEqual([0, 0, 0]);
  const numbers = ledgerEntries(home()).map(({ number }) => number);
  expect(numbers).toEqual(
    Array.from({ length: 35 }, (_, index) => `2026-${String(index + 1).padStart(5, '0')}`),
  );
  expect(verifyLedger(home())).toMatchObject({ broken: undefined, unruly: undefined, tied: true });
});

test('killed between number and file: the next print of the part goes on with the number', async () => {
  const draft = confirmedDraft('d-a');
  expect(await giveElsewhere(draft, '1', '2', 'after')).toBe('SIGKILL');
  expect(verifyLedger(home()).withoutFile).toEqual(['2026-00001', '2026-00002']);
  expect(giveNumber(home(), draft, 2, person, effects)).toBe('2026-00002');
  recordFile(home(), '2026-00002', { digest: 'f', sheets: 1 }, effects);
  expect(giveNumber(home(), draft, 3, person, effects)).toBe('2026-00003');
  expect(verifyLedger(home())).toMatchObject({
    broken: undefined,
    unruly: undefined,
    tied: true,
    withoutFile: ['2026-00001', '2026-00003'],
  });
});

test('killed in the middle of an entry: nothing of it is there', async () => {
  const draft = confirmedDraft('d-a');
  const before = verifyLedger(home());
  expect(await giveElsewhere(draft, '1', '1', 'inside')).toBe('SIGKILL');
  expect(verifyLedger(home())).toEqual(before);
  expect(giveNumber(home(), draft, 1, person, effects)).toBe('2026-00001');
});
