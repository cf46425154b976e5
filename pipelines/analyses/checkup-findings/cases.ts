import { defineCases } from '#shared/define.ts';

const years = [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }];
const person = {
  checkup_id: 1,
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  sex: 'male',
  age: 50,
};
const judged = (judgement: string, item = 'sbp', checkup_id = 1) => ({
  checkup_id,
  person_id: 1,
  fiscal_year: 2024,
  item,
  judgement,
});
const given = (judgements: readonly object[], of: Partial<typeof person> = {}, complete = true) => ({
  'core.fiscal_year': [{ ...years[0], is_complete: complete }],
  'core.checkup_year': [{ ...person, ...of }],
  'core.checkup_judgement': judgements.map((row) => ({ ...row })),
});
const of = (measured: number, found: number, item = 'sbp') => ({ fiscal_year: 2024, item, measured, found });

export default defineCases([
  { name: 'within the limits', given: given([judged('within')]), expect: [of(1, 0)] },
  { name: 'at the limit for guidance', given: given([judged('guidance')]), expect: [of(1, 1)] },
  { name: 'to see a doctor is a finding too', given: given([judged('referral')]), expect: [of(1, 1)] },
  {
    name: 'each item by itself',
    given: given([judged('guidance', 'bmi'), judged('within', 'ldl')]),
    expect: [of(1, 1, 'bmi'), of(1, 0, 'ldl'), of(0, 0, 'hba1c')],
  },
  {
    name: 'kidney function stands in the map of kidney disease only',
    given: given([judged('referral', 'egfr'), judged('guidance', 'urine-protein')]),
    expect: [of(0, 0, 'egfr'), of(0, 0, 'urine-protein')],
  },
  {
    name: 'the judgement of another checkup does not count',
    given: given([judged('referral', 'sbp', 2)]),
    expect: [of(0, 0)],
  },
  {
    name: 'ages by ten years, the last group from 70 to 74',
    given: given([judged('guidance')], { age: 74 }),
    expect: [
      { ...of(1, 1), age_group: '70-74' },
      { ...of(0, 0), age_group: '60-69' },
    ],
  },
  {
    name: 'aged 49 and 50 are of two groups',
    given: given([judged('guidance')], { age: 49 }),
    expect: [
      { ...of(1, 1), age_group: '40-49' },
      { ...of(1, 1), sex: 'male' },
      { ...of(0, 0), sex: 'female' },
    ],
  },
  { name: 'aged 39', given: given([judged('guidance')], { age: 39 }), expect: [of(0, 0)] },
  { name: 'aged 40', given: given([judged('guidance')], { age: 40 }), expect: [of(1, 1)] },
  { name: 'aged 75', given: given([judged('guidance')], { age: 75 }), expect: [of(0, 0)] },
  {
    name: 'a year not complete yet is left out',
    given: given([judged('guidance')], {}, false),
    expect: [of(0, 0)],
  },
]);
