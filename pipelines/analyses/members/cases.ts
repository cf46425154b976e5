import { defineCases } from '#shared/define.ts';

const complete = [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }];
const person = {
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  relation: 'insured',
  sex: 'female',
  age_band: '40-44',
  person_months: 12,
};

export default defineCases([
  {
    name: 'one person for twelve months is one person and twelve person-months',
    given: { 'core.fiscal_year': complete, 'core.member_year': [person] },
    expect: [
      { fiscal_year: 2024, members: 1, person_months: 12 },
      { fiscal_year: 2024, unit: 'E01', relation: 'insured', members: 1, person_months: 12 },
      { fiscal_year: 2024, relation: 'dependant', members: 0, person_months: 0 },
    ],
  },
  {
    name: 'a person covered at no month end is not a member',
    given: {
      'core.fiscal_year': complete,
      'core.member_year': [person, { ...person, person_id: 2, person_months: 0 }],
    },
    expect: [{ fiscal_year: 2024, members: 1, person_months: 12 }],
  },
  {
    name: 'a year with an open month is not there',
    given: {
      'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: false }],
      'core.member_year': [person],
    },
    expect: [{ fiscal_year: 2024, members: 0, person_months: 0 }],
  },
]);
