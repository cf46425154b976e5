import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masterValue, thousandths } from '#private/intake/masters/values.ts';

const value = (kind: Parameters<typeof masterValue>[1]['kind'], ...fields: string[]) =>
  masterValue(fields, { at: 1, kind });

describe('values of a master record', () => {
  test.each([
    ['20240601', '2024-06-01'],
    ['99999999', '9999-12-31'],
    ['00000000', null],
    ['0', null],
    ['', null],
    ['20240631', undefined],
    ['2024', undefined],
  ])('the date %s is %s', (text, date) => {
    expect(value('date', text)).toBe(date);
  });

  test.each([
    ['16.50', 16_500],
    ['0.00', 0],
    ['-5', -5000],
    ['1.2345', undefined],
    ['1.2340', 1234],
    ['1,000', undefined],
  ])('%s in thousandths is %s', (text, number) => {
    expect(value('thousandths', text)).toBe(number);
  });

  test.each([
    ['000004500', 45_000],
    ['4550', 45_500],
    ['45.5', 45_500],
    ['45,5', undefined],
  ])('%s with two implied decimals is %s', (text, number) => {
    expect(value('hundredths', text)).toBe(number);
  });

  test('places of digits in a comment', () => {
    expect(value('places', '11', '2', '14', '2', '17', '2', '0', '0')).toBe('11+2 14+2 17+2');
    expect(value('places', '0', '0', '0', '0', '0', '0', '0', '0')).toBeNull();
    expect(value('places', '7', '2')).toBe('7+2');
  });

  test('an amount written with at most three decimals is read to the thousandth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 0, max: 999 }), (whole, part) => {
        const text = `${whole}.${String(part).padStart(3, '0')}`;
        expect(thousandths(text)).toBe(whole < 10 ** 12 ? whole * 1000 + part : undefined);
      }),
    );
  });
});
