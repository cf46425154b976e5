import { defineCases } from '#shared/define.ts';

const months = [
  { month: '2024-04-01', month_code: '2024-04', fiscal_year: 2024, is_delivered: true, is_closed: true },
  { month: '2024-05-01', month_code: '2024-05', fiscal_year: 2024, is_delivered: true, is_closed: false },
];
const employers = [{ employer_id: 1, employer_code: 'E01' }];
const cover = {
  person_id: 1,
  household_id: 1,
  employer_code: 'E01',
  month: '2024-04-01',
  fiscal_year: 2024,
  is_member: true,
};
const receipt = {
  receipt_id: 11,
  person_id: 1,
  service_month: '2024-04-01',
  care: 'outpatient',
  is_linked: true,
  yen: 5000,
};

export default defineCases([
  {
    name: 'one person in two kinds of care is one patient in all',
    given: {
      'core.calendar': months,
      'core.employer': employers,
      'core.cover_month': [cover],
      'core.receipt': [receipt, { ...receipt, receipt_id: 12, care: 'pharmacy', yen: 3000 }],
    },
    expect: [
      { month: '2024-04', patients: 1, receipts: 2, yen: 8000, person_months: 1 },
      { month: '2024-04', care: 'outpatient', patients: 1, receipts: 1, yen: 5000 },
      { month: '2024-04', care: 'pharmacy', patients: 1, receipts: 1, yen: 3000 },
      { month: '2024-04', care: 'inpatient', patients: 0, receipts: 0, yen: 0 },
    ],
  },
  {
    name: 'an open month is not there',
    given: {
      'core.calendar': months,
      'core.employer': employers,
      'core.cover_month': [{ ...cover, month: '2024-05-01' }],
      'core.receipt': [{ ...receipt, service_month: '2024-05-01' }],
    },
    expect: [{ month: '2024-05', patients: 0, receipts: 0, yen: 0, person_months: 0 }],
  },
  {
    name: 'who leaves before the end of the month is a patient but no member of it',
    given: {
      'core.calendar': months,
      'core.employer': employers,
      'core.cover_month': [{ ...cover, is_member: false }],
      'core.receipt': [receipt],
    },
    expect: [{ month: '2024-04', patients: 1, receipts: 1, yen: 5000, person_months: 0 }],
  },
]);
