import { describe, expect, test } from 'vitest';
import { verifyChain } from '#office/chain.ts';
import { inOffice } from '#office/database.ts';
import {
  confirmDraft,
  type DraftEntry,
  draftState,
  giveNumber,
  ledgerDrafts,
  ledgerEntries,
  recordFile,
  registerDraft,
} from '#office/ledger.ts';
import { silentEffects } from '#shared/effects.ts';
import { onDay, useBooks } from './books.ts';

const { home } = useBooks();
const effects = silentEffects();

const list: DraftEntry = {
  draft: 'd-aaaaaaaaaa',
  kind: 'list:guidance',
  purpose: 'guidance-targeting',
  confidentiality: 'top-secret',
  period: '2026',
  scope: '保健指導の担当者',
  digest: 'sha-of-the-draft',
  maker: 'P0001',
};
const report: DraftEntry = { ...list, draft: 'r-1', kind: 'report:employer', confidentiality: 'internal' };
const confirmer = { id: 'P0002', name: '確認 担当' };
const maker = { id: 'P0001', name: '作成 担当' };

/** What the books hold, to compare before and after. */
const books = () => inOffice(home().office, (office) => office.prepare('select * from ledger').all());
const refused = (code: string) => expect.objectContaining({ code });

function confirmed(draft = list) {
  registerDraft(home(), draft, effects);
  confirmDraft(home(), draft.draft, confirmer, draft.digest, effects);
}

describe('the life of a document', () => {
  test('draft, confirmed, numbered, printed', () => {
    expect(draftState(home(), list.draft)).toBeUndefined();
    registerDraft(home(), list, effects);
    expect(draftState(home(), list.draft)).toBe('draft');
    confirmDraft(home(), list.draft, confirmer, list.digest, effects);
    expect(draftState(home(), list.draft)).toBe('confirmed');
    const number = giveNumber(home(), list.draft, 1, confirmer, effects);
    expect(number).toBe('2026-00001');
    expect(draftState(home(), list.draft)).toBe('confirmed');
    expect(ledgerEntries(home())).toEqual([
      expect.objectContaining({ number, digest: undefined, sheets: undefined }),
    ]);
    recordFile(home(), number, { digest: 'sha-of-the-file', sheets: 12 }, effects);
    expect(draftState(home(), list.draft)).toBe('printed');
    const { draft, ...said } = list;
    expect(ledgerEntries(home())).toEqual([
      {
        ...said,
        number,
        draft,
        part: 1,
        confirmedBy: 'P0002',
        printedBy: 'P0002',
        digest: 'sha-of-the-file',
        sheets: 12,
        at: '2026-11-21T03:00:00.000Z',
      },
    ]);
    expect(ledgerDrafts(home())).toEqual([
      expect.objectContaining({ ...list, state: 'printed', numbers: [number], confirmedBy: 'P0002' }),
    ]);
  });

  test('every step a second time changes nothing', () => {
    const steps = () => {
      confirmed();
      const number = giveNumber(home(), list.draft, 1, confirmer, effects);
      recordFile(home(), number, { digest: 'f', sheets: 1 }, effects);
      return number;
    };
    const first = steps();
    const before = books();
    expect(steps()).toBe(first);
    expect(books()).toEqual(before);
    expect(verifyChain(home().office, 'audit').events).toBe(4);
  });

  test('each entry stands in the audit chain with who did it, and nothing of the content', () => {
    confirmed();
    const number = giveNumber(home(), list.draft, 1, confirmer, effects);
    recordFile(home(), number, { digest: 'f', sheets: 1 }, effects);
    const audit = inOffice(home().office, (office) => office.prepare('select event from audit').all());
    expect(audit.map((row) => JSON.parse(String(row['event'])))).toEqual([
      expect.objectContaining({ action: 'list', actor: 'P0001', subject: list.draft }),
      expect.objectContaining({ action: 'confirm', actor: 'P0002', subject: list.draft }),
      expect.objectContaining({ action: 'print', actor: 'P0002', subject: number }),
      expect.objectContaining({ action: 'print', actor: 'P0002', subject: number }),
    ]);
  });
});

