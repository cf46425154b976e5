import { expect, test } from 'vitest';
import { addMonths, dateOf, fiscalYear, monthOf, parseMonth } from '#shared/month.ts';

test('months move over the turn of the year', () => {
  expect(addMonths('2024-12', 1)).toBe('2025-01');
  expect(addMonths('2024-04', -4)).toBe('2023-12');
  expect(addMonths('2024-04', 29)).toBe('2026-09');
});

test('the fiscal year turns between March and April', () => {
  expect(fiscalYear('2025-03')).toBe(2024);
  expect(fiscalYear('2025-04')).toBe(2025);
});

test('only YYYY-MM is a month', () => {
  expect(parseMonth('2024-13')).toBeUndefined();
  expect(parseMonth('202404')).toBeUndefined();
  expect(parseMonth('2024-04')).toBe('2024-04');
});

test('an instant belongs to the day it has in Japan', () => {
  expect(dateOf(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
  expect(monthOf(new Date('2026-03-31T14:59:59Z'))).toBe('2026-03');
});
