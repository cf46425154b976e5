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
  age_band: '40-44',
  person_months: 12,
};
const checkup = {
  checkup_id: 1,
  person_id: 1,
  fiscal_year: 2024,
  examined_on: '2024-06-01',
  is_linked: true,
};

export default defineCases([
  {
    name: 'two checkups in a year are one person examined',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [person, { ...person, person_id: 2 }],
      'core.checkup': [checkup, { ...checkup, checkup_id: 2, examined_on: '2024-09-01' }],
    },
    expect: [
      { fiscal_year: 2024, target: 2, examined: 1 },
      { fiscal_year: 2024, unit: 'E01', relation: 'insured', target: 2, examined: 1 },
      { fiscal_year: 2024, relation: 'insured', age_band: '45-49', target: 0, examined: 0 },
    ],
  },
  {
    name: 'entitled from 40 to 74 and only with twelve months',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [
        { ...person, person_id: 1, age: 39, age_band: '35-39' },
        { ...person, person_id: 2, age: 74, age_band: '70+' },
        { ...person, person_id: 3, age: 75, age_band: '70+' },
        { ...person, person_id: 4, person_months: 11 },
      ],
      'core.checkup': [checkup, { ...checkup, checkup_id: 4, person_id: 4 }],
    },
    expect: [
      { fiscal_year: 2024, target: 1, examined: 0 },
      { fiscal_year: 2024, sex: 'male', age_band: '70-74', target: 1, examined: 0 },
    ],
  },
  {
    name: 'a checkup of another year or of nobody does not count',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [person],
      'core.checkup': [
        { ...checkup, fiscal_year: 2023, examined_on: '2024-03-31' },
        { ...checkup, checkup_id: 2, person_id: null, is_linked: false },
      ],
    },
    expect: [{ fiscal_year: 2024, target: 1, examined: 0 }],
  },
]);
