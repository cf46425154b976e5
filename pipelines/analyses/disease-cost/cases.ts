import { defineCases } from '#shared/define.ts';

const years = [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }];
const person = {
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  sex: 'male',
  age_group: '50-59',
  person_months: 12,
};
const receipt = { receipt_id: 11, person_id: 1, fiscal_year: 2024, is_linked: true, yen: 5000 };

export default defineCases([
  {
    name: 'a person with two classes counts in both and once in all; yen add up',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [person],
      'core.receipt': [receipt, { ...receipt, receipt_id: 12, yen: 3000 }],
      'core.receipt_disease': [
        { receipt_id: 11, disease: '09' },
        { receipt_id: 12, disease: 'unclassified' },
      ],
    },
    expect: [
      { fiscal_year: 2024, patients: 1, receipts: 2, yen: 8000 },
      { fiscal_year: 2024, disease: '09', patients: 1, receipts: 1, yen: 5000 },
      { fiscal_year: 2024, disease: 'unclassified', sex: 'male', age_group: '50-59', patients: 1, yen: 3000 },
      { fiscal_year: 2024, disease: '02', patients: 0, receipts: 0, yen: 0 },
    ],
  },
  {
    name: 'an unlinked receipt counts nowhere',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [person],
      'core.receipt': [{ ...receipt, is_linked: false }],
      'core.receipt_disease': [{ receipt_id: 11, disease: '09' }],
    },
    expect: [{ fiscal_year: 2024, patients: 0, receipts: 0, yen: 0 }],
  },
]);
