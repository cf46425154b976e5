import { defineCases } from '#shared/define.ts';

const pair = {
  checkup_id: 1,
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2025,
  unit: 'E01',
  sex: 'male',
  age: 50,
  from_level: 'intensive',
  to_level: 'information',
  from_metabolic: 'present',
  to_metabolic: 'borderline',
};
const given = (of: Partial<typeof pair>, complete = true) => ({
  'core.fiscal_year': [{ fiscal_year: 2025, last_day: '2026-03-31', is_complete: complete }],
  'core.checkup_pair': [{ ...pair, ...of }],
});
const at = (place: Record<string, string>, persons: number) => ({ fiscal_year: 2025, ...place, persons });

export default defineCases([
  {
    name: 'one person in one cell of each table',
    given: given({}),
    expect: [
      at({ from_level: 'intensive', to_level: 'information' }, 1),
      at({ from_level: 'information', to_level: 'intensive' }, 0),
      at({ from_metabolic: 'present', to_metabolic: 'borderline' }, 1),
      at({ from_level: 'intensive' }, 1),
      at({ to_level: 'information' }, 1),
      at({}, 1),
    ],
  },
  { name: 'undecidable a year ago', given: given({ from_level: 'undecidable' }), expect: [at({}, 0)] },
  { name: 'undecidable now', given: given({ to_metabolic: 'undecidable' }), expect: [at({}, 0)] },
  { name: 'aged 40: outside a year ago', given: given({ age: 40 }), expect: [at({}, 0)] },
  { name: 'aged 41', given: given({ age: 41 }), expect: [at({}, 1)] },
  { name: 'aged 75', given: given({ age: 75 }), expect: [at({}, 0)] },
  { name: 'a year not complete yet', given: given({}, false), expect: [at({}, 0)] },
]);
