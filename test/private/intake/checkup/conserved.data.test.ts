import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWholeIntake, type WholeIntake } from '../whole-intake.ts';
import { act, cc08, cd, exchange, gc08, hc08, hg08, pq, section } from './make.ts';

let intake: WholeIntake;
beforeAll(async () => {
  intake = await openWholeIntake();
});
afterAll(() => intake.close());

const take = async (path: string) => (await intake.take(readFileSync(path))).taken;
const none = { records: 0, receipts: 0, points: 0, yen: 0 };
const guided = (number: string, day = '20250701') =>
  hg08({ number, day }, [section('90030', [act(day, '1', '2', [])])]);

test('the same documents in another archive are duplicates, claims with their yen', async () => {
  const documents = [hc08({ number: '1' }), hc08({ number: '2' }), guided('3')];
  const claims = { 'x/CLAIMS/c1.xml': cc08({ number: '1' }), 'x/CLAIMS/p2.xml': gc08({ number: '3' }, 5000) };
  expect(await take(await exchange(documents, claims))).toEqual({
    accepted: { records: 3, receipts: 2, points: 0, yen: 13_000 },
    duplicates: none,
    quarantined: none,
  });
  expect(await take(await exchange(documents, { ...claims, 'x/readme.txt': 'again' }))).toEqual({
    accepted: none,
    duplicates: { records: 3, receipts: 2, points: 0, yen: 13_000 },
    quarantined: none,
  });
});

test('other results, another day, provenance or report are no duplicates', async () => {
  const before = await intake.rows('select 1 from raw.checkup');
  const documents = [
    hc08({ number: '10' }),
    hc08({ number: '10', entries: [pq('9N001000000000001', '171', 'cm')] }),
    hc08({ number: '10', day: '20250611' }),
    hc08({ number: '10', program: '030' }),
    hc08({ number: '10', category: '40' }),
    guided('10'),
    hg08({ number: '10', day: '20250701', category: '22' }, [
      section('90030', [act('20250701', '1', '2', [])]),
    ]),
    hg08({ number: '10', day: '20250701' }, [section('90010', [cd('1020000001', '1', '1.2')])]),
    hc08({ number: '10' }),
  ];
  const { accepted, duplicates } = await take(await exchange(documents));
  expect([accepted.records, duplicates.records]).toEqual([8, 1]);
  const after = await intake.rows('select 1 from raw.checkup');
  expect(after.length - before.length).toBe(5);
});

test('claims of two years for the same amount are two: their files are named by another day', async () => {
  const bill = cc08({ number: '20' });
  const first = await take(
    await exchange([hc08({ number: '20' })], { 'x/CLAIMS/c13100000012025070201000001.xml': bill }),
  );
  const second = await take(
    await exchange([hc08({ number: '20', day: '20260610' })], {
      'y/CLAIMS/C13100000012026070201000001.xml': bill,
      'y/CLAIMS/c13100000012025070201000001.xml': bill,
    }),
  );
  expect([first.accepted.yen, second.accepted.yen, second.duplicates.yen]).toEqual([8000, 8000, 8000]);
});

test('guidance and checkups are reconciled apart', async () => {
  const rows = await intake.reconciled();
  expect(rows.map(({ group }) => group)).toEqual(['checkup']);
  await take(await exchange([guided('30'), guided('31')], {}, '2'));
  const groups = await intake.reconciled();
  expect(groups.map(({ group, in: came, unlinked }) => [group, came.records, unlinked.records])).toEqual([
    ['checkup', expect.any(Number), expect.any(Number)],
    ['guidance', 2, 2],
  ]);
});

type Piece = {
  readonly text: string;
  readonly isClaim: boolean;
  readonly yen: number;
  readonly isGood: boolean;
};

const number = fc.integer({ min: 100, max: 140 }).map(String);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  number.map((of) => ({ text: hc08({ number: of }), isClaim: false, yen: 0, isGood: true })),
  number.map((of) => ({ text: guided(of), isClaim: false, yen: 0, isGood: true })),
  fc
    .constantFrom(hc08({ sex: '3' }), guided('x', '20251301'), '<broken', hc08({ day: '20991231' }))
    .map((text) => ({
      text,
      isClaim: false,
      yen: 0,
      isGood: false,
    })),
  fc.tuple(number, fc.integer({ min: 0, max: 20_000 })).map(([of, yen]) => ({
    text: cc08({ number: of }, yen),
    isClaim: true,
    yen,
    isGood: true,
  })),
  fc.integer({ min: 0, max: 20_000 }).map((yen) => ({
    text: gc08({ insurer: '06999983' }, yen),
    isClaim: true,
    yen,
    isGood: false,
  })),
  fc.constant({ text: cc08({}, 'x'), isClaim: true, yen: 0, isGood: false }),
);

test('whatever an archive holds: in = accepted + duplicates + quarantined, in documents, claims and yen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
      const documents = pieces.filter(({ isClaim }) => !isClaim);
      const bills = pieces.filter(({ isClaim }) => isClaim);
      fc.pre(pieces.filter(({ text }) => text.includes('06999983')).length * 2 <= pieces.length);
      fc.pre(documents.length > 0);
      const claims = Object.fromEntries(bills.map(({ text }, at) => [`x/CLAIMS/c${at}.xml`, text]));
      const taken = await take(
        await exchange(
          documents.map(({ text }) => text),
          claims,
        ),
      );
      const { accepted, duplicates, quarantined } = taken;
      const good = (list: readonly Piece[]) => list.filter(({ isGood }) => isGood);
      const yen = (list: readonly Piece[]) => list.reduce((sum, one) => sum + one.yen, 0);
      expect(accepted.records + duplicates.records).toBe(good(documents).length);
      expect(quarantined.records).toBe(documents.length - good(documents).length);
      expect(accepted.receipts + duplicates.receipts).toBe(good(bills).length);
      expect(accepted.yen + duplicates.yen).toBe(yen(good(bills)));
      expect(quarantined.yen).toBe(yen(bills) - yen(good(bills)));
    }),
    { numRuns: 25, seed: 20261121 },
  );
  const totals = await intake.reconciled();
  expect(totals.length).toBe(2);
});
