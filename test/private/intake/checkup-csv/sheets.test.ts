import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairSheets } from '#private/intake/checkup-csv/sheets.ts';
import { headRecords } from '#private/intake/csv.ts';
import { columnsOf, csvOf, layoutOf, recognised } from './make.ts';

const sheet = (number: string, entry: string, more: Record<string, string> = {}) => ({
  用紙番号: number,
  入力回: entry,
  身長: '170.1',
  尿蛋白: '-',
  ...more,
});

/** What became of the sheets: line, reason and columns. */
function paired(...rows: readonly Record<string, string>[]) {
  const csv = csvOf('paper-entry', rows, ['入力者']);
  const records = headRecords(Buffer.from(csv), rows.length + 1).slice(1);
  return pairSheets(recognised(csv)!, records).map(({ rows: [{ line }, ...others], fault }) => [
    line,
    others.length + 1,
    fault?.reject,
    fault?.columns,
  ]);
}

test('two equal entries are one sheet, wherever they stand and whoever typed them', () => {
  expect(
    paired(
      sheet('A', '1', { 入力者: '甲' }),
      sheet('B', '2'),
      sheet('B', '1'),
      sheet('A', '2', { 入力者: '乙' }),
    ),
  ).toEqual([
    [2, 2, undefined, undefined],
    [3, 2, undefined, undefined],
  ]);
});

test('width, blanks and brackets are no difference', () => {
  expect(paired(sheet('A', '1'), sheet('Ａ', '２', { 身長: '１７０．１ ', 尿蛋白: '（－）' }))).toEqual([
    [2, 2, undefined, undefined],
  ]);
});

test('what differs is told by the names of the columns', () => {
  expect(paired(sheet('A', '1'), sheet('A', '2', { 身長: '171.1', 生年月日: '1975-04-02' }))).toEqual([
    [2, 2, 'paper_differs', ['生年月日', '身長']],
  ]);
  expect(paired(sheet('A', '1'), sheet('A', '2', { 身長: '' }))[0]).toEqual([
    2,
    2,
    'paper_differs',
    ['身長'],
  ]);
});

test.each([
  ['entered once', [sheet('A', '1')], 'paper_single', undefined],
  ['the second time only', [sheet('A', '2')], 'paper_single', undefined],
  ['twice as entry 1', [sheet('A', '1'), sheet('A', '1')], 'paper_entry', ['入力回']],
  ['three times', [sheet('A', '1'), sheet('A', '2'), sheet('A', '2')], 'paper_entry', ['入力回']],
  ['as entry 3', [sheet('A', '1'), sheet('A', '3')], 'paper_entry', ['入力回']],
  ['without a number', [sheet('', '1')], 'paper_entry', ['用紙番号']],
])('a sheet %s is set aside', (_how, rows, reason, columns) => {
  expect(paired(...rows).map(([, , reject, names]) => [reject, names])).toEqual([[reason, columns]]);
});

test('any one cell typed otherwise is found, by its column alone', () => {
  const { items } = layoutOf('paper-entry');
  const names = columnsOf(layoutOf('paper-entry')).filter((name) => name !== '用紙番号' && name !== '入力回');
  expect(names.length).toBeGreaterThan(items.length);
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.stringMatching(/^[a-z]{1,5}$/), (name, typed) => {
      expect(paired(sheet('A', '1'), sheet('A', '2', { [name]: typed }))).toEqual([
        [2, 2, 'paper_differs', [name]],
      ]);
    }),
  );
});
