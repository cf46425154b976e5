import { defineCases } from '#shared/define.ts';

const years = [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }];
const person = {
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  sex: 'male',
  age: 50,
  person_months: 3,
};
const checkup = {
  checkup_id: 1,
  person_id: 1,
  fiscal_year: 2024,
  examined_on: '2024-06-01',
  is_linked: true,
};
const given = (values: Record<string, number>, sex = 'male') => ({
  'core.fiscal_year': years,
  'core.member_year': [{ ...person, sex }],
  'core.checkup': [{ ...checkup, ...values }],
});
const of = (risk: string, base: number, at_risk: number) => [{ fiscal_year: 2024, risk, base, at_risk }];

export default defineCases([
  { name: 'waist of a man: 85 counts', given: given({ waist_cm: 85 }), expect: of('obesity', 1, 1) },
  { name: 'waist of a man: 84.9 does not', given: given({ waist_cm: 84.9 }), expect: of('obesity', 1, 0) },
  {
    name: 'waist of a woman: 89.9 does not',
    given: given({ waist_cm: 89.9 }, 'female'),
    expect: of('obesity', 1, 0),
  },
  {
    name: 'waist of a woman: 90 counts',
    given: given({ waist_cm: 90 }, 'female'),
    expect: of('obesity', 1, 1),
  },
  {
    name: 'BMI 25 counts with a slim waist',
    given: given({ waist_cm: 70, bmi: 25 }),
    expect: of('obesity', 1, 1),
  },
  { name: 'visceral fat 100 counts', given: given({ visceral_fat_cm2: 100 }), expect: of('obesity', 1, 1) },
  { name: 'pressure 129/84', given: given({ sbp: 129, dbp: 84 }), expect: of('blood-pressure', 1, 0) },
  { name: 'pressure 130/84', given: given({ sbp: 130, dbp: 84 }), expect: of('blood-pressure', 1, 1) },
  { name: 'pressure 129/85', given: given({ sbp: 129, dbp: 85 }), expect: of('blood-pressure', 1, 1) },
  { name: 'no systolic value, no base', given: given({ dbp: 99 }), expect: of('blood-pressure', 0, 0) },
  {
    name: 'fasting glucose 99 wins over HbA1c',
    given: given({ fpg: 99, hba1c: 7 }),
    expect: of('glucose', 1, 0),
  },
  { name: 'fasting glucose 100', given: given({ fpg: 100 }), expect: of('glucose', 1, 1) },
  {
    name: 'HbA1c 5.6 without fasting',
    given: given({ hba1c: 5.6, casual_glucose: 90 }),
    expect: of('glucose', 1, 1),
  },
  {
    name: 'HbA1c 5.5 wins over casual',
    given: given({ hba1c: 5.5, casual_glucose: 180 }),
    expect: of('glucose', 1, 0),
  },
  { name: 'casual glucose 100 alone', given: given({ casual_glucose: 100 }), expect: of('glucose', 1, 1) },
  {
    name: 'TG 149, HDL 40, LDL 119',
    given: given({ tg_fasting: 149, hdl: 40, ldl: 119 }),
    expect: of('lipids', 1, 0),
  },
  {
    name: 'fasting TG 150',
    given: given({ tg_fasting: 150, hdl: 40, ldl: 119 }),
    expect: of('lipids', 1, 1),
  },
  { name: 'casual TG 174', given: given({ tg_casual: 174, hdl: 40, ldl: 119 }), expect: of('lipids', 1, 0) },
  { name: 'casual TG 175', given: given({ tg_casual: 175, hdl: 40, ldl: 119 }), expect: of('lipids', 1, 1) },
  { name: 'HDL 39', given: given({ tg_fasting: 100, hdl: 39, ldl: 119 }), expect: of('lipids', 1, 1) },
  { name: 'LDL 120', given: given({ tg_fasting: 100, hdl: 50, ldl: 120 }), expect: of('lipids', 1, 1) },
  {
    name: 'lipids without LDL have no base',
    given: given({ tg_fasting: 300, hdl: 30 }),
    expect: of('lipids', 0, 0),
  },
  { name: 'liver 30/30/50', given: given({ ast: 30, alt: 30, ggt: 50 }), expect: of('liver', 1, 0) },
  { name: 'gamma-GT 51', given: given({ ast: 30, alt: 30, ggt: 51 }), expect: of('liver', 1, 1) },
  { name: 'AST 31', given: given({ ast: 31, alt: 30, ggt: 50 }), expect: of('liver', 1, 1) },
  {
    name: 'only the first checkup of the year counts',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [person],
      'core.checkup': [
        { ...checkup, checkup_id: 2, examined_on: '2024-09-01', sbp: 150 },
        { ...checkup, checkup_id: 3, sbp: 120 },
      ],
    },
    expect: [
      { fiscal_year: 2024, risk: 'blood-pressure', unit: 'E01', sex: 'male', base: 1, at_risk: 0 },
      { fiscal_year: 2024, risk: 'blood-pressure', base: 1, at_risk: 0 },
    ],
  },
  {
    name: 'a checkup on a day without cover is not the first one, nor any',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [person, { ...person, person_id: 2 }],
      'core.checkup': [
        { ...checkup, is_linked: false, sbp: 150 },
        { ...checkup, checkup_id: 2, examined_on: '2024-09-01', sbp: 120 },
        { ...checkup, checkup_id: 3, person_id: 2, is_linked: false, sbp: 150 },
      ],
    },
    expect: of('blood-pressure', 1, 0),
  },
  {
    name: 'a year not complete yet is left out',
    given: {
      'core.fiscal_year': [{ ...years[0], is_complete: false }],
      'core.member_year': [person],
      'core.checkup': [{ ...checkup, sbp: 150 }],
    },
    expect: of('blood-pressure', 0, 0),
  },
  {
    name: 'aged 39 or 75 at the end of the year is not in the base',
    given: {
      'core.fiscal_year': years,
      'core.member_year': [
        { ...person, age: 39 },
        { ...person, person_id: 2, age: 75 },
        { ...person, person_id: 3, age: 74 },
      ],
      'core.checkup': [
        { ...checkup, sbp: 150 },
        { ...checkup, checkup_id: 2, person_id: 2, sbp: 150 },
        { ...checkup, checkup_id: 3, person_id: 3, sbp: 150 },
      ],
    },
    expect: of('blood-pressure', 1, 1),
  },
]);
