import { defineCases } from '#shared/define.ts';

const years = [
  { fiscal_year: 2023, last_day: '2024-03-31', is_complete: true },
  { fiscal_year: 2024, last_day: '2025-03-31', is_complete: true },
];
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
const given = (answers: Record<string, string>, fiscal_year = 2024, age = 50) => ({
  'core.fiscal_year': years,
  'core.checkup_year': [{ ...year, fiscal_year, age, ...answers }],
});
const of = (habit: string, answered: number, good: number, fiscal_year = 2024) => [
  { fiscal_year, habit, answered, good },
];
const drinks = (drinking_status: string, drinking_amount?: string) => ({
  drinking_status,
  ...(drinking_amount && { drinking_amount }),
});
const moves = { exercise: '2', walking: '2', walking_speed: '2' };
const eats = { eating_speed: '1', late_supper: '1', snacks: '1', skips_breakfast: '1' };

export default defineCases([
  { name: 'a smoker', given: given({ smoking: '1' }), expect: of('smoking', 1, 0) },
  { name: 'a former smoker is good', given: given({ smoking: '2' }), expect: of('smoking', 1, 1) },
  { name: 'never smoked', given: given({ smoking: '3' }), expect: of('smoking', 1, 1) },
  { name: 'no answer, no base', given: given({}), expect: of('smoking', 0, 0) },
  { name: 'one of three movements', given: given({ ...moves, walking: '1' }), expect: of('exercise', 1, 0) },
  {
    name: 'two of three movements',
    given: given({ ...moves, walking: '1', walking_speed: '1' }),
    expect: of('exercise', 1, 1),
  },
  {
    name: 'a movement without an answer',
    given: given({ exercise: '1', walking: '1' }),
    expect: of('exercise', 0, 0),
  },
  {
    name: 'two of four ways of eating',
    given: given({ ...eats, eating_speed: '2', late_supper: '2' }),
    expect: of('eating', 1, 0),
  },
  {
    name: 'three of four ways of eating, slow eater, snacks sometimes',
    given: given({ ...eats, eating_speed: '3', snacks: '2', skips_breakfast: '2' }),
    expect: of('eating', 1, 1),
  },
  {
    name: 'all but the snacks question',
    given: given({ eating_speed: '2', late_supper: '2', skips_breakfast: '2' }),
    expect: of('eating', 0, 0),
  },
  { name: 'daily, 1 to 2 go', given: given(drinks('daily', '2')), expect: of('drinking', 1, 1) },
  { name: 'daily, 2 to 3 go', given: given(drinks('daily', '3')), expect: of('drinking', 1, 0) },
  { name: 'sometimes, 2 to 3 go', given: given(drinks('sometimes', '3')), expect: of('drinking', 1, 1) },
  { name: 'sometimes, 3 to 5 go', given: given(drinks('sometimes', '4')), expect: of('drinking', 1, 0) },
  { name: 'sometimes, 5 go and more', given: given(drinks('sometimes', '5')), expect: of('drinking', 1, 0) },
  { name: 'does not drink, no amount', given: given(drinks('rarely')), expect: of('drinking', 1, 1) },
  {
    name: 'does not drink, an amount all the same',
    given: given(drinks('rarely', '4')),
    expect: of('drinking', 1, 1),
  },
  { name: 'daily without an amount', given: given(drinks('daily')), expect: of('drinking', 0, 0) },
  {
    name: 'another year',
    given: given(drinks('sometimes', '4'), 2023),
    expect: of('drinking', 1, 0, 2023),
  },
  { name: 'rested', given: given({ sleep: '1' }), expect: of('sleep', 1, 1) },
  { name: 'not rested', given: given({ sleep: '2' }), expect: of('sleep', 1, 0) },
  { name: '39 years old', given: given({ sleep: '1' }, 2024, 39), expect: of('sleep', 0, 0) },
  { name: '40 years old', given: given({ sleep: '1' }, 2024, 40), expect: of('sleep', 1, 1) },
  { name: '74 years old', given: given({ sleep: '1' }, 2024, 74), expect: of('sleep', 1, 1) },
  { name: '75 years old', given: given({ sleep: '1' }, 2024, 75), expect: of('sleep', 0, 0) },
  {
    name: 'by age',
    given: given({ sleep: '1' }, 2024, 49),
    expect: [
      { ...of('sleep', 1, 1)[0], age_group: '40-49' },
      { ...of('sleep', 0, 0)[0], age_group: '50-59' },
    ],
  },
]);
