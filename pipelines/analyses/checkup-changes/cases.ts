import { defineCases } from '#shared/define.ts';

const pair = {
  checkup_id: 1,
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2025,
  unit: 'E01',
  sex: 'female',
  age: 50,
  to_level: 'information',
  was_guided: false,
  was_obese: false,
  is_obese: false,
  bp_was_diseased: false,
  bp_controlled: null as boolean | null,
  glucose_was_diseased: false,
  glucose_controlled: null as boolean | null,
  lipid_was_diseased: false,
  lipid_controlled: null as boolean | null,
};
const given = (of: Partial<Omit<typeof pair, 'is_obese'>> & { is_obese?: boolean | null }) => ({
  'core.fiscal_year': [{ fiscal_year: 2025, last_day: '2026-03-31', is_complete: true }],
  'core.checkup_pair': [{ ...pair, ...of }],
});
const of = (change: string, before: number, improved: number) => ({
  fiscal_year: 2025,
  change,
  before,
  improved,
});

export default defineCases([
  {
    name: 'guided last year, now information only',
    given: given({ was_guided: true }),
    expect: [of('guidance', 1, 1), { ...of('guidance', 1, 1), sex: 'female' }, of('obesity', 0, 0)],
  },
  {
    name: 'guided last year, now under medicine',
    given: given({ was_guided: true, to_level: 'excluded' }),
    expect: [of('guidance', 1, 1)],
  },
  {
    name: 'guided last year, due again',
    given: given({ was_guided: true, to_level: 'motivational' }),
    expect: [of('guidance', 1, 0)],
  },
  {
    name: 'guided last year, now undecidable',
    given: given({ was_guided: true, to_level: 'undecidable' }),
    expect: [of('guidance', 0, 0)],
  },
  { name: 'no longer obese', given: given({ was_obese: true }), expect: [of('obesity', 1, 1)] },
  { name: 'still obese', given: given({ was_obese: true, is_obese: true }), expect: [of('obesity', 1, 0)] },
  {
    name: 'obese last year, not measured this year',
    given: given({ was_obese: true, is_obese: null }),
    expect: [of('obesity', 0, 0)],
  },
  { name: 'obese only now', given: given({ is_obese: true }), expect: [of('obesity', 0, 0)] },
  {
    name: 'pressure under control, glucose not',
    given: given({
      bp_was_diseased: true,
      bp_controlled: true,
      glucose_was_diseased: true,
      glucose_controlled: false,
    }),
    expect: [of('blood-pressure', 1, 1), of('glucose', 1, 0), of('lipids', 0, 0)],
  },
  {
    name: 'lipids under control',
    given: given({ lipid_was_diseased: true, lipid_controlled: true }),
    expect: [of('lipids', 1, 1)],
  },
  {
    name: 'values that cannot be compared',
    given: given({ bp_was_diseased: true }),
    expect: [of('blood-pressure', 0, 0)],
  },
  {
    name: 'aged 40: not aged 40 a year ago',
    given: given({ was_obese: true, age: 40 }),
    expect: [of('obesity', 0, 0)],
  },
  { name: 'aged 41', given: given({ was_obese: true, age: 41 }), expect: [of('obesity', 1, 1)] },
  { name: 'aged 74', given: given({ was_obese: true, age: 74 }), expect: [of('obesity', 1, 1)] },
  { name: 'aged 75', given: given({ was_obese: true, age: 75 }), expect: [of('obesity', 0, 0)] },
]);
