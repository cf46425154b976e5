import { defineListCases, type ListCase } from '#shared/define.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

const asOf = '2026-03-31';
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
/** Begun six months and a day before the list's day. */
const course = {
  course_id: 1,
  person_id: 1,
  on_day: '2025-09-20',
  contractor: '1320000001',
  support_level: 'intensive',
  first_interview_on: '2025-09-30',
  supports_given: 2,
  process_points: 100,
  stopped: false,
  drug_started: false,
  last_document_on: '2025-11-10',
};

const given = (change: Readonly<Record<string, Rows>> = {}): ListCase['given'] => ({
  'raw.file': [
    { file_id: 1, kind: 'eligibility', as_of: asOf },
    { file_id: 2, kind: 'consent', as_of: asOf },
  ],
  'core.member': [member],
  'core.eligibility_span': [span],
  'core.guidance_case': [course],
  ...change,
});
const courses = (...changes: readonly Readonly<Record<string, unknown>>[]) =>
  given({
    'core.guidance_case': changes.map((change, index) => ({ ...course, course_id: index + 1, ...change })),
  });
const flagged = (flag: string) =>
  given({ 'raw.consent': [{ file_id: 2, row: 1, person_id: 1, flag, from_on: '2024-01-01', to_on: null }] });
const is = (name: string, rows: ListCase['given'], outcome?: string): ListCase => ({
  name,
  asOf,
  given: rows,
  expect: outcome === undefined ? {} : { 1: outcome },
});

export default defineListCases([
  is('begun more than six months ago', given(), 'incomplete'),
  is('begun a day later: not overdue', courses({ first_interview_on: '2025-10-01' })),
  is('only a part of the first interview', courses({ first_interview_on: null })),
  is('evaluated on the day', courses({ evaluated_on: '2026-03-31' })),
  is('evaluated after the day', courses({ evaluated_on: '2026-04-01' }), 'incomplete'),
  is('motivational', courses({ support_level: 'motivational' }), 'incomplete'),
  is('level not known', courses({ support_level: null }), 'undecidable'),
  is('stopped', courses({ stopped: true }), 'dropped'),
  is('medicine begun', courses({ drug_started: true }), 'excluded: medicine'),
  is('not reached, attempts on record', courses({ support_level: 'motivational', attempts: 2 }), 'completed'),
  is('of two courses the later one: not overdue', courses({}, { first_interview_on: '2025-12-01' })),
  is(
    'of two courses the later one: overdue',
    courses({ evaluated_on: '2025-08-01', first_interview_on: '2025-05-01' }, {}),
    'incomplete',
  ),
  is(
    'left before the day',
    given({ 'core.eligibility_span': [{ ...span, lost_on: asOf, loss_reason: '1' }] }),
    'excluded: lost-cover',
  ),
  is(
    'died',
    given({ 'core.eligibility_span': [{ ...span, lost_on: '2026-02-11', loss_reason: '2' }] }),
    'excluded: dead',
  ),
  is('must not be disclosed', flagged('nondisclosure'), 'excluded: non-disclosure'),
  is('wants no letters', flagged('no-notice'), 'excluded: opted-out'),
  is('not to be guided', flagged('no-guidance'), 'excluded: guidance-excluded'),
]);
