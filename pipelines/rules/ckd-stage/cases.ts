import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

const is = (name: string, given: Given, level: string, more: RuleCase['expect'] = {}): RuleCase => ({
  name,
  on: '2025-06-01',
  given,
  expect: { level, ...more },
});

const levels: readonly (readonly [string, number, number, readonly string[]])[] = [
  ['G1', 90, 150, ['green', 'yellow', 'orange']],
  ['G2', 60, 89.9, ['green', 'yellow', 'orange']],
  ['G3a', 45, 59.9, ['yellow', 'orange', 'red']],
  ['G3b', 30, 44.9, ['orange', 'red', 'red']],
  ['G4', 15, 29.9, ['red', 'red', 'red']],
  ['G5', 0, 14.9, ['red', 'red', 'red']],
];
/** Lowest and highest value of each class. */
const proteins = [
  ['A1', 0, 0.14],
  ['A2', 0.15, 0.49],
  ['A3', 0.5, 9],
] as const;

const map = levels.flatMap(([g, least, most, colours]) =>
  proteins.flatMap(([a, low, high], index) => [
    is(`${g} at its lowest, ${a} at its lowest`, { egfr: least, pcr: low }, colours[index]!, { g, a }),
    is(`${g} at its highest, ${a} at its highest`, { egfr: most, pcr: high }, colours[index]!, { g, a }),
  ]),
);

const urine = [
  is('albumin 29.9', { egfr: 80, acr: 29.9 }, 'green', { a: 'A1', a_by: 'acr' }),
  is('albumin 30', { egfr: 80, acr: 30 }, 'yellow', { a: 'A2' }),
  is('albumin 299.9', { egfr: 80, acr: 299.9 }, 'yellow', { a: 'A2' }),
  is('albumin 300', { egfr: 80, acr: 300 }, 'orange', { a: 'A3' }),
  is('strip -', { egfr: 80, urine_protein: 1 }, 'green', { reasons: 'g2 a1 by_strip' }),
  is('strip ±', { egfr: 80, urine_protein: 2 }, 'yellow', { reasons: 'g2 a2 by_strip' }),
  is('strip 1+', { egfr: 80, urine_protein: 3 }, 'orange', { reasons: 'g2 a3 by_strip' }),
  is('strip 3+', { egfr: 80, urine_protein: 5 }, 'orange', { reasons: 'g2 a3 by_strip' }),
  is('protein of the not diabetic comes first', { egfr: 80, acr: 300, pcr: 0.1 }, 'green', { a_by: 'pcr' }),
  is('albumin of the diabetic comes first', { egfr: 80, acr: 300, pcr: 0.1, diabetes: true }, 'orange', {
    a_by: 'acr',
  }),
  is('the diabetic without albumin', { egfr: 80, pcr: 0.5, diabetes: true }, 'orange', { a_by: 'pcr' }),
  is('a measured value comes before the strip', { egfr: 80, pcr: 0.1, urine_protein: 5 }, 'green', {
    reasons: 'g2 a1',
  }),
];

const man = { sex: 'male', age: 60, age_on_day: 60, urine_protein: 1 } as const;
const computed = [
  is('a man of 60 with creatinine 1.00', { ...man, creatinine: 1 }, 'yellow', {
    egfr: 59.9,
    reasons: 'g3a egfr_computed a1 by_strip',
  }),
  is('a man of 60 with creatinine 0.99', { ...man, creatinine: 0.99 }, 'green', { egfr: 60.6, g: 'G2' }),
  is('a woman of 60 with creatinine 0.75', { ...man, sex: 'female', creatinine: 0.75 }, 'green', {
    egfr: 60.6,
  }),
  is('a woman of 60 with creatinine 0.76', { ...man, sex: 'female', creatinine: 0.76 }, 'yellow', {
    egfr: 59.8,
  }),
  is('the age on the day comes first', { ...man, age: 61, creatinine: 1 }, 'yellow', { egfr: 59.9 }),
  is(
    'only the age at the end of the year',
    { sex: 'male', age: 59, creatinine: 1, urine_protein: 1 },
    'green',
    { egfr: 60.2, reasons: 'g2 egfr_computed age_at_year_end a1 by_strip' },
  ),
  is('eGFR comes before creatinine', { ...man, creatinine: 5, egfr: 60 }, 'green', {
    reasons: 'g2 a1 by_strip',
  }),
  is('eGFR 59.95 is rounded to 60.0', { egfr: 59.95, pcr: 0.1 }, 'green', { g: 'G2' }),
  is('eGFR 59.94 is rounded to 59.9', { egfr: 59.94, pcr: 0.1 }, 'yellow', { g: 'G3a' }),
];

const missing = [
  is('no urine, G3b', { egfr: 44.9 }, 'undecidable', { reasons: 'g3b missing_urine', cause: 'missing' }),
  is('no urine, G4: red in any case', { egfr: 29.9 }, 'red', { reasons: 'g4 missing_urine' }),
  is('no urine, G5: red in any case', { egfr: 14.9 }, 'red', { reasons: 'g5 missing_urine' }),
  is('urine alone', { pcr: 0.5 }, 'undecidable', { reasons: 'a3 missing_creatinine' }),
  is('creatinine without the sex', { age: 60, creatinine: 1, pcr: 0.5 }, 'undecidable', {
    reasons: 'a3 missing_person',
  }),
  is('creatinine without an age', { sex: 'male', creatinine: 1, pcr: 0.5 }, 'undecidable', {
    reasons: 'a3 missing_person',
  }),
  is('aged 17', { sex: 'male', age: 18, age_on_day: 17, creatinine: 1, pcr: 0.5 }, 'undecidable', {
    reasons: 'a3 not_adult',
  }),
  is('aged 18', { sex: 'male', age: 18, age_on_day: 18, creatinine: 1, pcr: 0.5 }, 'orange'),
  is('G1 in words', { egfr: 90, acr: 30 }, 'yellow', { reasons: 'g1 a2' }),
];

export default defineRuleCases([...map, ...urine, ...computed, ...missing]);
