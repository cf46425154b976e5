import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

/** Intensive in both years, completed, 2.5 cm and 2.5 kg less. */
const better = {
  support_level: 'intensive',
  last_level: 'intensive',
  last_completed: true,
  last_bmi: 27,
  last_waist_cm: 92,
  last_weight_kg: 80,
  waist_cm: 89.5,
  weight_kg: 77.5,
} as const;

const without = (given: Given, ...columns: readonly string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([column]) => !columns.includes(column)));

const is = (name: string, given: Given, level: string, reasons: string): RuleCase => ({
  name,
  on: '2025-06-01',
  given,
  expect: { level, reasons },
});

const limits = [
  is(
    'BMI 29.9, exactly 1.0 and 1.0',
    { ...better, last_bmi: 29.9, waist_cm: 91, weight_kg: 79 },
    'equivalent',
    'lean_loss',
  ),
  is('0.9 cm', { ...better, waist_cm: 91.1, weight_kg: 79 }, 'full', 'no_loss'),
  is('0.9 kg', { ...better, waist_cm: 91, weight_kg: 79.1 }, 'full', 'no_loss'),
  is(
    'BMI 30.0, exactly 2.0 and 2.0',
    { ...better, last_bmi: 30, waist_cm: 90, weight_kg: 78 },
    'equivalent',
    'obese_loss',
  ),
  is('BMI 30.0, 1.9 cm', { ...better, last_bmi: 30, waist_cm: 90.1, weight_kg: 78 }, 'full', 'no_loss'),
  is('BMI 30.0, 1.9 kg', { ...better, last_bmi: 30, waist_cm: 90, weight_kg: 78.1 }, 'full', 'no_loss'),
  is(
    'BMI 29.95 is rounded to 30.0',
    { ...better, last_bmi: 29.95, waist_cm: 91, weight_kg: 79 },
    'full',
    'no_loss',
  ),
  is('worse', { ...better, waist_cm: 93, weight_kg: 81 }, 'full', 'no_loss'),
];

const years = [
  is('motivational this year', { ...better, support_level: 'motivational' }, 'full', 'not_intensive'),
  is('motivational last year', { ...better, last_level: 'motivational' }, 'full', 'not_intensive'),
  is('level of last year not known', without(better, 'last_level'), 'undecidable', 'missing_level'),
  is(
    'level of last year not known, motivational now',
    without({ ...better, support_level: 'motivational' }, 'last_level'),
    'full',
    'not_intensive',
  ),
  is(
    'level of last year not known, not better',
    without({ ...better, waist_cm: 95 }, 'last_level'),
    'full',
    'no_loss',
  ),
  is('not completed last year', { ...better, last_completed: false }, 'full', 'not_completed'),
];

const missing = [
  is('completion not known', without(better, 'last_completed'), 'undecidable', 'missing_completion'),
  is('no waist of last year', without(better, 'last_waist_cm'), 'undecidable', 'missing_loss'),
  is('no weight this year', without(better, 'weight_kg'), 'undecidable', 'missing_loss'),
  is('no BMI, enough for both limits', without(better, 'last_bmi'), 'equivalent', 'obese_loss'),
  is(
    'no BMI, enough for one limit',
    without({ ...better, waist_cm: 91, weight_kg: 79 }, 'last_bmi'),
    'undecidable',
    'missing_bmi',
  ),
  is(
    'no BMI, enough for none',
    without({ ...better, waist_cm: 91.5, weight_kg: 79 }, 'last_bmi'),
    'full',
    'no_loss',
  ),
  {
    name: 'says what kept it from an answer',
    on: '2025-06-01',
    given: without(better, 'waist_cm'),
    expect: { level: 'undecidable', cause: 'missing' },
  },
];

export default defineRuleCases([...limits, ...years, ...missing]);
