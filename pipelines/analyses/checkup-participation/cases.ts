import { defineCases } from '#shared/define.ts';

const years = [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }];
const person = {
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  relation: 'insured',
  sex: 'male',
  age: 40,
  is_target: true,
  in_denominator: true,
  examined: true,
};

export default defineCases([
  {
    name: 'each person of the denominator is entitled, examined or not',
    given: {
      'core.fiscal_year': years,
      'core.checkup_target': [person, { ...person, person_id: 2, examined: false }],
    },
    expect: [
      { fiscal_year: 2024, target: 2, examined: 1 },
      { fiscal_year: 2024, unit: 'E01', relation: 'insured', target: 2, examined: 1 },
      { fiscal_year: 2024, relation: 'insured', age_band: '40-44', target: 2, examined: 1 },
      { fiscal_year: 2024, relation: 'insured', age_band: '45-49', target: 0, examined: 0 },
    ],
  },
  {
    name: 'the bands reach from 40 to 74',
    given: {
      'core.fiscal_year': years,
      'core.checkup_target': [44, 45, 69, 70, 74].map((age, index) => ({
        ...person,
        person_id: index + 1,
        age,
      })),
    },
    expect: [
      { fiscal_year: 2024, sex: 'male', age_band: '40-44', target: 1, examined: 1 },
      { fiscal_year: 2024, sex: 'male', age_band: '45-49', target: 1, examined: 1 },
      { fiscal_year: 2024, sex: 'male', age_band: '65-69', target: 1, examined: 1 },
      { fiscal_year: 2024, sex: 'male', age_band: '70-74', target: 2, examined: 2 },
    ],
  },
  {
    name: 'who joined or left in the year, was excluded or turns 75 counts nowhere',
    given: {
      'core.fiscal_year': years,
      'core.checkup_target': [
        { ...person, in_denominator: false },
        { ...person, person_id: 2, is_target: false, in_denominator: false, exclusion: 'pregnancy' },
      ],
    },
    expect: [{ fiscal_year: 2024, target: 0, examined: 0 }],
  },
  {
    name: 'a year not complete yet is left out',
    given: {
      'core.fiscal_year': [{ ...years[0], is_complete: false }],
      'core.checkup_target': [person],
    },
    expect: [{ fiscal_year: 2024, target: 0, examined: 0 }],
  },
]);
