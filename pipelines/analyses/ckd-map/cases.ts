import { defineCases } from '#shared/define.ts';

const person = {
  checkup_id: 1,
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  sex: 'male',
  age: 50,
};
const given = (ckd_g: string | null, ckd_a: string | null, age = 50) => ({
  'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }],
  'core.checkup_year': [{ ...person, age, ckd_g, ckd_a }],
});
const at = (place: Record<string, string>, persons: number) => ({ fiscal_year: 2024, ...place, persons });

export default defineCases([
  {
    name: 'one cell of the map, its row and its column',
    given: given('G3a', 'A2'),
    expect: [
      at({ ckd_g: 'G3a', ckd_a: 'A2' }, 1),
      at({ ckd_g: 'G3a' }, 1),
      at({ ckd_a: 'A2' }, 1),
      at({}, 1),
      at({ ckd_g: 'G3b', ckd_a: 'A2' }, 0),
    ],
  },
  { name: 'G4 and G5 are one row: G4', given: given('G4', 'A1'), expect: [at({ ckd_g: 'G4-5' }, 1)] },
  { name: 'G4 and G5 are one row: G5', given: given('G5', 'A3'), expect: [at({ ckd_g: 'G4-5' }, 1)] },
  { name: 'no urine, no place', given: given('G1', null), expect: [at({}, 0)] },
  { name: 'no kidney function, no place', given: given(null, 'A1'), expect: [at({}, 0)] },
  { name: 'aged 39', given: given('G1', 'A1', 39), expect: [at({}, 0)] },
  { name: 'aged 74', given: given('G1', 'A1', 74), expect: [at({}, 1)] },
]);
