import { defineListCases, type ListCase } from '#shared/define.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

const asOf = '2026-03-31';
/** The ledger and the consent list of the same day. */
const files = (ledgerOn = asOf) => [
  { file_id: 1, kind: 'eligibility', as_of: ledgerOn },
  { file_id: 2, kind: 'consent', as_of: asOf },
];
const member = { person_id: 1, sex: 'male', age_month: '1975-06-01', household_id: 1 };
const span = {
  span_id: 1,
  person_id: 1,
  household_id: 1,
  gained_on: '2020-04-01',
  lost_on: null,
  loss_reason: null,
  has_cover: true,
};
/** A wide waist and high glucose, everything answered: motivational. */
const checkup = {
  checkup_id: 1,
  person_id: 1,
  fiscal_year: 2025,
  examined_on: '2025-06-10',
  is_kept: true,
  waist_cm: 90,
  bmi: 26,
  fpg: 105,
  tg_fasting: 100,
  hdl: 60,
  sbp: 120,
  dbp: 75,
  meal_time: '2',
  smoking_status: 'no',
  medication_bp: '2',
  medication_glucose: '2',
  medication_lipid: '2',
};

const given = (change: Readonly<Record<string, Rows>> = {}): ListCase['given'] => ({
  'raw.file': files(),
  'core.member': [member],
  'core.eligibility_span': [span],
  'core.checkup': [checkup],
  ...change,
});
const flagged = (flag: string, days: Readonly<Record<string, string | null>> = {}) =>
  given({
    'raw.consent': [{ file_id: 2, row: 1, person_id: 1, flag, from_on: '2024-01-01', to_on: null, ...days }],
  });
const examined = (change: Readonly<Record<string, unknown>>) =>
  given({ 'core.checkup': [{ ...checkup, ...change }] });
const is = (name: string, rows: ListCase['given'], outcome: string): ListCase => ({
  name,
  asOf,
  given: rows,
  expect: { 1: outcome },
});

export default defineListCases([
  is('covered, one risk', given(), 'motivational'),
  is('smoking beside it', examined({ smoking_status: 'current' }), 'intensive'),
  is('smoked before', examined({ smoking_status: 'former' }), 'motivational'),
  is('smoking not answered', examined({ smoking_status: null }), 'undecidable'),
  is(
    'no checkup values',
    examined({ waist_cm: null, bmi: null, fpg: null, hdl: null, sbp: null }),
    'undecidable',
  ),
  is('on medicine', examined({ medication_lipid: '1' }), 'excluded: medication'),
  is('on medicine, as the insurer found out', examined({ medication_bp_check: '2' }), 'excluded: medication'),
  is('answer on medicine missing', examined({ medication_bp: null }), 'undecidable'),
  is(
    'casual glucose just after a meal',
    examined({ fpg: null, casual_glucose: 200, meal_time: '4' }),
    'undecidable',
  ),
  is(
    'casual glucose some hours after a meal',
    examined({ fpg: null, casual_glucose: 200, meal_time: '3' }),
    'motivational',
  ),
  is(
    'aged 39 at the end of the year',
    given({ 'core.member': [{ ...member, age_month: '1986-04-01' }] }),
    'excluded: age',
  ),
  is(
    'born on 1 April, aged 40 on 31 March',
    given({ 'core.member': [{ ...member, age_month: '1986-03-01' }] }),
    'motivational',
  ),
  is(
    'aged 75 at the end of the year',
    given({ 'core.member': [{ ...member, age_month: '1951-03-01' }] }),
    'excluded: age',
  ),
  is(
    'turns 75 after the checkup',
    {
      ...examined({ age_on_day: 74 }),
      'core.member': [{ ...member, age_month: '1951-03-01' }],
    },
    'motivational',
  ),
  is(
    'left before the day',
    given({ 'core.eligibility_span': [{ ...span, lost_on: '2026-03-31', loss_reason: '1' }] }),
    'excluded: lost-cover',
  ),
  is(
    'leaves on the day after',
    given({ 'core.eligibility_span': [{ ...span, lost_on: '2026-04-01', loss_reason: '1' }] }),
    'motivational',
  ),
  is(
    'left after the day, as a later ledger knows',
    given({
      'raw.file': files('2026-05-31'),
      'core.eligibility_span': [{ ...span, lost_on: '2026-04-20', loss_reason: '1' }],
    }),
    'excluded: lost-cover',
  ),
  is(
    'died',
    given({ 'core.eligibility_span': [{ ...span, lost_on: '2026-02-11', loss_reason: '2' }] }),
    'excluded: dead',
  ),
  is(
    'died after the day, as a later ledger knows',
    given({
      'raw.file': files('2026-05-31'),
      'core.eligibility_span': [{ ...span, lost_on: '2026-05-11', loss_reason: '2' }],
    }),
    'excluded: dead',
  ),
  is(
    'moved to another employer: one candidate, still covered',
    given({
      'core.eligibility_span': [
        { ...span, lost_on: '2025-10-01', loss_reason: '4' },
        { ...span, span_id: 2, gained_on: '2025-10-01' },
      ],
    }),
    'motivational',
  ),
  is('must not be disclosed', flagged('nondisclosure'), 'excluded: non-disclosure'),
  is(
    'must not be disclosed, from a day to come',
    flagged('nondisclosure', { from_on: '2026-06-01' }),
    'excluded: non-disclosure',
  ),
  is(
    'disclosure allowed again since the day before',
    flagged('nondisclosure', { to_on: '2026-03-30' }),
    'motivational',
  ),
  is(
    'not to be disclosed until the day',
    flagged('nondisclosure', { to_on: '2026-03-31' }),
    'excluded: non-disclosure',
  ),
  is('wants no letters', flagged('no-notice'), 'excluded: opted-out'),
  is('not to be invited', flagged('no-guidance'), 'excluded: guidance-excluded'),
  is('own envelope only: may be invited', flagged('own-envelope'), 'motivational'),
  {
    name: 'not examined in the year, after the day, or a checkup not kept: no candidate',
    asOf,
    given: given({
      'core.checkup': [
        { ...checkup, fiscal_year: 2024, examined_on: '2025-03-31' },
        { ...checkup, checkup_id: 2, fiscal_year: 2026, examined_on: '2026-04-01' },
        { ...checkup, checkup_id: 3, is_kept: false },
      ],
    }),
    expect: {},
  },
  {
    name: 'a day within the year knows only the checkups before it',
    asOf: '2025-06-09',
    given: given(),
    expect: {},
  },
  {
    name: 'the complete one of two checkups decides',
    asOf,
    given: given({
      'core.checkup': [
        { ...checkup, smoking_status: 'current', has_required_items: false },
        { ...checkup, checkup_id: 2, examined_on: '2025-09-01', has_required_items: true },
      ],
    }),
    expect: { 1: 'motivational' },
  },
  {
    name: 'the first of two checkups decides',
    asOf,
    given: given({
      'core.checkup': [
        { ...checkup, checkup_id: 2, examined_on: '2025-09-01', smoking_status: 'current' },
        checkup,
      ],
    }),
    expect: { 1: 'motivational' },
  },
]);
