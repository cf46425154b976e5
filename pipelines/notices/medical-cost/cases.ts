import { defineNoticeCases } from '#shared/define.ts';
import { type Cells, coverOf, member, privacy, receipt, share, span } from './case-rows.ts';

const run = { from: '2026-06', to: '2026-06', asOf: '2026-08-01', per: 'household' } as const;

/** Insured 1 with the dependants 2 and 3. */
const spans: readonly Cells[] = [
  span(1, 1),
  span(2, 1, { relation: 'dependant' }),
  span(3, 1, { relation: 'dependant' }),
];
const cover = [coverOf(1, 1), coverOf(2, 1), coverOf(3, 1)];
const members = [member(1, '1980-05-01'), member(2, '1982-07-01'), member(3, '2015-01-01')];

/** One receipt of each of the three, of 500 points. */
const receipts = [receipt(11, 1), receipt(12, 2), receipt(13, 3)];

const family = {
  'core.member': members,
  'core.eligibility_span': spans,
  'core.cover_month': cover,
  'core.receipt': receipts,
  'core.patient_share': [share(11), share(12), share(13)],
  'core.receipt_privacy': [privacy(11), privacy(12), privacy(13)],
  'core.institution': [{ institution: '1310000001', name: '見本医院' }],
};

const onHousehold = { outcome: 'notified', sheet: 'household', addressee: 1 };

/** With flags on the newest consent list, as of the day before the run. */
function flagged(person_id: number, flag: string, to_on: string | null = null) {
  return {
    ...family,
    'raw.file': [{ file_id: 5, kind: 'consent', as_of: '2026-07-31' }],
    'raw.consent': [
      { file_id: 5, row: 1, person_id, flag, from_on: '2026-01-01', to_on, as_of: '2026-07-31' },
    ],
  };
}

