import { expect, it } from 'vitest';
import { changeCsv, read, setAside } from './make.ts';

it.each([
  ['返戻', 'returned'],
  ['過誤', 'withdrawn'],
  ['振替', 'transferred'],
])('%s is kept as %s, without figures', async (change, code) => {
  const { kind, result, tables } = await read(changeCsv({ change, decided: '400', mealYen: '640' }));
  expect(kind).toBe('receipt-change');
  expect(result).toMatchObject({ records: 1, receipts: 0, points: 0, yen: 0, processingMonth: '2026-06' });
  expect(tables['receipt_change']).toEqual([
    {
      file_id: 3,
      line: 2,
      search_number: '13150805000000001',
      processed_month: '2026-06-01',
      change: code,
      decided_points: null,
      meal_yen: null,
    },
  ]);
});

it('a re-examination has its new figures, where it gives any', async () => {
  const change = '再審査';
  const { tables } = await read(
    changeCsv({ change, decided: '400', mealYen: '0' }, { change, searchNumber: '13150805000000002' }),
  );
  expect(tables['receipt_change']).toMatchObject([
    { line: 2, change: 'reexamined', decided_points: 400, meal_yen: 0 },
    { line: 3, change: 'reexamined', decided_points: null, meal_yen: null },
  ]);
});

it.each([
  ['a search number of 16 digits', { searchNumber: '1315080500000001' }, 'row_value'],
  ['a search number of 31 digits', { searchNumber: '1'.repeat(31) }, 'row_value'],
  ['a search number of letters', { searchNumber: 'A'.repeat(17) }, 'row_value'],
  ['another word', { change: '保留' }, 'row_value'],
  ['a month to come', { processedMonth: '2026-12' }, 'row_future_month'],
  ['no month', { processedMonth: '' }, 'row_empty'],
  ['figures that are no number', { decided: '四百' }, 'row_value'],
])('a row is set aside: %s', async (_name, row, reason) => {
  const done = await read(changeCsv({}, row));
  expect(setAside(done)).toEqual([[3, reason, 0, 0, 0]]);
  expect(done.tables['receipt_change']).toHaveLength(1);
});

it('search numbers of 17 and of 30 digits are read', async () => {
  const done = await read(changeCsv({}, { searchNumber: '1'.repeat(30) }));
  expect(setAside(done)).toEqual([]);
});
