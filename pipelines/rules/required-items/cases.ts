import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

const whole = {
  lacks_waist: false,
  lacks_urine_sugar: false,
  lacks_urine_protein: false,
  lacks_other: false,
  bmi: 22,
} as const;

const without = (key: string): Given =>
  Object.fromEntries(Object.entries(whole).filter(([one]) => one !== key));
const is = (name: string, given: Given, level: string, reasons: string, on = '2025-06-01'): RuleCase => ({
  name,
  on,
  given,
  expect: { level, reasons },
});
const urineless = { ...whole, lacks_urine_sugar: true, lacks_urine_protein: true } as const;

export default defineRuleCases([
  is('everything', whole, 'complete', 'all_present'),
  is('everything, in the third period', whole, 'complete', 'all_present', '2018-04-01'),
  is('no waist, BMI 19.9', { ...whole, lacks_waist: true, bmi: 19.9 }, 'omitted', 'waist_omitted'),
  is('no waist, BMI 19.94 is 19.9', { ...whole, lacks_waist: true, bmi: 19.94 }, 'omitted', 'waist_omitted'),
  is('no waist, BMI 19.95 is 20', { ...whole, lacks_waist: true, bmi: 19.95 }, 'incomplete', 'waist_missing'),
  is('no waist, BMI 20', { ...whole, lacks_waist: true, bmi: 20 }, 'incomplete', 'waist_missing'),
  is(
    'no waist, no BMI',
    { lacks_waist: true, lacks_urine_sugar: false, lacks_urine_protein: false, lacks_other: true },
    'incomplete',
    'waist_missing other_missing',
  ),
  is('slim, with a waist', { ...whole, bmi: 18 }, 'complete', 'all_present'),
  is('no urine, no reason', urineless, 'incomplete', 'urine_sugar_missing urine_protein_missing'),
  is('no urine, reason 1', { ...urineless, not_performed_reason: 1 }, 'omitted', 'urine_omitted'),
  is('no urine, reason 2', { ...urineless, not_performed_reason: 2 }, 'omitted', 'urine_omitted'),
  is(
    'no urine, reason 3',
    { ...urineless, not_performed_reason: 3 },
    'incomplete',
    'urine_sugar_missing urine_protein_missing',
  ),
  is(
    'no urine glucose alone, reason 1',
    { ...whole, lacks_urine_sugar: true, not_performed_reason: 1 },
    'omitted',
    'urine_omitted',
  ),
  is(
    'no urine protein alone',
    { ...whole, lacks_urine_protein: true },
    'incomplete',
    'urine_protein_missing',
  ),
  is(
    'a reason excuses the urine only',
    { ...whole, lacks_other: true, not_performed_reason: 1 },
    'incomplete',
    'other_missing',
  ),
  is(
    'a reason does not excuse the waist',
    { ...whole, lacks_waist: true, not_performed_reason: 1 },
    'incomplete',
    'waist_missing',
  ),
  is('another item', { ...whole, lacks_other: true }, 'incomplete', 'other_missing'),
  is(
    'both omissions',
    { ...urineless, lacks_waist: true, bmi: 19, not_performed_reason: 2 },
    'omitted',
    'waist_omitted urine_omitted',
  ),
  {
    name: 'says why',
    on: '2025-06-01',
    given: { ...whole, lacks_other: true },
    expect: { cause: 'missing' },
  },
  is('nothing known', {}, 'undecidable', 'items_unknown'),
  is(
    'one item not known',
    { lacks_waist: false, lacks_urine_sugar: false, lacks_urine_protein: false },
    'undecidable',
    'items_unknown',
  ),
  is('one missing, the others not known', { lacks_other: true }, 'incomplete', 'other_missing'),
  is('waist not known, but excused', { ...without('lacks_waist'), bmi: 19 }, 'complete', 'all_present'),
]);
