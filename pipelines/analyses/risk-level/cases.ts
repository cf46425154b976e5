import { defineCases } from '#shared/define.ts';

const person = {
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  sex: 'male',
  age: 50,
  has_abdominal_obesity: false,
};
/** `count` people of one kind with a waist. */
const people = (count: number, first: number, kind: Partial<typeof person>) =>
  Array.from({ length: count }, (_, index) => ({
    ...person,
    ...kind,
    person_id: first + index,
    checkup_id: first + index,
  }));
const given = (...groups: ReturnType<typeof people>[]) => ({
  'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }],
  'core.checkup_year': groups.flat(),
});
const obese = { has_abdominal_obesity: true };
const at = (unit: string, figures: Record<string, number>) => ({ fiscal_year: 2024, unit, ...figures });

export default defineCases([
  {
    name: 'a stratum expects what it has, shared by persons',
    given: given(people(1, 1, obese), people(1, 2, {}), people(2, 3, { unit: 'E02' })),
    expect: [
      { fiscal_year: 2024, obesity: 1, obesity_observed: 100, obesity_expected: 100 },
      at('E01', { obesity: 1, obesity_observed: 100, obesity_expected: 50 }),
      at('E02', { obesity: 0, obesity_observed: 0, obesity_expected: 50 }),
    ],
  },
  {
    name: 'men and women are strata of their own',
    given: given(people(1, 1, obese), people(1, 2, { unit: 'E02', sex: 'female' })),
    expect: [at('E01', { obesity_expected: 100 }), at('E02', { obesity_expected: 0 })],
  },
  {
    name: 'an age with 29 at risk joins the next younger one with 30',
    given: given(
      people(30, 100, { ...obese, age: 45 }),
      people(29, 200, { ...obese, age: 50, unit: 'E02' }),
      people(29, 300, { age: 54, unit: 'E03' }),
    ),
    expect: [
      at('E01', { obesity_observed: 3000, obesity_expected: 2011 }),
      at('E02', { obesity_observed: 2900, obesity_expected: 1944 }),
      at('E03', { obesity_observed: 0, obesity_expected: 1945 }),
    ],
  },
  {
    name: 'an age with 30 at risk stands by itself',
    given: given(
      people(30, 100, { ...obese, age: 45 }),
      people(30, 200, { ...obese, age: 50, unit: 'E02' }),
      people(30, 300, { age: 54, unit: 'E03' }),
    ),
    expect: [
      at('E01', { obesity_expected: 3000 }),
      at('E02', { obesity_expected: 1500 }),
      at('E03', { obesity_expected: 1500 }),
    ],
  },
  {
    name: 'risks are strata of their own',
    given: {
      ...given(people(1, 1, obese), people(1, 2, { unit: 'E02' })),
      'core.checkup_judgement': [1, 2].map((checkup_id) => ({
        checkup_id,
        person_id: checkup_id,
        fiscal_year: 2024,
        item: 'sbp',
        judgement: checkup_id === 2 ? 'guidance' : 'within',
      })),
    },
    expect: [
      at('E01', { obesity: 1, pressure: 0, obesity_expected: 50, pressure_expected: 50 }),
      at('E02', { obesity: 0, pressure: 1, obesity_expected: 50, pressure_observed: 100 }),
      { fiscal_year: 2024, glucose: 0, lipids: 0, liver: 0, liver_expected: 0 },
    ],
  },
]);
