import { defineListCases, type ListCase } from '#shared/define.ts';

type Cells = Readonly<Record<string, unknown>>;
type Rows = readonly Cells[];

/** Examined on 15 June 2025: the window is 16 June to 15 December, late claims are awaited until 15 March. */
const asOf = '2026-03-16';
const member = { person_id: 1, sex: 'male', age_month: '1975-06-01', household_id: 1 };
const span = {
  span_id: 1,
  person_id: 1,
  household_id: 1,
  gained_on: '2020-04-01',
  lost_on: null,
  has_cover: true,
};
const checkup = {
  checkup_id: 1,
  person_id: 1,
  fiscal_year: 2025,
  examined_on: '2025-06-15',
  is_kept: true,
  hba1c: 6.5,
  fpg: 110,
};

const months = (to: string, missing = '') => {
  const all = ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01'];
  return all
    .filter((month) => month <= to)
    .map((month) => ({ month: `${month}-01`, is_delivered: month !== missing }));
};
const given = (change: Readonly<Record<string, Rows>> = {}): ListCase['given'] => ({
  'raw.file': [
    { file_id: 1, kind: 'eligibility', as_of: asOf },
    { file_id: 2, kind: 'consent', as_of: asOf },
  ],
  'core.calendar': months('2026-01'),
  'core.member': [member],
  'core.eligibility_span': [span],
  'core.checkup': [checkup],
  ...change,
});

/** A medical receipt of a month with a visit on a day. Its id is file 9, number 1. */
const visit = (month: string, day: number, diagnosis: Cells = {}) => ({
  'core.receipt': [{ receipt_id: 900000001, person_id: 1, service_month: `${month}-01`, is_linked: true }],
  'core.diagnosis': [{ receipt_id: 900000001, line: 3, icd10: 'E119', is_suspected: false, ...diagnosis }],
  'raw.detail': [{ file_id: 9, receipt_seq: 1, line: 5, record: 'SI', days_mask: 2 ** (day - 1) }],
});
/** A pharmacy receipt, which tells no day. */
const dispensed = (month: string, price_code: string) => ({
  'core.receipt': [{ receipt_id: 900000001, person_id: 1, service_month: `${month}-01`, is_linked: true }],
  'core.drug': [{ receipt_id: 900000001, line: 3, price_code }],
});
const is = (name: string, rows: ListCase['given'], outcome: string, day = asOf): ListCase => ({
  name,
  asOf: day,
  given: rows,
  expect: { 1: outcome },
});
const checked = (change: Cells) => given({ 'core.checkup': [{ ...checkup, ...change }] });
const waiting = given({ 'core.calendar': months('2025-11') });

