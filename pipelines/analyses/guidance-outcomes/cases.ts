import { defineCases } from '#shared/define.ts';

const nothing = { waist_weight: 0, diet: false, exercise: false, smoking: false, rest: false, other: false };
const given = (outcome: Partial<typeof nothing>, fiscal_year = 2024, stage = 'completed') => ({
  'core.fiscal_year': [{ fiscal_year, last_day: `${fiscal_year + 1}-03-31`, is_complete: true }],
  'core.checkup_target': [{ person_id: 1, fiscal_year, is_assessed: true }],
  'core.checkup_year': [
    {
      checkup_id: 1,
      person_id: 1,
      household_id: 1,
      employer_id: 1,
      fiscal_year,
      unit: 'E01',
      sex: 'male',
      age: 50,
      guidance_level: 'intensive',
      metabolic_syndrome: 'present',
    },
  ],
  'core.guidance_target': [{ person_id: 1, fiscal_year, stage, course_id: 7, level: 'intensive' }],
  'core.guidance_course': [
    { course_id: 7, person_id: 1, fiscal_year, is_completed: stage === 'completed', ...nothing, ...outcome },
    { course_id: 8, person_id: 1, fiscal_year, is_completed: false, ...nothing, diet: true, other: true },
  ],
});
const at = (completed: number, outcome?: string, fiscal_year = 2024) => ({
  fiscal_year,
  ...(outcome && { outcome }),
  completed,
});

export default defineCases([
  {
    name: 'two centimetres and two kilograms are not one and one besides',
    given: given({ waist_weight: 2 }),
    expect: [at(1), at(1, 'waist-weight-2'), at(0, 'waist-weight-1'), at(0, 'diet'), at(0, 'none')],
  },
  {
    name: 'one centimetre and one kilogram',
    given: given({ waist_weight: 1 }),
    expect: [at(0, 'waist-weight-2'), at(1, 'waist-weight-1')],
  },
  {
    name: 'several habits of one person',
    given: given({ diet: true, exercise: true, smoking: true }),
    expect: [at(1), at(1, 'diet'), at(1, 'exercise'), at(1, 'smoking'), at(0, 'rest'), at(0, 'other')],
  },
  {
    name: 'rest and another habit',
    given: given({ rest: true, other: true }),
    expect: [at(1, 'rest'), at(1, 'other'), at(0, 'waist-weight-2'), at(0, 'none')],
  },
  { name: 'no outcome at all', given: given({}), expect: [at(1), at(1, 'none'), at(0, 'diet')] },
  {
    name: 'a course that was not completed',
    given: given({ diet: true }, 2024, 'underway'),
    expect: [at(0), at(0, 'diet')],
  },
  {
    name: 'checkups before fiscal 2024 have no outcomes',
    given: given({ diet: true }, 2023),
    expect: [at(0, 'diet', 2023)],
  },
]);
