import type { RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

const on = '2025-06-01';
/** Nothing wrong, everything known. */
export const sound = {
  sex: 'male',
  age: 52,
  waist_cm: 80,
  bmi: 22,
  fpg: 90,
  hba1c: 5.2,
  tg_fasting: 100,
  hdl: 60,
  sbp: 120,
  dbp: 75,
  meal_time: 'fasting',
  smoking: 'no',
  medication_bp: false,
  medication_glucose: false,
  medication_lipid: false,
} as const;
export const woman = { ...sound, sex: 'female' } as const;
/** A man with a waist of 85 cm: one further risk makes him motivational, two intensive. */
export const wide = { ...sound, waist_cm: 85 } as const;
/** Not wide, BMI 25: one or two further risks make motivational, three intensive. */
export const heavy = { ...sound, bmi: 25 } as const;

export const is = (name: string, given: Given, level: string, reasons?: string): RuleCase => ({
  name,
  on,
  given,
  expect: reasons === undefined ? { level } : { level, reasons },
});
export const without = (given: Given, ...keys: readonly string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)));

/** Wide and with every risk but smoking. */
export const worst = { ...wide, fpg: 130, sbp: 170, hdl: 30 } as const;
