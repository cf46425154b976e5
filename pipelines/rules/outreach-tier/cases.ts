import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

const sound = { sbp: 120, dbp: 75, fpg: 90, hba1c: 5.2, ldl: 100 } as const;

const is = (name: string, given: Given, level: string, reasons: string): RuleCase => ({
  name,
  on: '2025-06-01',
  given,
  expect: { level, reasons },
});

function without(given: Given, ...keys: readonly string[]): Given {
  return Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)));
}

/** Column, last value of nothing, first and last of the first tier, first of the second (undefined: there is none). */
const limits: readonly (readonly [string, number, number, number, number?])[] = [
  ['sbp', 159, 160, 179, 180],
  ['dbp', 99, 100, 109, 110],
  ['fpg', 125, 126, 159, 160],
  ['hba1c', 6.4, 6.5, 8.3, 8.4],
  ['ldl', 179, 180, 400],
];

const boundaries = limits.flatMap(([item, below, from, to, second]) => [
  is(`${item} ${below}`, { ...sound, [item]: below }, 'none', 'below'),
  is(`${item} ${from}`, { ...sound, [item]: from }, 'first', `${item}_first`),
  is(`${item} ${to}`, { ...sound, [item]: to }, 'first', `${item}_first`),
  ...(second === undefined
    ? []
    : [is(`${item} ${second}`, { ...sound, [item]: second }, 'second', `${item}_second`)]),
]);

const fields = [
  is('both pressures are one field', { ...sound, sbp: 160, dbp: 100 }, 'first', 'sbp_first dbp_first'),
  is('glucose and HbA1c are one field', { ...sound, fpg: 126, hba1c: 6.5 }, 'first', 'fpg_first hba1c_first'),
  is('pressure and lipids', { ...sound, sbp: 160, ldl: 180 }, 'second', 'sbp_first ldl_first several_fields'),
  is('glucose and lipids', { ...sound, fpg: 126, ldl: 180 }, 'second', 'fpg_first ldl_first several_fields'),
  is(
    'pressure and glucose',
    { ...sound, dbp: 100, hba1c: 6.5 },
    'second',
    'dbp_first hba1c_first several_fields',
  ),
  is('systolic pressure 159.5 is rounded to 160', { ...sound, sbp: 159.5 }, 'first', 'sbp_first'),
  is('HbA1c 8.35 is rounded to 8.4', { ...sound, hba1c: 8.35 }, 'second', 'hba1c_second'),
];

const missing = [
  is('HbA1c will do', without(sound, 'fpg'), 'none', 'below'),
  is('fasting glucose will do', without(sound, 'hba1c'), 'none', 'below'),
  is('no glucose', without(sound, 'fpg', 'hba1c'), 'undecidable', 'missing_glucose'),
  is('no LDL', without(sound, 'ldl'), 'undecidable', 'missing_ldl'),
  is('no diastolic pressure', without(sound, 'dbp'), 'undecidable', 'missing_blood_pressure'),
  is('the first tier is certain', { sbp: 160, hba1c: 5 }, 'first', 'sbp_first missing_ldl'),
  is('the second tier is certain', { hba1c: 8.4 }, 'second', 'hba1c_second'),
];

export default defineRuleCases([...boundaries, ...fields, ...missing]);
