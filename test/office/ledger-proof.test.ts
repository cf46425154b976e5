import { copyFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { append } from '#office/chain.ts';
import { inOffice } from '#office/database.ts';
import { verifyLedger } from '#office/ledger/verify.ts';
import { confirmDraft, giveNumber, recordFile, registerDraft } from '#office/ledger.ts';
import { silentEffects } from '#shared/effects.ts';
import { useBooks } from './books.ts';

const { home, tamper } = useBooks();
const effects = silentEffects();
const at = effects.now().toISOString();
const draft = {
  draft: 'd-a',
  kind: 'notice:medical-cost',
  purpose: 'medical-cost-notice',
  confidentiality: 'top-secret',
  period: '2026-06',
  scope: '給付の担当者',
  digest: 'd',
  maker: 'P0001',
} as const;
const confirmer = { id: 'P0002', name: '確認 担当' };

/** Entries 1 draft · 2 confirmed · 3 number 1 · 4 its file · 5 number 2. */
function write(): void {
  registerDraft(home(), draft, effects);
  confirmDraft(home(), 'd-a', confirmer, 'd', effects);
  const first = giveNumber(home(), 'd-a', 1, confirmer, effects);
  recordFile(home(), first, { digest: 'f', sheets: 3 }, effects);
  giveNumber(home(), 'd-a', 2, confirmer, effects);
}

/** An entry with right hashes in both chains, as only somebody who can rewrite the books makes it. */
function forge(...events: object[]): void {
  inOffice(home().office, (office) => {
    for (const event of events) {
      const ledger = append(office, 'ledger', event);
      append(office, 'audit', { at, actor: 'P0002', action: 'print', subject: 'x', ledger });
    }
  });
}

test('an untouched ledger holds; a number without a file is told, not blamed', () => {
  write();
  expect(verifyLedger(home())).toEqual({
    events: 5,
    broken: undefined,
    unruly: undefined,
    tied: true,
    kept: true,
    withoutFile: ['2026-00002'],
  });
  recordFile(home(), '2026-00002', { digest: 'g', sheets: 1 }, effects);
  expect(verifyLedger(home()).withoutFile).toEqual([]);
});

test('a home without books has an empty ledger that holds', () => {
  expect(verifyLedger(home())).toMatchObject({ events: 0, broken: undefined, unruly: undefined, tied: true });
});

describe('a planted fault is found', () => {
  test.each([
    ['a changed entry', "update ledger set event = event || ' ' where number = 2", 2],
    [
      'other sheets',
      `update ledger set event = replace(event, '"sheets":3', '"sheets":4') where number = 4`,
      4,
    ],
    ['a removed entry', 'delete from ledger where number = 3', 3],
    ['the removed last entry', 'delete from ledger where number = 5', 5],
    ['all entries removed', 'delete from ledger', 1],
  ])('%s', (_, sql, place) => {
    write();
    tamper(sql);
    expect(verifyLedger(home()).broken).toBe(place);
  });

  test('the removed last entry, with the counter set back: the audit chain knows better', () => {
    write();
    tamper("delete from ledger where number = 5; update sqlite_sequence set seq = 4 where name = 'ledger'");
    expect(verifyLedger(home())).toMatchObject({ broken: undefined, tied: false });
  });

  test('both chains cut short alike, with their counters set back: what was kept outside knows better', () => {
    write();
    for (const chain of ['ledger', 'audit'])
      tamper(
        `delete from ${chain} where number = 5; update sqlite_sequence set seq = 4 where name = '${chain}'`,
      );
    expect(verifyLedger(home())).toMatchObject({
      broken: undefined,
      unruly: undefined,
      tied: true,
      kept: false,
    });
  });

  test('older books put back, also when they went on since', () => {
    write();
    copyFileSync(home().office, `${home().office}.old`);
    recordFile(home(), '2026-00002', { digest: 'g', sheets: 1 }, effects);
    copyFileSync(`${home().office}.old`, home().office);
    expect(verifyLedger(home())).toMatchObject({ broken: undefined, tied: true, kept: false });
    forge({ event: 'file', at, number: '2026-00002', digest: 'h', sheets: 1 });
    expect(verifyLedger(home())).toMatchObject({ broken: undefined, tied: true, kept: false });
  });

  test('what was kept is gone, or is no such thing', () => {
    write();
    rmSync(home().ledgerKept);
    expect(verifyLedger(home()).kept).toBe(false);
  });

  test('an entry the audit chain does not know', () => {
    write();
    inOffice(home().office, (office) =>
      append(office, 'ledger', { event: 'file', at, number: '2026-00002', digest: 'g', sheets: 1 }),
    );
    expect(verifyLedger(home())).toMatchObject({ broken: undefined, unruly: undefined, tied: false });
  });

  const number = { event: 'number', at, draft: 'd-a', part: 3, number: '2026-00003', person: 'P0002' };
  const other = { ...draft, event: 'draft', at, draft: 'd-b' };
  const confirm = { event: 'confirmed', at, draft: 'd-b', digest: 'd', person: 'P0002' };
  test.each([
    ['a gap in the numbers', [{ ...number, number: '2026-00004' }], 6],
    ['a number given twice', [{ ...number, number: '2026-00002' }], 6],
    ['a number of another year than its day', [{ ...number, number: '2025-00001' }], 6],
    ['two numbers for one part', [{ ...number, part: 2 }], 6],
    ['a number for an unknown draft', [{ ...number, draft: 'd-x' }], 6],
    ['a number for an unconfirmed draft', [other, { ...number, draft: 'd-b' }], 7],
    ['a number printed by the maker', [other, confirm, { ...number, draft: 'd-b', person: 'P0001' }], 8],
    ['the maker confirms', [other, { ...confirm, person: 'P0001' }], 7],
    ['another content is confirmed', [other, { ...confirm, digest: 'x' }], 7],
    ['an unknown draft is confirmed', [confirm], 6],
    ['a draft registered twice', [{ ...other, draft: 'd-a' }], 6],
    ['a file without a number', [{ event: 'file', at, number: '2026-00009', digest: 'f', sheets: 1 }], 6],
    ['a second file for a number', [{ event: 'file', at, number: '2026-00001', digest: 'g', sheets: 1 }], 6],
    ['what is no entry', [{ event: 'nothing' }], 6],
  ])('%s, though all hashes fit', (_, events, place) => {
    write();
    forge(...events);
    expect(verifyLedger(home())).toMatchObject({ broken: undefined, tied: true, unruly: place });
  });

  test('rightly forged entries would pass: the faults above are what is found', () => {
    write();
    forge(number, other, confirm, { ...number, draft: 'd-b', part: 1, number: '2026-00004' });
    expect(verifyLedger(home())).toMatchObject({ broken: undefined, tied: true, unruly: undefined });
  });
});
