import { defineCases } from '#shared/define.ts';

const years = [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }];
const member = { person_id: 1, household_id: 1 };
const year = { ...member, employer_id: 1, fiscal_year: 2024 };
const receipt = { receipt_id: 11, person_id: 1, fiscal_year: 2024, is_linked: true, yen: 5000 };
const unlinked = { ...receipt, is_linked: false, person_id: null };

export default defineCases([
  {
    name: 'linked and unlinked receipts are apart and add up',
    given: {
      'core.fiscal_year': years,
      'core.member': [member],
      'core.member_year': [year],
      'core.receipt': [receipt, { ...unlinked, receipt_id: 12, yen: 3000 }, { ...unlinked, receipt_id: 13 }],
      'core.unlinked_receipt': [
        { receipt_id: 12, person_id: -1 },
        { receipt_id: 13, person_id: -2 },
      ],
      'core.stranger': [{ person_id: -1 }, { person_id: -2 }],
    },
    expect: [
      { fiscal_year: 2024, receipts: 3, yen: 13000 },
      { fiscal_year: 2024, link: 'linked', receipts: 1, yen: 5000 },
      { fiscal_year: 2024, link: 'unlinked', receipts: 2, yen: 8000 },
    ],
  },
  {
    name: 'a member without cover in the month of care is unlinked',
    given: {
      'core.fiscal_year': years,
      'core.member': [member],
      'core.receipt': [{ ...unlinked, person_id: 1 }],
      'core.unlinked_receipt': [{ receipt_id: 11, person_id: 1 }],
    },
    expect: [
      { fiscal_year: 2024, link: 'linked', receipts: 0, yen: 0 },
      { fiscal_year: 2024, link: 'unlinked', receipts: 1, yen: 5000 },
    ],
  },
  {
    name: 'a year with an open month is not there',
    given: {
      'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: false }],
      'core.member': [member],
      'core.member_year': [year],
      'core.receipt': [receipt],
    },
    expect: [{ fiscal_year: 2024, receipts: 0, yen: 0 }],
  },
]);