export default defineNoticeCases([
  {
    name: 'a household has one sheet, addressed to the insured: month, addressee first, then by age',
    run,
    given: family,
    expect: [
      { receipt_id: 11, ...onHousehold, patient: 1, place: 1, paid_yen: 1500, institution: '見本医院' },
      { receipt_id: 12, ...onHousehold, patient: 2, place: 2, is_named: true },
      { receipt_id: 13, ...onHousehold, patient: 3, place: 3 },
    ],
  },
  {
    name: 'per person: everybody gets a sheet of their own',
    run: { ...run, per: 'person' },
    given: family,
    expect: [
      { receipt_id: 11, outcome: 'notified', sheet: 'own', addressee: 1 },
      { receipt_id: 12, outcome: 'notified', sheet: 'own', addressee: 2 },
      { receipt_id: 13, outcome: 'notified', sheet: 'own', addressee: 3 },
    ],
  },
  {
    name: 'only the months of the run, to the day',
    run: { ...run, from: '2026-05' },
    given: {
      ...family,
      'core.receipt': [
        receipt(11, 1, { service_month: '2026-05-01' }),
        receipt(12, 2, { service_month: '2026-04-01' }),
        receipt(13, 3, { service_month: '2026-07-01' }),
      ],
      'core.cover_month': [coverOf(1, 1, '2026-05-01')],
    },
    expect: [{ receipt_id: 11, ...onHousehold, month: '2026-05' }],
  },
  {
    name: '不開示 of a dependant: on no sheet, the others stay',
    run,
    given: flagged(2, 'nondisclosure'),
    expect: [
      { receipt_id: 11, ...onHousehold },
      { receipt_id: 12, outcome: 'non-disclosure', sheet: null, addressee: null },
      { receipt_id: 13, ...onHousehold, place: 2 },
    ],
  },
  {
    name: '不開示 of the insured: nobody of the household is written to through that person',
    run,
    given: flagged(1, 'nondisclosure'),
    expect: [
      { receipt_id: 11, outcome: 'non-disclosure', addressee: null },
      { receipt_id: 12, outcome: 'household-non-disclosure', addressee: null },
      { receipt_id: 13, outcome: 'household-non-disclosure', addressee: null },
    ],
  },
  {
    name: '不開示 wins over a sheet per person',
    run: { ...run, per: 'person' },
    given: flagged(2, 'nondisclosure'),
    expect: [
      { receipt_id: 11, outcome: 'notified' },
      { receipt_id: 12, outcome: 'non-disclosure', sheet: null, addressee: null },
      { receipt_id: 13, outcome: 'notified' },
    ],
  },
  {
    name: 'a flag that ended before the list was made is over, on its last day it holds',
    run,
    given: flagged(2, 'nondisclosure', '2026-07-30'),
    expect: [
      { receipt_id: 11, ...onHousehold },
      { receipt_id: 12, ...onHousehold },
      { receipt_id: 13, ...onHousehold },
    ],
  },
  {
    name: 'a flag that ends on the day of the list still holds',
    run,
    given: flagged(2, 'nondisclosure', '2026-07-31'),
    expect: [
      { receipt_id: 11, ...onHousehold },
      { receipt_id: 12, outcome: 'non-disclosure' },
      { receipt_id: 13, ...onHousehold },
    ],
  },
  {
    name: '通知不要 of a dependant takes that person off, of the insured the whole sheet',
    run,
    given: flagged(3, 'no-notice'),
    expect: [
      { receipt_id: 11, ...onHousehold },
      { receipt_id: 12, ...onHousehold },
      { receipt_id: 13, outcome: 'opted-out', sheet: null, addressee: null },
    ],
  },
  {
    name: '通知不要 of the insured',
    run,
    given: flagged(1, 'no-notice'),
    expect: [
      { receipt_id: 11, outcome: 'opted-out' },
      { receipt_id: 12, outcome: 'household-opted-out' },
      { receipt_id: 13, outcome: 'household-opted-out' },
    ],
  },
  {
    name: '自己封筒: a sheet of one’s own, not on the household’s',
    run,
    given: flagged(2, 'own-envelope'),
    expect: [
      { receipt_id: 11, ...onHousehold },
      { receipt_id: 12, outcome: 'notified', sheet: 'own', addressee: 2 },
      { receipt_id: 13, ...onHousehold },
    ],
  },
  {
    name: 'no flag for letters: 保健指導対象外 changes nothing',
    run,
    given: flagged(2, 'no-guidance'),
    expect: [
      { receipt_id: 11, ...onHousehold },
      { receipt_id: 12, ...onHousehold },
      { receipt_id: 13, ...onHousehold },
    ],
  },
  {
    name: 'sensitive care stands on the patient’s own sheet; unknown counts as sensitive',
    run,
    given: { ...family, 'core.receipt_privacy': [privacy(11, true), privacy(13)] },
    expect: [
      { receipt_id: 11, outcome: 'notified', sheet: 'own', addressee: 1 },
      { receipt_id: 12, outcome: 'notified', sheet: 'own', addressee: 2 },
      { receipt_id: 13, ...onHousehold },
    ],
  },
  {
    name: 'dead: on no sheet; the household of a dead insured person gets none',
    run,
    given: {
      ...family,
      'core.eligibility_span': [
        span(1, 1, { lost_on: '2026-07-10', loss_reason: '2' }),
        span(2, 1),
        span(3, 1, { lost_on: '2026-08-01', loss_reason: '2' }),
      ],
    },
    expect: [
      { receipt_id: 11, outcome: 'deceased', addressee: null },
      { receipt_id: 12, outcome: 'household-left', addressee: null },
      { receipt_id: 13, outcome: 'deceased', addressee: null },
    ],
  },
  {
    name: 'left: cover ends on the day before the day of loss',
    run,
    given: {
      ...family,
      'core.eligibility_span': [
        span(1, 1),
        span(2, 1, { lost_on: '2026-08-01', loss_reason: '3' }),
        span(3, 1, { lost_on: '2026-08-02', loss_reason: '3' }),
      ],
    },
    expect: [
      { receipt_id: 11, ...onHousehold },
      { receipt_id: 12, outcome: 'left', sheet: null, addressee: null },
      { receipt_id: 13, ...onHousehold },
    ],
  },
  {
    name: 'household split: months in another household stand on the person’s own sheet, never on the new one’s',
    run,
    given: {
      ...family,
      'core.eligibility_span': [
        span(1, 1),
        span(2, 2, { span_id: 21, lost_on: '2026-07-01', loss_reason: '4' }),
        span(2, 1, { span_id: 22, gained_on: '2026-07-01' }),
        span(3, 1),
      ],
      'core.cover_month': [coverOf(1, 1), coverOf(2, 2), coverOf(3, 1)],
    },
    expect: [
      { receipt_id: 11, ...onHousehold },
      { receipt_id: 12, outcome: 'notified', sheet: 'own', addressee: 2 },
      { receipt_id: 13, ...onHousehold },
    ],
  },
  {
    name: 'moved within the society: the household of the day of the run is written to',
    run,
    given: {
      ...family,
      'core.eligibility_span': [
        span(1, 1, { span_id: 21, lost_on: '2026-07-01', loss_reason: '4' }),
        span(1, 1, { span_id: 22, gained_on: '2026-07-01', employer_code: 'E02' }),
        span(2, 1),
        span(3, 1, { gained_on: '2026-08-02' }),
      ],
    },
    expect: [
      { receipt_id: 11, ...onHousehold },
      { receipt_id: 12, ...onHousehold },
      { receipt_id: 13, outcome: 'left' },
    ],
  },
  {
    name: 'not linked, public programme only, without a rate: kept with their yen, in no letter',
    run,
    given: {
      ...family,
      'core.receipt': [
        receipt(11, null, { is_linked: false, unlinked_reason: 'no_person' }),
        receipt(12, 2, { public_only: true }),
        receipt(13, 3),
      ],
      'core.patient_share': [share(11), share(12), share(13, { paid_yen: null })],
    },
    expect: [
      { receipt_id: 11, outcome: 'unlinked', yen: 5000, addressee: null },
      { receipt_id: 12, outcome: 'public-only', yen: 5000 },
      { receipt_id: 13, outcome: 'unrated', yen: 5000, paid_yen: 0 },
    ],
  },
  {
    name: 'dental care, home nursing and therapy stand in the letter; therapy by its kind',
    run,
    given: {
      ...family,
      'core.receipt': [
        receipt(11, 1, { care: 'dental', kind: 'dental' }),
        receipt(12, 2, { care: 'nursing', kind: 'nursing', claimed_yen: null, yen: 55_555 }),
        receipt(13, 3, { care: 'therapy', kind: 'acupuncture', claimed_yen: 6000 }),
      ],
    },
    expect: [
      { receipt_id: 11, ...onHousehold, care: 'dental' },
      { receipt_id: 12, ...onHousehold, care: 'nursing', yen: 55_555, is_reviewed: false },
      { receipt_id: 13, ...onHousehold, care: 'acupuncture', is_reviewed: true },
    ],
  },
  {
    name: 'an institution without a name keeps its row and shows its code; footnote marks; 0 yen',
    run,
    given: {
      ...family,
      'core.receipt': [
        receipt(11, 1, { institution: '1310000009' }),
        receipt(12, 2, { claimed_yen: 6000 }),
        receipt(13, 3, { claimed_yen: 0, yen: 0 }),
      ],
      'core.patient_share': [
        share(11, { is_limited: true }),
        share(12, { has_programme: true }),
        share(13, { paid_yen: 0 }),
      ],
    },
    expect: [
      { receipt_id: 11, institution: '1310000009', is_named: false, is_limited: true, is_reviewed: false },
      { receipt_id: 12, has_programme: true, is_reviewed: true },
      { receipt_id: 13, outcome: 'notified', yen: 0, paid_yen: 0 },
    ],
  },
]);
