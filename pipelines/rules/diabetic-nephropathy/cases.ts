import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

/** A diabetic with a working kidney. */
const base = { sex: 'male', age: 60, age_on_day: 60, diabetes: true, egfr: 70 } as const;

const is = (name: string, given: Given, level: string, reasons: string): RuleCase => ({
  name,
  on: '2025-06-01',
  given,
  expect: { level, reasons },
});

function without(given: Given, ...keys: readonly string[]): Given {
  return Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)));
}

const stages = [
  is('albumin 29.9', { ...base, acr: 29.9 }, 'stage-1', 'diabetes acr_1'),
  is('albumin 29.95 is rounded to 30.0', { ...base, acr: 29.95 }, 'stage-2', 'diabetes acr_2'),
  is('albumin 30', { ...base, acr: 30 }, 'stage-2', 'diabetes acr_2'),
  is('albumin 299.9', { ...base, acr: 299.9 }, 'stage-2', 'diabetes acr_2'),
  is('albumin 300', { ...base, acr: 300 }, 'stage-3', 'diabetes acr_3'),
  is('protein 0.49 beside albumin', { ...base, acr: 100, pcr: 0.49 }, 'stage-2', 'diabetes acr_2'),
  is('protein 0.50', { ...base, pcr: 0.5 }, 'stage-3', 'diabetes pcr_3'),
  is('protein 0.50 beside little albumin', { ...base, acr: 10, pcr: 0.5 }, 'stage-3', 'diabetes pcr_3'),
  is('protein 0.49 alone', { ...base, pcr: 0.49 }, 'undecidable', 'diabetes missing_albumin'),
  is('strip ±', { ...base, urine_protein: 2 }, 'undecidable', 'diabetes missing_albumin'),
  is('strip 1+', { ...base, urine_protein: 3 }, 'stage-3', 'diabetes strip_3'),
  is('albumin comes before the strip', { ...base, acr: 10, urine_protein: 3 }, 'stage-1', 'diabetes acr_1'),
  is(
    'protein comes before the strip',
    { ...base, pcr: 0.1, urine_protein: 3 },
    'undecidable',
    'diabetes missing_albumin',
  ),
  is('eGFR 30.0', { ...base, egfr: 30, acr: 10 }, 'stage-1', 'diabetes acr_1'),
  is(
    'eGFR 29.9, whatever the albumin',
    { ...base, egfr: 29.9, acr: 10, kidney_replacement: false },
    'stage-4',
    'diabetes low_egfr',
  ),
  is('eGFR 29.9 alone', { ...base, egfr: 29.9 }, 'stage-4', 'diabetes low_egfr replacement_unstated'),
  is(
    'dialysis or a transplant',
    { ...base, kidney_replacement: true, egfr: 60, acr: 10 },
    'stage-5',
    'diabetes kidney_replacement',
  ),
  is(
    'eGFR of a man of 60 from creatinine 1.88: 30.0',
    { ...without(base, 'egfr'), creatinine: 1.88, acr: 10 },
    'stage-1',
    'diabetes egfr_computed acr_1',
  ),
  is(
    'eGFR of a man of 60 from creatinine 1.89: 29.9',
    { ...without(base, 'egfr'), creatinine: 1.89, acr: 10, kidney_replacement: false },
    'stage-4',
    'diabetes low_egfr egfr_computed',
  ),
  is('no eGFR', { ...without(base, 'egfr'), acr: 300 }, 'undecidable', 'diabetes missing_egfr'),
  is('neither', without(base, 'egfr'), 'undecidable', 'diabetes missing_egfr missing_albumin'),
];

const kidney = { ...without(base, 'diabetes'), acr: 30 };
const low = { ...kidney, medication_glucose: false };
const diabetes = [
  is('fasting glucose 125', { ...low, fpg: 125 }, 'excluded', 'no_diabetes'),
  is('fasting glucose 126', { ...low, fpg: 126 }, 'stage-2', 'fpg acr_2'),
  is('casual glucose 125', { ...low, casual_glucose: 125 }, 'excluded', 'no_diabetes'),
  is('casual glucose 126', { ...low, casual_glucose: 126 }, 'stage-2', 'casual_glucose acr_2'),
  is(
    'casual glucose just after a meal is none',
    { ...low, casual_glucose: 200, meal_time: 'after' },
    'undecidable',
    'missing_diabetes',
  ),
  is('HbA1c 6.4', { ...low, hba1c: 6.4 }, 'excluded', 'no_diabetes'),
  is('HbA1c 6.5', { ...low, hba1c: 6.5 }, 'stage-2', 'hba1c acr_2'),
  is('medicine', { ...kidney, medication_glucose: true, hba1c: 5.8 }, 'stage-2', 'medication_glucose acr_2'),
  is('told to have none', { ...kidney, diabetes: false }, 'excluded', 'no_diabetes'),
  is('told to have none, but shown', { ...kidney, diabetes: false, hba1c: 6.5 }, 'stage-2', 'hba1c acr_2'),
  is('low values, no answer on medicine', { ...kidney, hba1c: 5.8 }, 'undecidable', 'missing_diabetes'),
  is('nothing known', kidney, 'undecidable', 'missing_diabetes'),
];

export default defineRuleCases([...stages, ...diabetes]);
