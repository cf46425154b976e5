import { defineCases } from '#shared/define.ts';

const years = [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }];
const person = {
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  sex: 'male',
  age_band: '50-54',
  person_months: 12,
};
const receipt = { receipt_id: 11, person_id: 1, fiscal_year: 2024, is_linked: true, points: 500, yen: 5000 };

export default defineCases([
  {
    name: 'receipts of one person in twelve months are one patient',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [person],
      'core.receipt': [receipt, { ...receipt, receipt_id: 12, points: 700, yen: 7000 }],
    },
    expect: [
      { fiscal_year: 2024, members: 1, person_months: 12, patients: 1, receipts: 2, yen: 12000 },
      { fiscal_year: 2024, age_band: '50-54', sex: 'male', members: 1, patients: 1, receipts: 2, yen: 12000 },
      { fiscal_year: 2024, sex: 'female', members: 0, patients: 0, receipts: 0, yen: 0 },
    ],
  },
  {
    name: 'an unlinked receipt counts nowhere',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [person],
      'core.receipt': [{ ...receipt, is_linked: false, unlinked_reason: 'no_cover' }],
    },
    expect: [{ fiscal_year: 2024, members: 1, person_months: 12, patients: 0, receipts: 0, yen: 0 }],
  },
  {
    name: 'a patient covered at no month end counts as patient, not as member',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [{ ...person, person_months: 0 }],
      'core.receipt': [receipt],
    },
    expect: [{ fiscal_year: 2024, members: 0, person_months: 0, patients: 1, receipts: 1, yen: 5000 }],
  },
]);
