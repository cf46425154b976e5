import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ManifestMeasure } from '#release/form.ts';
import { axisOf, roundUp } from '../../src/public/charts/scale.ts';
import { difference, number, spoken, withUnit } from '../../src/public/format.ts';
import { monthsOfYear, yearInFull, yearOfPeriod } from '../../src/public/periods.ts';
import { widthInEm } from '../../src/shared/fonts/ruler.ts';

const yen: ManifestMeasure = {
  kind: 'sum',
  title: { ja: '', en: '' },
  unit: { ja: '円', en: 'yen' },
  quantity: 'yen',
};
const percent: ManifestMeasure = {
  kind: 'ratio',
  title: { ja: '', en: '' },
  unit: { ja: '%', en: '%' },
  numerator: 'a',
  denominator: 'b',
  scale: 100,
  decimals: 1,
};

describe('numbers in words', () => {
  test.each([
    [0, '0円', '0 yen'],
    [196_440, '196,440円', '196,440 yen'],
    [9_999_999, '9,999,999円', '9,999,999 yen'],
    [10_000_000, '約1,000万円', '10.0 million yen'],
    [1_234_004_999, '約12億3,400万円', '1,234.0 million yen'],
    [1_200_000_000, '約12億円', '1,200.0 million yen'],
    [99_999_999, '約1億円', '100.0 million yen'],
  ])('%s yen', (value, ja, en) => {
    expect(spoken(value, yen, 'ja')).toBe(ja);
    expect(spoken(value, yen, 'en')).toBe(en);
  });
  test.each([
    [5540, '+5,540円'],
    [-176, '−176円'],
    [0, '±0円'],
    [-35_956_510, '−3,596万円'],
  ])('a difference of %s', (value, text) => {
    expect(difference(value, yen, 'ja')).toBe(text);
  });
  test('differences of percentages are points, to the decimal of the contract', () => {
    expect(difference(83.3 - 82.1, percent, 'ja')).toBe('+1.2ポイント');
    expect(difference(0.04, percent, 'ja')).toBe('±0.0ポイント');
    expect(difference(-1.2, percent, 'en')).toBe('−1.2 points');
    expect(withUnit(83.25, percent, 'en')).toMatch(/^83\.[23]%$/);
  });
  test('a minus is a minus, not a hyphen', () => {
    expect(number(-1234.5, 1)).toBe('−1,234.5');
  });
});

describe('fiscal years', () => {
  test('twelve months from April, all of that year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2100 }), (year) => {
        const months = monthsOfYear(year);
        expect(months).toHaveLength(12);
        expect(months[0]).toBe(`${year}-04`);
        expect(months.every((month) => yearOfPeriod(month) === year)).toBe(true);
      }),
    );
  });
  test('the era in brackets', () => {
    expect(yearInFull(2018, 'ja')).toBe('2018年度');
    expect(yearInFull(2019, 'ja')).toBe('2019年度（令和元年度）');
    expect(yearInFull(2025, 'ja')).toBe('2025年度（令和7年度）');
    expect(yearInFull(2025, 'en')).toBe('FY2025 (Apr 2025–Mar 2026)');
  });
});

describe('axes', () => {
  test('hold every figure, in at most six round steps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 ** 12 }), { minLength: 1 }),
        fc.boolean(),
        (values, fromZero) => {
          const axis = axisOf(values, '円', 'ja', { fromZero });
          expect(axis.bottom).toBeLessThanOrEqual(Math.min(...values));
          expect(axis.top).toBeGreaterThanOrEqual(Math.max(...values));
          expect(axis.top).toBeGreaterThan(axis.bottom);
          expect((axis.top - axis.bottom) / axis.step).toBeLessThanOrEqual(7);
          if (fromZero) expect(axis.bottom).toBe(0);
        },
      ),
    );
  });
  test('round up to 1, 2, 2.5 or 5 times a power of ten', () => {
    expect([0, 1, 3, 26, 51, 100, 240].map(roundUp)).toEqual([1, 1, 5, 50, 100, 100, 250]);
  });
});

test('widths come from the font: full-width characters are one em, figures are all as wide as 0', () => {
  expect(widthInEm('医療費')).toBe(3);
  expect(widthInEm('1')).toBe(widthInEm('0'));
  expect(widthInEm('11,110')).toBe(widthInEm('90,900'));
  expect(widthInEm('W', '700')).toBeGreaterThan(widthInEm('i', '700'));
});