export default defineListCases([
  is('no receipt', given(), 'selected'),
  is('HbA1c 6.4', checked({ hba1c: 6.4 }), 'below-threshold'),
  is('fasting glucose 126', checked({ hba1c: null, fpg: 126 }), 'selected'),
  is('neither value', checked({ hba1c: null, fpg: null, casual_glucose: 300 }), 'undecidable'),
  is('late claims still awaited on the last day', given(), 'undecided', '2026-03-15'),
  is('claims of the last month of the window not delivered', waiting, 'undecided'),
  is(
    'claims of a month inside the window not delivered',
    given({ 'core.calendar': months('2026-01', '2025-09') }),
    'undecided',
  ),
  is('nothing delivered', given({ 'core.calendar': [] }), 'undecided'),
  is('visit on the day of the checkup', given(visit('2025-06', 15)), 'selected'),
  is('visit on the first day of the window', given(visit('2025-06', 16)), 'already-treated'),
  is('visit in the middle', given(visit('2025-09', 1)), 'already-treated'),
  is('visit on the last day of the window', given(visit('2025-12', 15)), 'already-treated'),
  is('visit on the day after the window', given(visit('2025-12', 16)), 'selected'),
  is('visit on the 31st', given(visit('2025-10', 31)), 'already-treated'),
  is(
    'visits before and after the checkup in one month',
    given({
      ...visit('2025-06', 1),
      'raw.detail': [{ file_id: 9, receipt_seq: 1, line: 5, record: 'SI', days_mask: 1 + 2 ** 19 }],
    }),
    'already-treated',
  ),
  is(
    'a visit decides before the window is over',
    given({ ...visit('2025-06', 20), 'core.calendar': months('2025-06') }),
    'already-treated',
    '2025-08-01',
  ),
  is('only suspected', given(visit('2025-09', 1, { is_suspected: true })), 'selected'),
  is('E10 counts', given(visit('2025-09', 1, { icd10: 'E10' })), 'already-treated'),
  is('E149 counts', given(visit('2025-09', 1, { icd10: 'E149' })), 'already-treated'),
  is('E15 does not', given(visit('2025-09', 1, { icd10: 'E15' })), 'selected'),
  is('E079 does not', given(visit('2025-09', 1, { icd10: 'E079' })), 'selected'),
  is(
    'receipt of another person',
    given({
      ...visit('2025-09', 1),
      'core.receipt': [{ receipt_id: 900000001, person_id: 2, service_month: '2025-09-01', is_linked: true }],
    }),
    'selected',
  ),
  is('diabetes drug from the pharmacy', given(dispensed('2025-07', '3962002F2027')), 'already-treated'),
  is('insulin', given(dispensed('2025-07', '2492416G2024')), 'already-treated'),
  is('another drug', given(dispensed('2025-07', '2171022F4010')), 'selected'),
  is(
    'pharmacy in the month of the checkup counts: its day is not known',
    given(dispensed('2025-06', '3962002F2027')),
    'already-treated',
  ),
  is(
    'pharmacy in the last month of the window counts',
    given(dispensed('2025-12', '3962002F2027')),
    'already-treated',
  ),
  is('pharmacy in the month before', given(dispensed('2025-05', '3962002F2027')), 'selected'),
  is('pharmacy in the month after', given(dispensed('2026-01', '3962002F2027')), 'selected'),
  is(
    'examined on the last day of a month: its pharmacy receipts came before',
    given({
      ...dispensed('2025-06', '3962002F2027'),
      'core.checkup': [{ ...checkup, examined_on: '2025-06-30' }],
    }),
    'selected',
    '2026-04-01',
  ),
  is(
    'the newest checkup decides',
    given({
      'core.checkup': [checkup, { ...checkup, checkup_id: 2, examined_on: '2025-07-01', hba1c: 6.0 }],
    }),
    'below-threshold',
  ),
  is('a checkup of the year before', checked({ examined_on: '2025-02-15', fiscal_year: 2024 }), 'undecided'),
  {
    name: 'a checkup of two years before is too old',
    asOf,
    given: checked({ examined_on: '2024-03-31', fiscal_year: 2023 }),
    expect: {},
  },
  is(
    'left',
    given({ 'core.eligibility_span': [{ ...span, lost_on: '2026-01-01', loss_reason: '1' }] }),
    'excluded: lost-cover',
  ),
  is(
    'died',
    given({ 'core.eligibility_span': [{ ...span, lost_on: '2026-01-01', loss_reason: '2' }] }),
    'excluded: dead',
  ),
  is(
    'moved to another employer',
    given({
      'core.eligibility_span': [
        { ...span, lost_on: '2025-10-01', loss_reason: '4' },
        { ...span, span_id: 2, gained_on: '2025-10-01' },
      ],
    }),
    'selected',
  ),
  ...(['nondisclosure', 'no-notice', 'no-guidance'] as const).map((flag) =>
    is(
      `flag ${flag}`,
      given({ 'raw.consent': [{ file_id: 2, row: 1, person_id: 1, flag, from_on: '2024-01-01' }] }),
      `excluded: ${{ nondisclosure: 'non-disclosure', 'no-notice': 'opted-out', 'no-guidance': 'guidance-excluded' }[flag]}`,
    ),
  ),
]);
