import { defineCases } from '#shared/define.ts';

const nothing = { waist_weight: 0, diet: false, exercise: false, smoking: false, rest: false, other: false };
const given = (outcome: Partial<typeof nothing>, fiscal_year = 2024, stage = 'completed') => ({
  'core.fiscal_year': [{ fiscal_year, last_day: `${fiscal_year + 1}-03-31`, is_complete: true }],
  'core.checkup_target': [{ person_id: 1, fiscal_year, is_assessed: true }],
  'core.guidance_target': [
    { person_id: 1, household_id: 1, employer_id: 1, fiscal_year, stage, course_id: 7, level: 'intensive' },
  ],
  'core.guidance_course': [
    { course_id: 7, person_id: 1, fiscal_year, is_completed: stage === 'completed', ...nothing, ...outcome },
    { course_id: 8, person_id: 1, fiscal_year, is_completed: false, ...nothing, diet: true, other: true },
  ],
});
const of = (outcome: string, evaluated: number, reached: number, fiscal_year = 2024) => ({
  fiscal_year,
  outcome,
  evaluated,
  reached,
});

export default defineCases([
  {
    name: 'two centimetres and two kilograms are not one and one besides',
    given: given({ waist_weight: 2 }),
    expect: [of('waist-weight-2', 1, 1), of('waist-weight-1', 1, 0), of('diet', 1, 0)],
  },
  {
    name: 'one centimetre and one kilogram',
    given: given({ waist_weight: 1 }),
    expect: [of('waist-weight-2', 1, 0), of('waist-weight-1', 1, 1)],
  },
  {
    name: 'several habits of one person',
    given: given({ diet: true, exercise: true, smoking: true }),
    expect: [
      of('diet', 1, 1),
      of('exercise', 1, 1),
      of('smoking', 1, 1),
      of('rest', 1, 0),
      of('other', 1, 0),
    ],
  },
  {
    name: 'rest and another habit',
    given: given({ rest: true, other: true }),
    expect: [of('rest', 1, 1), of('other', 1, 1), of('waist-weight-2', 1, 0)],
  },
  {
    name: 'a course that was not completed',
    given: given({ diet: true }, 2024, 'underway'),
    expect: [of('diet', 0, 0)],
  },
  {
    name: 'checkups before fiscal 2024 have no outcomes',
    given: given({ diet: true }, 2023),
    expect: [of('diet', 0, 0, 2023)],
  },
]);
