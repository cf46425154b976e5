import { describe, expect, it } from 'vitest';
import { ageMonth, parseDate } from '#private/intake/dates.ts';
import { thousandths } from '#private/intake/masters/values.ts';

describe('parseDate', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['20240401', '2024-04-01'],
    ['2024/04/01', '2024-04-01'],
    ['2023-02-29', undefined],
    ['2024-13-01', undefined],
    ['2024-0401', undefined],
    ['2024-4-1', undefined],
    ['20240431', undefined],
  ])('%s → %s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });
});

describe('ageMonth', () => {
  it.each([
    ['1980-04-01', '1980-03-01'],
    ['1980-04-02', '1980-04-01'],
    ['1980-05-01', '1980-04-01'],
    ['1980-01-01', '1979-12-01'],
    ['1980-02-29', '1980-02-01'],
    ['1980-03-01', '1980-02-01'],
  ])('who is born on %s completes a year in the month of %s', (birth, month) => {
    expect(ageMonth(birth)).toBe(month);
  });
});

describe('thousandths', () => {
  it.each([
    ['16.50', 16_500],
    ['0.1', 100],
    ['291.00', 291_000],
    ['5', 5_000],
    ['-3.25', -3_250],
    ['1.2345', undefined],
    ['1.2340', 1_234],
    ['', undefined],
    ['1,000', undefined],
  ])('%s → %s', (text, value) => {
    expect(thousandths(text)).toBe(value);
  });
});