describe('what is refused leaves the books as they were', () => {
  test.each([
    [
      'the maker confirms',
      'SAME_PERSON',
      () => confirmDraft(home(), list.draft, maker, list.digest, effects),
    ],
    [
      'another draft than the registered one is confirmed',
      'DRAFT_ALTERED',
      () => confirmDraft(home(), list.draft, confirmer, 'x', effects),
    ],
    [
      'an unknown draft is confirmed',
      'NOT_FOUND',
      () => confirmDraft(home(), 'd-b', confirmer, 'x', effects),
    ],
    [
      'an unconfirmed draft is numbered',
      'NOT_CONFIRMED',
      () => giveNumber(home(), list.draft, 1, confirmer, effects),
    ],
    ['an unknown draft is numbered', 'NOT_FOUND', () => giveNumber(home(), 'd-b', 1, confirmer, effects)],
    [
      'a draft is registered anew with another content',
      'DRAFT_ALTERED',
      () => registerDraft(home(), { ...list, digest: 'x' }, effects),
    ],
    [
      'a file is registered under a number never given',
      'NOT_FOUND',
      () => recordFile(home(), '2026-00001', { digest: 'f', sheets: 1 }, effects),
    ],
  ])('%s', (_, code, act) => {
    registerDraft(home(), list, effects);
    const before = books();
    expect(act).toThrow(refused(code));
    expect(books()).toEqual(before);
  });

  test('the maker prints', () => {
    confirmed();
    expect(() => giveNumber(home(), list.draft, 1, maker, effects)).toThrow(refused('SAME_PERSON'));
    giveNumber(home(), list.draft, 1, confirmer, effects);
    expect(() => giveNumber(home(), list.draft, 1, maker, effects)).toThrow(refused('SAME_PERSON'));
  });

  test('another file under the same number', () => {
    confirmed();
    const number = giveNumber(home(), list.draft, 1, confirmer, effects);
    recordFile(home(), number, { digest: 'f', sheets: 1 }, effects);
    expect(() => recordFile(home(), number, { digest: 'g', sheets: 1 }, effects)).toThrow(
      refused('DRAFT_ALTERED'),
    );
  });
});

describe('numbers', () => {
  test('are without a gap, the same for the same part, and do not tell the programme', () => {
    confirmed();
    registerDraft(home(), report, effects);
    const given = [
      giveNumber(home(), list.draft, 1, confirmer, effects),
      giveNumber(home(), report.draft, 1, { id: 'operator' }, effects),
      giveNumber(home(), list.draft, 2, confirmer, effects),
      giveNumber(home(), list.draft, 1, confirmer, effects),
    ];
    expect(given).toEqual(['2026-00001', '2026-00002', '2026-00003', '2026-00001']);
  });

  test('begin anew with the fiscal year in Japan, and go on where the old year stood', () => {
    confirmed();
    const last = silentEffects(new Date('2027-03-31T14:59:59Z'));
    const first = silentEffects(new Date('2027-03-31T15:00:00Z'));
    expect(giveNumber(home(), list.draft, 1, confirmer, last)).toBe('2026-00001');
    expect(giveNumber(home(), list.draft, 2, confirmer, first)).toBe('2027-00001');
    expect(giveNumber(home(), list.draft, 3, confirmer, last)).toBe('2026-00002');
    expect(giveNumber(home(), list.draft, 4, confirmer, first)).toBe('2027-00002');
    expect(giveNumber(home(), list.draft, 2, confirmer, onDay('2028-05-01'))).toBe('2027-00001');
  });

  test('go past 99999', () => {
    confirmed();
    inOffice(home().office, (office) =>
      office.prepare("insert into ledger (event, hash) values (?, '')").run(
        JSON.stringify({
          event: 'number',
          at: effects.now().toISOString(),
          draft: 'd-z',
          part: 1,
          number: '2026-99999',
          person: 'P0002',
        }),
      ),
    );
    expect(giveNumber(home(), list.draft, 1, confirmer, effects)).toBe('2026-100000');
    expect(giveNumber(home(), list.draft, 2, confirmer, effects)).toBe('2026-100001');
  });
});

test('a report holds approved figures and needs no confirmation', () => {
  registerDraft(home(), report, effects);
  expect(giveNumber(home(), report.draft, 1, { id: 'operator' }, effects)).toBe('2026-00001');
});
