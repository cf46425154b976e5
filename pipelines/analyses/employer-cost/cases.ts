import { defineCases } from '#shared/define.ts';

const years = [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }];
const person = {
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  sex: 'male',
  age: 50,
  age_band: '50-54',
  person_months: 12,
};
const receipt = { receipt_id: 11, person_id: 1, fiscal_year: 2024, is_linked: true, yen: 100_000 };
/** `count` people of one kind, with one receipt of `yen` each. */
const people = (count: number, first: number, kind: Partial<typeof person>, yen = 0) =>
  Array.from({ length: count }, (_, index) => ({
    member: { ...person, ...kind, person_id: first + index },
    receipt: { ...receipt, receipt_id: first + index, person_id: first + index, yen },
  }));
const given = (...groups: ReturnType<typeof people>[]) => ({
  'core.fiscal_year': years,
  'core.member_year': groups.flat().map((one) => one.member),
  'core.receipt': groups.flatMap((group) =>
    group.filter((one) => one.receipt.yen > 0).map((one) => one.receipt),
  ),
});

export default defineCases([
  {
    name: 'the cost of a stratum is shared by months of cover, to the yen',
    given: given(people(1, 1, {}, 100_000), people(1, 2, { unit: 'E02', person_months: 6 })),
    expect: [
      { fiscal_year: 2024, yen: 100_000, expected: 100_000, members: 2, person_months: 18 },
      { fiscal_year: 2024, unit: 'E01', yen: 100_000, expected: 66_666 },
      { fiscal_year: 2024, unit: 'E02', yen: 0, expected: 33_334 },
    ],
  },
  {
    name: 'men and women are strata of their own',
    given: given(people(1, 1, {}, 100_000), people(1, 2, { unit: 'E02', sex: 'female' }, 40_000)),
    expect: [
      { fiscal_year: 2024, unit: 'E01', yen: 100_000, expected: 100_000 },
      { fiscal_year: 2024, unit: 'E02', yen: 40_000, expected: 40_000 },
    ],
  },
  {
    name: 'bands of 29 are joined',
    given: given(
      people(29, 100, {}, 20_000),
      people(29, 200, { unit: 'E02', age: 55, age_band: '55-59' }, 40_000),
    ),
    expect: [
      { fiscal_year: 2024, unit: 'E01', yen: 580_000, expected: 870_000 },
      { fiscal_year: 2024, unit: 'E02', yen: 1_160_000, expected: 870_000 },
    ],
  },
  {
    name: 'a band of 30 stands by itself',
    given: given(
      people(30, 100, {}, 20_000),
      people(29, 200, { unit: 'E02', age: 55, age_band: '55-59' }, 40_000),
    ),
    expect: [
      { fiscal_year: 2024, unit: 'E01', yen: 600_000, expected: 600_000 },
      { fiscal_year: 2024, unit: 'E02', yen: 1_160_000, expected: 1_160_000 },
    ],
  },
  {
    name: 'those under 40 are not joined with the others',
    given: given(
      people(1, 1, { age: 39, age_band: '35-39' }, 10_000),
      people(1, 2, { unit: 'E02', age: 40, age_band: '40-44' }, 90_000),
    ),
    expect: [
      { fiscal_year: 2024, unit: 'E01', expected: 10_000 },
      { fiscal_year: 2024, unit: 'E02', expected: 90_000 },
    ],
  },
  {
    name: 'care without a month of cover: the cost stays in its stratum',
    given: given(people(1, 1, { person_months: 0 }, 30_000), people(1, 2, { unit: 'E02' })),
    expect: [
      { fiscal_year: 2024, unit: 'E01', yen: 30_000, expected: 0, members: 0 },
      { fiscal_year: 2024, unit: 'E02', yen: 0, expected: 30_000, members: 1 },
    ],
  },
  {
    name: 'a stratum without any month of cover expects what it cost',
    given: given(people(1, 1, { person_months: 0 }, 30_000)),
    expect: [{ fiscal_year: 2024, yen: 30_000, expected: 30_000 }],
  },
  {
    name: 'spread is the squared distance, cut to thousand yen',
    given: given(people(1, 1, {}, 100_999), people(1, 2, {})),
    expect: [{ fiscal_year: 2024, yen: 100_999, expected: 100_999, spread: 2 * 50 * 50 }],
  },
  {
    name: 'an unlinked receipt costs nobody anything',
    given: {
      ...given(people(1, 1, {})),
      'core.receipt': [{ ...receipt, is_linked: false, unlinked_reason: 'no_cover' }],
    },
    expect: [{ fiscal_year: 2024, yen: 0, expected: 0 }],
  },
]);
