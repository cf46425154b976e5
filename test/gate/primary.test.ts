import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothing, type Tally } from '#gate/count/count.ts';
import { type Policy, primaryCount, primarySum } from '#gate/primary.ts';

const policy: Policy = { k: 10, floor: 10, dominancePercent: 10, minimumHouseholds: 5 };

/** A cell of so many persons, each with an own household, spread over employers of equal size. */
function cell(persons: number, changes: Partial<Tally> = {}): Tally {
  const employers = Math.min(persons, 4);
  return {
    ...nothing,
    sum: persons * 100,
    absolute: persons * 100,
    persons,
    households: persons,
    employers,
    largest: Math.ceil(persons / 4),
    top: [100, 100],
    topEmployers: [persons * 25, persons * 25],
    ...changes,
  };
}

/** The same where no employer knows anyone. */
const free = (persons: number, changes: Partial<Tally> = {}) =>
  cell(persons, { employers: 0, largest: 0, topEmployers: [0, 0], ...changes });

describe('a count', () => {
  test.each([
    [0, undefined],
    [1, 'small_count'],
    [9, 'small_count'],
    [10, undefined],
    [11, undefined],
  ])('of %i persons: %s', (persons, reason) => {
    expect(primaryCount(free(persons), policy, false)?.reason).toBe(reason);
  });

  test.each([
    [4, 'households'],
    [5, undefined],
  ])('of persons of %i households: %s', (households, reason) => {
    expect(primaryCount(free(30, { households }), policy, false)?.reason).toBe(reason);
  });

  test.each([
    [30, 21, 'employer_subtract', 1],
    [30, 20, undefined, undefined],
    [30, 29, 'employer_subtract', 9],
  ])('of %i persons, %i of them of one employer: %s', (persons, largest, reason, needUpper) => {
    const primary = primaryCount(cell(persons, { largest }), policy, false);
    expect(primary?.reason).toBe(reason);
    expect(primary?.needUpper).toBe(needUpper);
  });

  test.each([
    [1, 40, 'employer_few'],
    [2, 20, 'employer_few'],
    [3, 20, undefined],
  ])('of 40 persons of %i employers, the largest with %i: %s', (employers, largest, reason) => {
    expect(primaryCount(cell(40, { employers, largest }), policy, false)?.reason).toBe(reason);
  });

  test.each([
    [1, 30, 'employer_subtract'],
    [1, 29, undefined],
    [2, 15, 'employer_few'],
    [2, 14, undefined],
  ])(
    'of 39 persons, some of %i employers with %i each and the others of none: %s',
    (employers, largest, reason) => {
      expect(primaryCount(cell(39, { employers, largest }), policy, false)?.reason).toBe(reason);
    },
  );

  test('of an own unit has no employer rule, but the others', () => {
    expect(primaryCount(cell(40, { employers: 1, largest: 40 }), policy, true)).toBeUndefined();
    expect(primaryCount(cell(9, { employers: 1, largest: 9 }), policy, true)?.reason).toBe('small_count');
  });

  test('of an analysis that asks for more persons is small up to that, and reaches it', () => {
    expect(primaryCount(free(19), { ...policy, k: 20 }, false)).toEqual({
      reason: 'small_count',
      needUpper: 1,
    });
    expect(primaryCount(free(20), { ...policy, k: 20 }, false)).toBeUndefined();
  });
});

describe('a sum', () => {
  test('of few persons is hidden down to nothing and p percent up', () => {
    expect(primarySum(free(9), policy, false)).toEqual({
      reason: 'small_count',
      needLower: 900,
      needUpper: 90,
    });
    expect(primarySum(free(10), policy, false)).toBeUndefined();
  });

  test.each([
    [49, 'dominance_person'],
    [50, undefined],
    [51, undefined],
  ])('with a largest amount of 500 and %i beyond the second: %s', (rest, reason) => {
    const tally = free(20, { sum: 900 + rest, absolute: 900 + rest, top: [500, 400] });
    expect(primarySum(tally, policy, false)?.reason).toBe(reason);
  });

  test('dominated by one person is protected by p percent of it on both sides', () => {
    const tally = free(20, { sum: 10_000, absolute: 10_000, top: [9_990, 5] });
    expect(primarySum(tally, policy, false)).toEqual({
      reason: 'dominance_person',
      needLower: 1000,
      needUpper: 1000,
    });
  });

  test('is hidden where two employers make nearly all of it, unless it is the unit of one', () => {
    const tally = cell(200, { sum: 1000, absolute: 1000, topEmployers: [600, 380] });
    expect(primarySum(tally, policy, false)?.reason).toBe('dominance_employer');
    expect(
      primarySum(cell(200, { employers: 1, largest: 200, topEmployers: [20_000, 0] }), policy, true),
    ).toBeUndefined();
  });

  test('never is shown when the second contributor can estimate the first within p percent', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(amounts, (values) => {
        const sorted = values.toSorted((a, b) => b - a);
        const sum = values.reduce((all, value) => all + value, 0);
        const [first, second] = [sorted[0]!, sorted[1]!];
        const tally = free(values.length, { sum, absolute: sum, top: [first, second] });
        const estimate = sum - second;
        const close = (estimate - first) * 100 < first * policy.dominancePercent;
        expect(primarySum(tally, policy, false) !== undefined).toBe(close);
      }),
    );
  });
});
