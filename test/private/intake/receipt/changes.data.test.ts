import { describe, expect, it } from 'vitest';
import { claimFile, medicalClaim } from './claims.ts';
import {
  joinLines,
  load,
  procedure,
  type ReceiptOptions,
  receiptLines,
  record,
  searchNumber,
} from './files.ts';

const receipt = (n: number, options: ReceiptOptions = {}) =>
  receiptLines({
    search: searchNumber(n),
    points: 100,
    body: [procedure('60', '160000310', 100, 1)],
    ...options,
  });
const changes = async (...receipts: string[][]) => {
  const { tables, result } = await load(joinLines(receipts));
  return {
    result,
    held: tables['receipt']!.map((row) => row['identity']),
    aside: tables['quarantine']!.map((row) => [row['reason'], Number(row['points']), Number(row['yen'])]),
    notices: tables['receipt_change']!.map(({ line, search_number, processed_month, change }) => [
      line,
      search_number,
      processed_month,
      change,
    ]),
  };
};

describe('返戻: a receipt with the reason for its return', () => {
  it('is set aside with its points, and noted under the search number and month of the reason', async () => {
    const added = [record('HR', { 2: '202607', 3: 1, 10: searchNumber(1) }, 10)];
    const { held, aside, notices, result } = await changes(receipt(1), receipt(2, { added }));
    expect(held).toEqual([searchNumber(1)]);
    expect(aside).toEqual([['returned', 100, 1000]]);
    expect(notices).toEqual([[11, searchNumber(1), '2026-07-01', 'returned']]);
    expect(result).toMatchObject({ receipts: 2, points: 200, yen: 2000 });
  });

  it('without either in the reason by those of the receipt; era months too', async () => {
    expect((await changes(receipt(2, { added: ['HR'] }))).notices).toEqual([
      [6, searchNumber(2), '2026-05-01', 'returned'],
    ]);
    const era = [record('HR', { 2: '50807', 10: 'カナリヤ' }, 10)];
    expect((await changes(receipt(2, { added: era }))).notices).toEqual([
      [6, searchNumber(2), '2026-07-01', 'returned'],
    ]);
  });

  it('without any search number it is set aside and nothing is noted', async () => {
    const { aside, notices } = await changes(receipt(1, { search: '', added: ['HR,202607'] }));
    expect(aside).toEqual([['returned', 100, 1000]]);
    expect(notices).toEqual([]);
  });

  it('in a claim file it takes nothing from the receipts behind it', async () => {
    const lines = [
      ...medicalClaim.slice(0, 8),
      `HR,202607,1,,,,,,,${searchNumber(9)}`,
      ...medicalClaim.slice(8),
    ];
    const { tables } = await load(claimFile(lines));
    expect(tables['quarantine']!.map(({ reason, points }) => [reason, points])).toEqual([['returned', 250]]);
    expect(tables['receipt_change']!.map((row) => row['search_number'])).toEqual([searchNumber(9)]);
    expect(tables['receipt']).toMatchObject([{ form: 'claim', decided_points: 30 }]);
  });

  it('also where its corrections cannot be applied', async () => {
    const added = ['HR,202607', record('JY', { 2: 3, 3: 99, 4: 0 }, 9)];
    expect((await changes(receipt(1, { added }))).aside).toEqual([['returned', 100, 1000]]);
  });

  it('other records of such files are kept, counted and never stop the reading', async () => {
    const body = ['HG,1', 'MD,2', 'RT,3', 'JR,4', 'MK,5', procedure('60', '160000310', 100, 1)];
    const { tables } = await load(joinLines([receipt(1, { body })]));
    expect(tables['receipt']).toHaveLength(1);
    expect(tables['unknown_record']!.map((row) => row['record'])).toEqual(['HG', 'MD', 'RT', 'JR', 'MK']);
    expect(tables['finding']!.map((row) => [row['code'], Number(row['found'])])).toEqual(
      Array(5).fill(['unknown_record', 1]),
    );
  });
});

describe('振替: a receipt filed to us that belongs to another insurer now', () => {
  const moved = (mark: string, insurer: string) =>
    record('SN', { 2: 1, 3: mark, 4: insurer, 5: '１', 6: '２' }, 9);

  it.each([
    ['EX names it', record('EX', { 2: '06000000' }, 13)],
    ['the confirmation after the claim names it', moved('04', '06000000')],
    ['the confirmation after the claim to us names it', moved('11', '06000000')],
  ])('%s: set aside and noted, however many of the file they are', async (_, added) => {
    const { aside, notices } = await changes(receipt(1, { added: [added] }), receipt(2, { added: [added] }));
    expect(aside).toEqual(Array(2).fill(['other_insurer', 100, 1000]));
    expect(notices).toEqual([
      [1, searchNumber(1), '2026-05-01', 'transferred'],
      [7, searchNumber(2), '2026-05-01', 'transferred'],
    ]);
  });

  it.each([
    ['a confirmation that does not move it', moved('01', '06000000')],
    ['one that moves it without naming whereto', moved('04', '')],
    ['one that names us', moved('04', '06999991')],
    ['one of a public programme', record('SN', { 2: 2, 3: '04', 4: '06000000' }, 9)],
  ])('%s leaves it ours', async (_, added) => {
    const { held, notices } = await changes(receipt(1, { added: [added] }));
    expect([held, notices]).toEqual([[searchNumber(1)], []]);
  });

  it('one that was never ours is no notice', async () => {
    const { aside, notices } = await changes(receipt(1), receipt(2, { insurer: '06000000' }));
    expect([aside, notices]).toEqual([[['other_insurer', 100, 1000]], []]);
  });

  it('filed to another insurer and moved to us by its confirmation it is ours', async () => {
    const added = [moved('11', '06999991')];
    expect((await changes(receipt(1, { insurer: '06000000', added }))).held).toEqual([searchNumber(1)]);
  });
});

describe('the month of processing', () => {
  it.each([
    ['a first version', '202605', '2026-05-01'],
    ['one that comes again under its number', '202609', '2026-09-01'],
    ['a claim month before its number', '202604', '2026-05-01'],
    ['a claim month of today', '202611', '2026-11-01'],
    ['a claim month in the future', '202612', '2026-05-01'],
    ['no claim month', '', '2026-05-01'],
  ])('%s', async (_, claimMonth, month) => {
    const { tables } = await load(joinLines([receipt(1, { ir: { 8: claimMonth } })]));
    expect(tables['receipt']![0]).toMatchObject({ processing_month: month });
  });
});
