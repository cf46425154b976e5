import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

/** Everything measured and nothing wrong. */
const sound = {
  sex: 'male',
  age: 52,
  bmi: 22,
  sbp: 120,
  dbp: 75,
  tg_fasting: 100,
  hdl: 60,
  ldl: 100,
  fpg: 90,
  hba1c: 5.2,
  meal_time: 'fasting',
  ast: 20,
  alt: 20,
  gamma_gt: 20,
  egfr: 80,
  hemoglobin: 15,
  urine_protein: 1,
} as const;

const on = '2025-06-01';
const is = (name: string, given: Given, level: string, reasons: string, day = on): RuleCase => ({
  name,
  on: day,
  given,
  expect: { level, reasons },
});

function without(given: Given, ...keys: readonly string[]): Given {
  return Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)));
}

/** Column, last value within, first and last of guidance, first of referral (undefined: there is none). */
const limits: readonly (readonly [string, number, number, number, number?])[] = [
  ['bmi', 24.9, 25, 45],
  ['sbp', 129, 130, 139, 140],
  ['dbp', 84, 85, 89, 90],
  ['tg_fasting', 149, 150, 299, 300],
  ['hdl', 40, 39, 10],
  ['ldl', 119, 120, 139, 140],
  ['non_hdl', 149, 150, 169, 170],
  ['fpg', 99, 100, 125, 126],
  ['hba1c', 5.5, 5.6, 6.4, 6.5],
  ['casual_glucose', 99, 100, 125, 126],
  ['ast', 30, 31, 50, 51],
  ['alt', 30, 31, 50, 51],
  ['gamma_gt', 50, 51, 100, 101],
  ['egfr', 60, 59.9, 45, 44.9],
  ['hemoglobin', 13.1, 13, 12.1, 12],
  ['urine_protein', 1, 2, 2, 3],
];

const boundaries = limits.flatMap(([item, within, from, to, see]) => [
  is(`${item} ${within}`, { ...sound, [item]: within }, 'within', 'all_within'),
  is(`${item} ${from}`, { ...sound, [item]: from }, 'guidance', `${item}_guidance`),
  is(`${item} ${to}`, { ...sound, [item]: to }, 'guidance', `${item}_guidance`),
  ...(see === undefined
    ? []
    : [is(`${item} ${see}`, { ...sound, [item]: see }, 'referral', `${item}_referral`)]),
]);

const casual = { ...without(sound, 'tg_fasting'), meal_time: 'between' } as const;
const meals = [
  is('casual triglycerides 174', { ...casual, tg_casual: 174 }, 'within', 'all_within'),
  is('casual triglycerides 175', { ...casual, tg_casual: 175 }, 'guidance', 'tg_casual_guidance'),
  is('casual triglycerides 299', { ...casual, tg_casual: 299 }, 'guidance', 'tg_casual_guidance'),
  is('casual triglycerides 300', { ...casual, tg_casual: 300 }, 'referral', 'tg_casual_referral'),
  is(
    'values drawn just after a meal are none',
    { ...casual, meal_time: 'after', tg_casual: 400, casual_glucose: 300 },
    'within',
    'all_within some_missing',
  ),
  is(
    'casual triglycerides before fiscal 2024',
    { ...casual, tg_casual: 299 },
    'within',
    'all_within some_missing',
    '2024-03-31',
  ),
];

const woman = { ...sound, sex: 'female' } as const;
const others = [
  is('hemoglobin of a woman 12.1', { ...woman, hemoglobin: 12.1 }, 'within', 'all_within'),
  is('hemoglobin of a woman 12.0', { ...woman, hemoglobin: 12 }, 'guidance', 'hemoglobin_guidance'),
  is('hemoglobin of a woman 11.1', { ...woman, hemoglobin: 11.1 }, 'guidance', 'hemoglobin_guidance'),
  is('hemoglobin of a woman 11.0', { ...woman, hemoglobin: 11 }, 'referral', 'hemoglobin_referral'),
  is('hemoglobin without the sex', { ...without(sound, 'sex'), hemoglobin: 5 }, 'within', 'all_within'),
  is('HDL 35 in the third period', { ...sound, hdl: 35 }, 'guidance', 'hdl_guidance', '2024-03-31'),
  is('HDL 34 in the third period', { ...sound, hdl: 34 }, 'referral', 'hdl_referral', '2024-03-31'),
  is('HDL 34 in the fourth period', { ...sound, hdl: 34 }, 'guidance', 'hdl_guidance', '2024-04-01'),
  is('pressure 159/99', { ...sound, sbp: 159, dbp: 99 }, 'referral', 'sbp_referral dbp_referral'),
  is('systolic pressure 160', { ...sound, sbp: 160 }, 'referral', 'sbp_once sbp_referral'),
  is('diastolic pressure 100', { ...sound, dbp: 100 }, 'referral', 'dbp_once dbp_referral'),
  is('LDL 179', { ...sound, ldl: 179 }, 'referral', 'ldl_referral'),
  is('LDL 180', { ...sound, ldl: 180 }, 'referral', 'ldl_once ldl_referral'),
  is('triglycerides 499', { ...sound, tg_fasting: 499 }, 'referral', 'tg_fasting_referral'),
  is('triglycerides 500', { ...sound, tg_fasting: 500 }, 'referral', 'tg_once tg_fasting_referral'),
  is(
    'fasting triglycerides 499.5 are rounded',
    { ...sound, tg_fasting: 499.5 },
    'referral',
    'tg_once tg_fasting_referral',
  ),
  is('the worst item decides', { ...sound, sbp: 130, ldl: 140 }, 'referral', 'ldl_referral sbp_guidance'),
  is(
    'eGFR of a man of 52 from creatinine 1.21: 50.7',
    { ...without(sound, 'egfr'), creatinine: 1.21 },
    'guidance',
    'egfr_guidance',
  ),
  is(
    'BMI from height and weight',
    { ...without(sound, 'bmi'), height_cm: 170, weight_kg: 72.2 },
    'guidance',
    'bmi_guidance',
  ),
  is('one item alone, within', { sbp: 129 }, 'within', 'all_within some_missing'),
  is('one item alone, guidance', { sbp: 130 }, 'guidance', 'sbp_guidance some_missing'),
  is('non-HDL stands in for LDL', { ...without(sound, 'ldl'), non_hdl: 149 }, 'within', 'all_within'),
  is('nothing measured', { sex: 'male', age: 52 }, 'undecidable', 'nothing_measured'),
];

const steps: RuleCase = {
  name: 'says it of every item',
  on,
  given: { ...without(sound, 'tg_fasting'), sbp: 160, fpg: 100 },
  expect: { sbp: 'referral', dbp: 'within', fpg: 'guidance', tg_fasting: null, at_once: true },
};

export default defineRuleCases([...boundaries, ...meals, ...others, steps]);
