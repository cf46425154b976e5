import { expect, test } from 'vitest';
import type { Cell } from '#release/form.ts';
import { cellsOf } from '../../src/public/cells.ts';
import { againstWhole } from '../../src/public/chance.ts';
import { sampleRelease } from './sample-site.ts';

const release = await sampleRelease();
const unit = '1001';

/** Way of a unit's level of obesity, with its sums (hundredths of a person; null: hidden) replaced. */
function way(observed: number | null, expected: number | null, measure = 'obesity_level') {
  const sums: Readonly<Record<string, number | null>> = {
    obesity_observed: observed,
    obesity_expected: expected,
  };
  const cells = cellsOf({
    ...release,
    cells: (name) =>
      release.cells(name).map((one): Cell => {
        const value = sums[one.measure];
        if (value === undefined || one.at['unit'] !== unit) return one;
        return value === null ? { ...one, value, status: 'hidden' } : { ...one, value, status: 'ok' };
      }),
  });
  return againstWhole(cells, { analysis: 'risk-level', period: '2025', part: { unit }, whole: {} }, measure);
}

// Of 25 persons expected, chance brings 1.96 × √25 = 9.8 more or fewer.
test.each([
  [3480, 2500, 0],
  [3481, 2500, 1],
  [1520, 2500, 0],
  [1519, 2500, -1],
  [2500, 2500, 0],
  [null, 2500, undefined],
  [2500, null, undefined],
])('%s hundredths of a person for %s expected: %s', (observed, expected, direction) => {
  expect(way(observed, expected)).toBe(direction);
});

test('a standardised figure that does not count persons has no such limits', () => {
  const cells = cellsOf(release);
  const place = { analysis: 'employer-cost', period: '2025', part: { unit }, whole: {} };
  expect(againstWhole(cells, place, 'cost_index')).toBeUndefined();
});
