import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];

/** Every reading and every way of measuring the waist. */
const all = {
  sbp_first: 141,
  sbp_second: 132,
  sbp_other: 123,
  dbp_first: 91,
  dbp_second: 82,
  dbp_other: 73,
  waist_measured: 85,
  waist_self: 86,
  waist_told: 87,
} as const;

const is = (name: string, given: Given, expect: RuleCase['expect'], on = '2025-06-01'): RuleCase => ({
  name,
  on,
  given,
  expect,
});
const without = (...keys: readonly string[]): Given =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)));

export default defineRuleCases([
  is('the other reading comes first', all, {
    level: 'complete',
    sbp: 123,
    dbp: 73,
    reading: 'other',
    reasons: 'reading_other waist_measured',
  }),
  is('then the second', without('sbp_other'), {
    sbp: 132,
    dbp: 82,
    reading: 'second',
    reasons: 'reading_second waist_measured',
  }),
  is('then the first', without('sbp_other', 'sbp_second'), {
    sbp: 141,
    dbp: 91,
    reading: 'first',
    reasons: 'reading_first waist_measured',
  }),
  is('only the second reading', without('sbp_other', 'sbp_first'), { sbp: 132, dbp: 82, reading: 'second' }),
  is('only the other reading', without('sbp_first', 'sbp_second'), { sbp: 123, dbp: 73, reading: 'other' }),
  is('the two values are never of two readings', without('dbp_other'), {
    level: 'partial',
    sbp: 123,
    dbp: null,
    reasons: 'reading_other waist_measured missing_dbp',
  }),
  is('nor where the second reading lacks one', without('sbp_other', 'dbp_other', 'dbp_second'), {
    sbp: 132,
    dbp: null,
  }),
  is(
    'without any systolic value the diastolic one goes by the same order',
    without('sbp_first', 'sbp_second', 'sbp_other'),
    {
      level: 'partial',
      sbp: null,
      dbp: 73,
      reading: null,
      reasons: 'waist_measured missing_sbp',
    },
  ),
  is('then the second', without('sbp_first', 'sbp_second', 'sbp_other', 'dbp_other'), { dbp: 82 }),
  is('the waist measured by the examiner comes first', all, { waist: 85, waist_way: 'measured' }),
  is('then as measured by the person', without('waist_measured'), {
    waist: 86,
    waist_way: 'self',
    reasons: 'reading_other waist_self',
  }),
  is('then as told', without('waist_measured', 'waist_self'), {
    level: 'complete',
    waist: 87,
    waist_way: 'told',
    reasons: 'reading_other waist_told',
  }),
  is('no waist', without('waist_measured', 'waist_self', 'waist_told'), {
    level: 'partial',
    waist: null,
    waist_way: null,
    reasons: 'reading_other missing_waist',
  }),
  is(
    'nothing',
    {},
    { level: 'undecidable', cause: 'missing', reasons: 'missing_sbp missing_dbp missing_waist' },
  ),
  is('the first checkups of the programme', all, { sbp: 123 }, '2008-04-01'),
]);
