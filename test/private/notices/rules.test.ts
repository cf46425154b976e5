import { expect, test } from 'vitest';
import { openNotice } from '#private/notices/discover.ts';
import { ruleVersions, unconfirmedIn } from '#private/notices/rules.ts';
import { parseMonth } from '#shared/month.ts';

const versionOf = async (month: string) =>
  ruleVersions(await openNotice('generic'), parseMonth(month)!)['generic-saving'];

test('a draft names the version of its rule by the first day it holds', async () => {
  expect(await versionOf('2024-09')).toBe('2018-04-01');
  expect(await versionOf('2024-10')).toBe('2024-10-01');
  expect(await versionOf('2026-05')).toBe('2024-10-01');
  expect(await versionOf('2026-06')).toBe('2026-06-01');
});

test('and each dated table it applies', async () => {
  const versions = ruleVersions(await openNotice('generic'), parseMonth('2026-06')!);
  expect(versions).toMatchObject({ 'generic-policy': '2018-04', 'generic-exclusion': '2018-04' });
  expect(Object.keys(ruleVersions(await openNotice('medical-cost'), parseMonth('2026-06')!))).toEqual(
    (await openNotice('medical-cost')).contract.rules,
  );
});

test('what is not confirmed is said for the months it stands for, and only for them', async () => {
  const notice = await openNotice('medical-cost');
  const meals = (from: string, to: string) =>
    unconfirmedIn(notice, parseMonth(from)!, parseMonth(to)!).filter(({ table }) => table === 'meal-share');
  expect(meals('2026-04', '2026-05')).toEqual([]);
  expect(meals('2026-05', '2026-06')).toEqual([
    { table: 'meal-share', ja: '令和8年6月の改定額は未確認のため、前の額を置いている' },
  ]);
});
