import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

const on = '2026-03-31';
/** Enrolled all year, examined with every item. */
const whole = {
  age: 52,
  enrolled_first_day: true,
  enrolled_whole_year: true,
  is_examined: true,
  has_required_items: true,
  is_classified: true,
} as const;

const is = (name: string, given: Given, expect: RuleCase['expect'], day = on): RuleCase => ({
  name,
  on: day,
  given,
  expect,
});
const without = (...keys: readonly string[]): Given =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key)));

const counted = { is_target: true, in_denominator: true, in_numerator: true, is_assessed: true };
const nowhere = { is_target: false, in_denominator: false, in_numerator: false, is_assessed: false };

const ages = [
  is(
    'aged 39',
    { ...whole, age: 39 },
    { level: 'outside', cause: 'outside', reasons: 'age_outside', ...nowhere },
  ),
  is('aged 40', { ...whole, age: 40 }, { level: 'denominator', ...counted }),
  is('aged 74', { ...whole, age: 74 }, { level: 'denominator', ...counted }),
  is(
    'turns 75 in the year: a target, in no rate',
    { ...whole, age: 75, enrolled_whole_year: false },
    { level: 'target', reasons: 'turns_75 left_early', ...nowhere, is_target: true },
  ),
  is(
    'born on 1 April and 75 on the last day: in no rate though enrolled all year',
    { ...whole, age: 75 },
    { level: 'target', reasons: 'turns_75', ...nowhere, is_target: true },
  ),
  is('aged 76', { ...whole, age: 76 }, { level: 'outside', ...nowhere }),
  is('in the third period', { ...whole, age: 40 }, { level: 'denominator', ...counted }, '2024-03-31'),
];

const enrolment = [
  is(
    'joined after 1 April',
    { ...whole, enrolled_first_day: false, enrolled_whole_year: false },
    { level: 'outside', cause: 'outside', reasons: 'joined_later', ...nowhere },
  ),
  is(
    'left in the year',
    { ...whole, enrolled_whole_year: false },
    { level: 'target', cause: null, reasons: 'left_early', ...nowhere, is_target: true },
  ),
  is('not known whether all year', without('enrolled_whole_year'), {
    level: 'undecidable',
    cause: 'missing',
    reasons: 'missing_enrolment',
    ...nowhere,
  }),
  is('enrolled all year is enrolled on 1 April', without('enrolled_first_day'), {
    level: 'denominator',
    ...counted,
  }),
  is('age unknown', without('age'), { level: 'undecidable', reasons: 'missing_age', ...nowhere }),
  is('age unknown, joined later', { ...without('age'), enrolled_first_day: false }, { level: 'outside' }),
];

const exclusions = ['pregnancy', 'hospital', 'facility', 'prison', 'abroad', 'domicile', 'other'].map(
  (exclusion) =>
    is(
      `excluded: ${exclusion}`,
      { ...whole, exclusion },
      { level: 'excluded', cause: 'exclusion', reasons: `exclusion_${exclusion}`, ...nowhere },
    ),
);

const results = [
  is('examined with every item', whole, { reasons: 'whole_year all_items', ...counted }),
  is(
    'not examined',
    { ...whole, is_examined: false, has_required_items: false, is_classified: false },
    {
      level: 'denominator',
      reasons: 'whole_year not_examined',
      is_target: true,
      in_denominator: true,
      in_numerator: false,
      is_assessed: false,
    },
  ),
  is(
    'an item missing, classed all the same: assessed, not in the numerator',
    { ...whole, has_required_items: false },
    {
      reasons: 'whole_year items_missing classified',
      in_denominator: true,
      in_numerator: false,
      is_assessed: true,
    },
  ),
  is(
    'an item missing and not classed',
    { ...whole, has_required_items: false, is_classified: false },
    { reasons: 'whole_year items_missing', in_numerator: false, is_assessed: false },
  ),
  is(
    'every item and not classed',
    { ...whole, is_classified: false },
    { in_numerator: true, is_assessed: true },
  ),
  is(
    'a result without a checkup counts nowhere',
    { ...whole, is_examined: false },
    { in_numerator: false, is_assessed: false },
  ),
];

export default defineRuleCases([...ages, ...enrolment, ...exclusions, ...results]);
