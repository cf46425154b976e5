import { defineCases } from '#shared/define.ts';

const person = {
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  relation: 'insured',
  sex: 'male',
  level: 'intensive',
  stage: 'target',
};
const given = (stage: string, interview: string | null, is_assessed = true, complete = true) => ({
  'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: complete }],
  'core.checkup_target': [{ person_id: 1, fiscal_year: 2024, is_assessed }],
  'core.guidance_target': [{ ...person, stage, first_interview_on: interview }],
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
    expect: [
      of(1, 1, 1),
      { ...of(1, 1, 1), level: 'intensive' },
      { ...of(0, 0, 0), level: 'motivational' },
      { ...of(1, 1, 1), relation: 'insured' },
      { ...of(1, 1, 1), unit: 'E01' },
      { ...of(1, 1, 1), sex: 'male' },
    ],
  },
  {
    name: 'not of those assessed',
    given: given('completed', '2024-09-01', false),
    expect: [of(0, 0, 0)],
  },
  {
    name: 'a year not complete yet',
    given: given('completed', '2024-09-01', true, false),
    expect: [of(0, 0, 0)],
  },
]);
