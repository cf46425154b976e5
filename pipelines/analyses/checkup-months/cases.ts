import { defineCases } from '#shared/define.ts';

const person = {
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  relation: 'dependant',
  sex: 'female',
  age: 40,
  unit: 'E01',
  checkup_id: 5,
  examined: true,
  in_denominator: true,
};
const given = (examined_on: string, of: Partial<typeof person> = {}, is_complete = true) => ({
  'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete }],
  'core.checkup_target': [{ ...person, ...of }],
  'core.checkup_year': [
    { checkup_id: 5, person_id: 1, fiscal_year: 2024, examined_on },
    { checkup_id: 6, person_id: 1, fiscal_year: 2023, examined_on: '2024-03-01' },
  ],
});
const at = (place: Record<string, string>, examined: number) => ({ fiscal_year: 2024, ...place, examined });

export default defineCases([
  {
    name: 'the month of the checkup of the year',
    given: given('2024-10-31'),
    expect: [at({}, 1), at({ exam_month: '10' }, 1), at({ exam_month: '03' }, 0)],
  },
  { name: 'the first day of the year', given: given('2024-04-01'), expect: [at({ exam_month: '04' }, 1)] },
  { name: 'the last day of the year', given: given('2025-03-31'), expect: [at({ exam_month: '03' }, 1)] },
  {
    name: 'outside the target population',
    given: given('2024-06-01', { in_denominator: false }),
    expect: [at({}, 0)],
  },
  { name: 'not examined', given: given('2024-06-01', { examined: false }), expect: [at({}, 0)] },
  { name: 'a year not complete yet', given: given('2024-06-01', {}, false), expect: [at({}, 0)] },
]);
