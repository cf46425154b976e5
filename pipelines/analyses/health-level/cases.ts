import { defineCases } from '#shared/define.ts';

const person = {
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  sex: 'male',
  age: 50,
  guidance_level: 'information',
  metabolic_syndrome: 'absent',
};
/** `count` people of one kind; `due` ones are targets of guidance. */
const people = (count: number, first: number, kind: Partial<typeof person>, due = false) =>
  Array.from({ length: count }, (_, index) => ({ ...person, ...kind, person_id: first + index, due }));
const given = (...groups: ReturnType<typeof people>[]) => {
  const all = groups.flat();
  const keys = ({ person_id, fiscal_year }: (typeof all)[number]) => ({ person_id, fiscal_year });
  return {
    'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }],
    'core.checkup_year': all.map(({ due: _, ...one }) => ({ ...one, checkup_id: one.person_id })),
    'core.checkup_target': all.map((one) => ({ ...keys(one), is_assessed: true })),
    'core.guidance_target': all.filter(({ due }) => due).map((one) => ({ ...keys(one), level: 'intensive' })),
  };
};
const at = (unit: string, figures: Record<string, number>) => ({ fiscal_year: 2024, unit, ...figures });

export default defineCases([
  {
    name: 'a stratum expects what it has, shared by persons',
    given: given(people(1, 1, {}, true), people(1, 2, {}), people(2, 3, { unit: 'E02' })),
    expect: [
      { fiscal_year: 2024, assessed: 4, due: 1, observed: 100, expected: 100 },
      at('E01', { assessed: 2, due: 1, observed: 100, expected: 50 }),
      at('E02', { assessed: 2, due: 0, observed: 0, expected: 50 }),
    ],
  },
  {
    name: 'thirds of a person add up',
    given: given(people(1, 1, {}, true), people(1, 2, { unit: 'E02' }), people(1, 3, { unit: 'E03' })),
    expect: [at('E01', { expected: 33 }), at('E02', { expected: 33 }), at('E03', { expected: 34 })],
  },
  {
    name: 'men and women are strata of their own',
    given: given(people(1, 1, {}, true), people(1, 2, { unit: 'E02', sex: 'female' })),
    expect: [at('E01', { expected: 100 }), at('E02', { expected: 0 })],
  },
  {
    name: 'an age with 29 due joins the next younger one with 30',
    given: given(
      people(30, 100, { age: 45 }, true),
      people(29, 200, { age: 50, unit: 'E02' }, true),
      people(29, 300, { age: 54, unit: 'E03' }),
    ),
    expect: [
      at('E01', { observed: 3000, expected: 2011 }),
      at('E02', { observed: 2900, expected: 1944 }),
      at('E03', { observed: 0, expected: 1945 }),
    ],
  },
  {
    name: 'an age with 30 due stands by itself',
    given: given(
      people(30, 100, { age: 45 }, true),
      people(30, 200, { age: 50, unit: 'E02' }, true),
      people(30, 300, { age: 54, unit: 'E03' }),
    ),
    expect: [at('E01', { expected: 3000 }), at('E02', { expected: 1500 }), at('E03', { expected: 1500 })],
  },
  {
    name: 'the youngest join the first age that has 30',
    given: given(people(1, 1, { age: 40, unit: 'E02' }), people(30, 100, { age: 60 }, true)),
    expect: [at('E02', { expected: 97 }), at('E01', { expected: 2903 })],
  },
  {
    name: 'not assessed, not counted',
    given: {
      ...given(people(1, 1, {}, true), people(1, 2, { unit: 'E02' })),
      'core.checkup_target': [{ person_id: 1, fiscal_year: 2024, is_assessed: true }],
    },
    expect: [at('E01', { assessed: 1, expected: 100 }), at('E02', { assessed: 0, expected: 0 })],
  },
]);
