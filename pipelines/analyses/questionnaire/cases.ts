import { defineCases } from '#shared/define.ts';

const person = {
  checkup_id: 1,
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  sex: 'female',
  age: 50,
};
const given = (answers: Record<string, string>, of: Partial<typeof person> = {}) => ({
  'core.fiscal_year': [{ fiscal_year: 2024, last_day: '2025-03-31', is_complete: true }],
  'core.checkup_year': [{ ...person, ...of, ...answers }],
});
const of = (question: string, asked: number, chosen: number) => [
  { fiscal_year: 2024, question, asked, chosen },
];
/** Question → column, the answer looked at and one that is not. */
const questions: readonly (readonly [string, string, string, string])[] = [
  ['q01', 'medication_bp', '1', '2'],
  ['q02', 'medication_glucose', '1', '2'],
  ['q03', 'medication_lipid', '1', '2'],
  ['q04', 'stroke_history', '1', '2'],
  ['q05', 'heart_history', '1', '2'],
  ['q06', 'kidney_history', '1', '2'],
  ['q07', 'anemia_history', '1', '2'],
  ['q09', 'weight_gain', '1', '2'],
  ['q10', 'exercise', '2', '1'],
  ['q11', 'walking', '2', '1'],
  ['q12', 'walking_speed', '2', '1'],
  ['q13', 'chewing', '2', '1'],
  ['q14', 'eating_speed', '1', '2'],
  ['q15', 'late_supper', '1', '2'],
  ['q16', 'snacks', '1', '2'],
  ['q17', 'skips_breakfast', '1', '2'],
  ['q18', 'drinking_frequency', '1', '2'],
  ['q19', 'drinking_amount', '3', '2'],
  ['q21', 'intention', '1', '2'],
  ['q22', 'guidance_history', '2', '1'],
];

export default defineCases([
  ...questions.flatMap(([question, column, looked, other]) => [
    { name: `${column} ${looked}`, given: given({ [column]: looked }), expect: of(question, 1, 1) },
    { name: `${column} ${other}`, given: given({ [column]: other }), expect: of(question, 1, 0) },
  ]),
  { name: 'hardly chews at all', given: given({ chewing: '3' }), expect: of('q13', 1, 1) },
  { name: 'five go and more', given: given({ drinking_amount: '5' }), expect: of('q19', 1, 1) },
  { name: 'under one go', given: given({ drinking_amount: '1' }), expect: of('q19', 1, 0) },
  {
    name: 'smoking and sleep stand in the habits',
    given: given({ smoking: '1', sleep: '2' }),
    expect: [...of('q08', 0, 0), ...of('q20', 0, 0)],
  },
  { name: 'no longer drinks', given: given({ drinking_frequency: '7' }), expect: of('q18', 1, 0) },
  {
    name: 'no answer, no base',
    given: given({ walking: '2' }),
    expect: [...of('q11', 1, 1), ...of('q10', 0, 0)],
  },
  { name: 'aged 39', given: given({ walking: '2' }, { age: 39 }), expect: of('q11', 0, 0) },
  { name: 'aged 75', given: given({ walking: '2' }, { age: 75 }), expect: of('q11', 0, 0) },
  {
    name: 'by sex and by age',
    given: given({ walking: '2' }, { age: 60 }),
    expect: [
      { ...of('q11', 1, 1)[0], sex: 'female' },
      { ...of('q11', 1, 1)[0], age_group: '60-69' },
      { ...of('q11', 0, 0)[0], age_group: '50-59' },
    ],
  },
]);
