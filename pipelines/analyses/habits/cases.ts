import { defineCases } from '#shared/define.ts';

const years = [
  { fiscal_year: 2023, last_day: '2024-03-31', is_complete: true },
  { fiscal_year: 2024, last_day: '2025-03-31', is_complete: true },
];
const person = {
  person_id: 1,
  household_id: 1,
  employer_id: 1,
  fiscal_year: 2024,
  unit: 'E01',
  sex: 'male',
  age: 50,
  person_months: 12,
};
const checkup = {
  checkup_id: 1,
  person_id: 1,
  fiscal_year: 2024,
  examined_on: '2024-06-01',
  is_linked: true,
};
const given = (answers: Record<string, string>, fiscal_year = 2024, age = 50) => ({
  'core.fiscal_year': years,
  'core.member_year': [{ ...person, fiscal_year, age }],
  'core.checkup': [{ ...checkup, fiscal_year, ...answers }],
});
const of = (habit: string, answered: number, good: number, fiscal_year = 2024) => [
  { fiscal_year, habit, answered, good },
];
const drinks = (drinking_frequency: string, drinking_amount?: string) => ({
  drinking_frequency,
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
  { name: 'daily, 1 to 2 go', given: given(drinks('1', '2')), expect: of('drinking', 1, 1) },
  { name: 'daily, 2 to 3 go', given: given(drinks('1', '3')), expect: of('drinking', 1, 0) },
  { name: 'five days a week, 2 to 3 go', given: given(drinks('2', '3')), expect: of('drinking', 1, 1) },
  { name: 'less than monthly, 3 to 5 go', given: given(drinks('6', '4')), expect: of('drinking', 1, 0) },
  { name: 'at times, 5 go and more', given: given(drinks('3', '5')), expect: of('drinking', 1, 0) },
  { name: 'stopped drinking, no amount', given: given(drinks('7')), expect: of('drinking', 1, 1) },
  {
    name: 'does not drink, an amount all the same',
    given: given(drinks('8', '4')),
    expect: of('drinking', 1, 1),
  },
  { name: 'daily without an amount', given: given(drinks('1')), expect: of('drinking', 0, 0) },
  {
    name: 'until fiscal 2023 answer 3 is hardly ever',
    given: given(drinks('3', '4'), 2023),
    expect: of('drinking', 1, 1, 2023),
  },
  {
    name: 'until fiscal 2023 answer 2 is sometimes',
    given: given(drinks('2', '4'), 2023),
    expect: of('drinking', 1, 0, 2023),
  },
  { name: 'rested', given: given({ sleep: '1' }), expect: of('sleep', 1, 1) },
  { name: 'not rested', given: given({ sleep: '2' }), expect: of('sleep', 1, 0) },
  { name: '39 years old', given: given({ sleep: '1' }, 2024, 39), expect: of('sleep', 0, 0) },
  { name: '40 years old', given: given({ sleep: '1' }, 2024, 40), expect: of('sleep', 1, 1) },
  { name: '74 years old', given: given({ sleep: '1' }, 2024, 74), expect: of('sleep', 1, 1) },
  { name: '75 years old', given: given({ sleep: '1' }, 2024, 75), expect: of('sleep', 0, 0) },
  {
    name: 'the first checkup of the year counts',
    given: {
      ...given({ sleep: '2' }),
      'core.checkup': [
        { ...checkup, sleep: '2' },
        { ...checkup, checkup_id: 2, examined_on: '2024-07-01', sleep: '1' },
      ],
    },
    expect: of('sleep', 1, 0),
  },
]);
