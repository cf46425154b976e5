import { defineCases } from '#shared/define.ts';

const keys = { person_id: 1, fiscal_year: 2024 };
const person = {
  ...keys,
  checkup_id: 1,
  household_id: 1,
  employer_id: 1,
  unit: 'E01',
  sex: 'male',
  age: 50,
  guidance_level: 'intensive',
  metabolic_syndrome: 'present',
};
const given = (
  stage: string,
  first_interview_on: string | null,
  of: { readonly is_assessed?: boolean; readonly is_complete?: boolean } = {},
) => ({
  'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: of.is_complete ?? true }],
  'core.checkup_year': [person],
  'core.checkup_target': [{ ...keys, is_assessed: of.is_assessed ?? true }],
  'core.guidance_target': [{ ...keys, level: 'intensive', stage, first_interview_on }],
});
const of = (due: number, interviewed: number, completed: number) => ({
  fiscal_year: 2024,
  due,
  interviewed,
  completed,
});

export default defineCases([
  { name: 'nothing has begun', given: given('target', null), expect: [of(1, 0, 0)] },
  { name: 'interviewed', given: given('interviewed', '2024-09-01'), expect: [of(1, 1, 0)] },
  { name: 'underway', given: given('underway', '2024-09-01'), expect: [of(1, 1, 0)] },
  { name: 'dropped out after the interview', given: given('dropped', '2024-09-01'), expect: [of(1, 1, 0)] },
  { name: 'given up before the interview', given: given('dropped', null), expect: [of(1, 0, 0)] },
  {
    name: 'completed',
    given: given('completed', '2024-09-01'),
    expect: [of(1, 1, 1), { ...of(1, 1, 1), level: 'intensive' }, { ...of(0, 0, 0), level: 'motivational' }],
  },
  {
    name: 'not of those assessed',
    given: given('completed', '2024-09-01', { is_assessed: false }),
    expect: [of(0, 0, 0)],
  },
  {
    name: 'a year not complete yet',
    given: given('completed', '2024-09-01', { is_complete: false }),
    expect: [of(0, 0, 0)],
  },
]);
