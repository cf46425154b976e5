import { defineCases } from '#shared/define.ts';

const person = {
  checkup_id: 1,
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  relation: 'dependant',
  sex: 'female',
  age: 50,
  guidance_level: 'motivational',
  metabolic_syndrome: 'borderline',
};
const given = (stage: string | undefined) => ({
  'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }],
  'core.checkup_year': [person],
  'core.checkup_target': [{ person_id: 1, fiscal_year: 2024, is_assessed: true }],
  'core.guidance_target':
    stage === undefined ? [] : [{ person_id: 1, fiscal_year: 2024, level: 'motivational', stage }],
});
const at = (place: Record<string, string>, due: number, completed: number) => ({
  fiscal_year: 2024,
  ...place,
  due,
  completed,
});

export default defineCases([
  {
    name: 'completed: one person in each table',
    given: given('completed'),
    expect: [
      at({}, 1, 1),
      at({ sex: 'female' }, 1, 1),
      at({ relation: 'dependant' }, 1, 1),
      at({ unit: 'E01' }, 1, 1),
      at({ sex: 'male' }, 0, 0),
      at({ relation: 'insured' }, 0, 0),
    ],
  },
  { name: 'dropped out', given: given('dropped'), expect: [at({}, 1, 0)] },
  { name: 'found to take medicine afterwards', given: given(undefined), expect: [at({}, 0, 0)] },
]);
