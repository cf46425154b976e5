import { defineCases } from '#shared/define.ts';

const years = [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }];
const year = {
  checkup_id: 1,
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  sex: 'male',
  age: 50,
};
type Judgement = 'within' | 'guidance' | 'referral';

/** One person with these judgements, and what the rules said of obesity and glucose. */
const given = (items: Readonly<Record<string, Judgement>>, said: Record<string, boolean> = {}) => ({
  'core.fiscal_year': years,
  'core.checkup_year': [{ ...year, ...said }],
  'core.checkup_judgement': Object.entries(items).map(([item, judgement]) => ({
    checkup_id: 1,
    person_id: 1,
    fiscal_year: 2024,
    item,
    judgement,
  })),
});
const of = (risk: string, base: number, at_risk: number) => [{ fiscal_year: 2024, risk, base, at_risk }];
const lipids = { tg: 'within', hdl: 'within', ldl: 'within' } as const;
const liver = { ast: 'within', alt: 'within', ggt: 'within' } as const;

export default defineCases([
  { name: 'a wide waist', given: given({}, { has_abdominal_obesity: true }), expect: of('obesity', 1, 1) },
  { name: 'a slim waist', given: given({}, { has_abdominal_obesity: false }), expect: of('obesity', 1, 0) },
  {
    name: 'heavy with a slim waist',
    given: given({ bmi: 'guidance' }, { has_abdominal_obesity: false }),
    expect: of('obesity', 1, 1),
  },
  { name: 'heavy, waist unknown', given: given({ bmi: 'guidance' }), expect: of('obesity', 1, 1) },
  { name: 'neither waist nor BMI', given: given({ sbp: 'within' }), expect: of('obesity', 0, 0) },
  {
    name: 'both pressures within',
    given: given({ sbp: 'within', dbp: 'within' }),
    expect: of('blood-pressure', 1, 0),
  },
  {
    name: 'systolic pressure at the limit',
    given: given({ sbp: 'guidance', dbp: 'within' }),
    expect: of('blood-pressure', 1, 1),
  },
  {
    name: 'diastolic pressure to be seen by a doctor',
    given: given({ sbp: 'within', dbp: 'referral' }),
    expect: of('blood-pressure', 1, 1),
  },
  { name: 'no diastolic value', given: given({ sbp: 'within' }), expect: of('blood-pressure', 1, 0) },
  {
    name: 'no systolic value, no base',
    given: given({ dbp: 'referral' }),
    expect: of('blood-pressure', 0, 0),
  },
  {
    name: 'glucose as the levels see it, whatever another item says',
    given: given({ hba1c: 'referral', fpg: 'within' }, { glucose_risk: false }),
    expect: of('glucose', 1, 0),
  },
  { name: 'glucose at risk', given: given({}, { glucose_risk: true }), expect: of('glucose', 1, 1) },
  { name: 'no glucose, no base', given: given({ sbp: 'within' }), expect: of('glucose', 0, 0) },
  { name: 'lipids within', given: given(lipids), expect: of('lipids', 1, 0) },
  { name: 'triglycerides', given: given({ ...lipids, tg: 'guidance' }), expect: of('lipids', 1, 1) },
  { name: 'HDL', given: given({ ...lipids, hdl: 'guidance' }), expect: of('lipids', 1, 1) },
  { name: 'LDL', given: given({ ...lipids, ldl: 'referral' }), expect: of('lipids', 1, 1) },
  {
    name: 'lipids without LDL have no base',
    given: given({ tg: 'referral', hdl: 'guidance' }),
    expect: of('lipids', 0, 0),
  },
  { name: 'liver within', given: given(liver), expect: of('liver', 1, 0) },
  { name: 'AST', given: given({ ...liver, ast: 'guidance' }), expect: of('liver', 1, 1) },
  { name: 'ALT', given: given({ ...liver, alt: 'guidance' }), expect: of('liver', 1, 1) },
  { name: 'gamma-GT', given: given({ ...liver, ggt: 'referral' }), expect: of('liver', 1, 1) },
  {
    name: 'liver without gamma-GT has no base',
    given: given({ ast: 'referral', alt: 'within' }),
    expect: of('liver', 0, 0),
  },
  {
    name: 'by unit and sex',
    given: given({ sbp: 'guidance' }),
    expect: [{ fiscal_year: 2024, risk: 'blood-pressure', unit: 'E01', sex: 'male', base: 1, at_risk: 1 }],
  },
  {
    name: 'a year not complete yet is left out',
    given: {
      ...given({ sbp: 'guidance' }),
      'core.fiscal_year': [{ ...years[0], is_complete: false }],
    },
    expect: of('blood-pressure', 0, 0),
  },
  {
    name: 'aged 39 or 75 at the end of the year is not in the base',
    given: {
      'core.fiscal_year': years,
      'core.checkup_year': [39, 75, 74, 40].map((age, index) => ({
        ...year,
        age,
        person_id: index + 1,
        checkup_id: index + 1,
      })),
      'core.checkup_judgement': [1, 2, 3, 4].map((id) => ({
        checkup_id: id,
        person_id: id,
        fiscal_year: 2024,
        item: 'sbp',
        judgement: 'guidance',
      })),
    },
    expect: of('blood-pressure', 2, 2),
  },
]);
