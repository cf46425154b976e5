import { expect, test } from 'vitest';
import { openNotice } from '#private/notices/discover.ts';
import { ruleVersions } from '#private/notices/rules.ts';
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
