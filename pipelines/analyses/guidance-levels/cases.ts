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
  guidance_level: 'intensive',
  metabolic_syndrome: 'present',
};
const given = (of: Partial<typeof person>, target?: string, is_assessed = true) => ({
  'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }],
  'core.checkup_year': [{ ...person, ...of }],
  'core.checkup_target': [{ person_id: 1, fiscal_year: 2024, is_assessed }],
  'core.guidance_target': target ? [{ person_id: 1, fiscal_year: 2024, level: target }] : [],
});
const at = (place: Record<string, string>, assessed: number) => ({ fiscal_year: 2024, ...place, assessed });

export default defineCases([
  {
    name: 'a target of intensive guidance with metabolic syndrome',
    given: given({}, 'intensive'),
    expect: [
      at({}, 1),
      at({ level: 'intensive', sex: 'male' }, 1),
      at({ need: 'due', level: 'intensive' }, 1),
      at({ need: 'not-due' }, 0),
      at({ metabolic: 'present', metabolic_risk: 'risk' }, 1),
      at({ level: 'intensive', age_band: '50-54' }, 1),
    ],
  },
  {
    name: 'found to take medicine afterwards',
    given: given({}),
    expect: [at({ level: 'excluded' }, 1), at({ need: 'not-due' }, 1), at({ level: 'intensive' }, 0)],
  },
  {
    name: 'information only, borderline',
    given: given({ guidance_level: 'information', metabolic_syndrome: 'borderline' }),
    expect: [
      at({ level: 'information' }, 1),
      at({ need: 'not-due' }, 1),
      at({ metabolic: 'borderline' }, 1),
      at({ metabolic_risk: 'risk' }, 1),
    ],
  },
  {
    name: 'absent is no risk',
    given: given({ guidance_level: 'information', metabolic_syndrome: 'absent' }),
    expect: [at({ metabolic: 'absent', metabolic_risk: 'none' }, 1), at({ metabolic_risk: 'risk' }, 0)],
  },
  {
    name: 'assessed, but undecidable',
    given: given({ guidance_level: 'information', metabolic_syndrome: 'undecidable' }),
    expect: [at({}, 0)],
  },
  { name: 'not assessed', given: given({}, 'intensive', false), expect: [at({}, 0)] },
  {
    name: 'ages 44, 45 and 74',
    given: {
      ...given({}, 'intensive'),
      'core.checkup_year': [44, 45, 74].map((age) => ({ ...person, age, person_id: age, checkup_id: age })),
      'core.checkup_target': [44, 45, 74].map((person_id) => ({
        person_id,
        fiscal_year: 2024,
        is_assessed: true,
      })),
    },
    expect: [at({ age_band: '40-44' }, 1), at({ age_band: '45-49' }, 1), at({ age_band: '70-74' }, 1)],
  },
]);
