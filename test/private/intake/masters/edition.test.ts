import { expect, test } from 'vitest';
import { dateIn, editionOf } from '#private/intake/masters/edition.ts';

test.each([
  ['b_20240601.txt', '2024-06-01'],
  ['y_ALL20240321.csv', '2024-03-21'],
  ['tp20250814-01_01.xlsx', '2025-08-14'],
  ['001247591_20241001.xlsx', '2024-10-01'],
  ['120250814.csv', undefined],
  ['list_20250230.csv', undefined],
  ['list.csv', undefined],
])('the edition of %s is %s', (name, date) => {
  expect(editionOf(name)).toBe(date);
});

test.each([
  ['薬価基準収載品目リスト（令和７年８月１４日適用）', '2025-08-14'],
  ['令和元年10月1日', '2019-10-01'],
  ['平成３１年４月１日現在', '2019-04-01'],
  ['R8.3.31まで', '2026-03-31'],
  ['Ｒ７．９．３０まで', '2025-09-30'],
  ['H31.4.30', '2019-04-30'],
  ['2026年6月1日から', '2026-06-01'],
  ['2026/6/1', '2026-06-01'],
  ['2026-06-01', '2026-06-01'],
  ['20260601', '2026-06-01'],
  ['45883', '2025-08-14'],
  ['45883件', undefined],
  ['39999', undefined],
  ['R8.2.29', undefined],
  ['令和7年13月1日', undefined],
  ['R8.3', undefined],
  ['内用薬', undefined],
])('the date in 「%s」 is %s', (text, date) => {
  expect(dateIn(text)).toBe(date);
});
