import { defineNoticeCases } from '#shared/define.ts';
import {
  bought,
  brandA,
  type Cells,
  chosen,
  flagged,
  given,
  injection,
  lonely,
  member,
  sedative,
  share,
  span,
} from './case-rows.ts';

const run = { from: '2026-06', to: '2026-06', asOf: '2026-08-01', per: 'person' } as const;

/** Brand B for 30 days in May and June: 3 points become 1, 180 yen less at 30 %. */
const usual = given(bought(11, 1), bought(91, 1, { service_month: '2026-05-01' }));
const saved = { outcome: 'notified', sheet: 'own', addressee: 1, yen: 900, paid_yen: 270, saving_yen: 180 };

const policy = {
  from_month: '2018-04',
  to_month: '9999-12',
  min_age: '20',
  min_drug_yen: '100',
  min_letter_yen: '100',
  months_taken: '2',
  within_months: '6',
  months_between: '12',
  candidates: '3',
};
const needing = (changes: Cells) => ({ 'reference.generic_policy': [{ ...policy, ...changes }] });
const letters = needing({});

export default defineNoticeCases([
  {
    name: 'a drug taken for two months',
    run,
    given: { ...usual, ...letters },
    expect: [
      {
        receipt_id: 11,
        ...saved,
        drug: '先発Ｂ',
        is_lead: true,
        generic_1: '後発Ｂ',
        changed_1_yen: 90,
        generic_2: null,
        drug_surcharge_yen: 0,
      },
    ],
  },
  {
    name: 'selected care: surcharge beside the share; three generics, cheapest first; ★ is no candidate',
    run,
    given: { ...given(chosen(11, 1), chosen(91, 1, { service_month: '2026-05-01' })), ...letters },
    expect: [
      {
        receipt_id: 11,
        outcome: 'notified',
        yen: 1500,
        paid_yen: 1110,
        drug_surcharge_yen: 660,
        has_surcharge: true,
        saving_yen: 930,
        generic_1: '後発Ａ１',
        changed_1_yen: 180,
        generic_2: '後発Ａ２',
        changed_2_yen: 270,
        generic_3: '後発Ａ３',
        changed_3_yen: 270,
      },
    ],
  },
  {
    name: 'the same drug from two receipts is one drug of the letter, counted together',
    run,
    given: {
      ...given(
        bought(11, 1, { times: 10 }),
        bought(12, 1, { times: 20 }),
        bought(91, 1, { service_month: '2026-05-01' }),
      ),
      ...letters,
    },
    expect: [
      {
        receipt_id: 11,
        outcome: 'notified',
        is_lead: true,
        saving_yen: 60,
        drug_paid_yen: 270,
        changed_1_yen: 90,
        drug_quantity: 30,
        place: 1,
      },
      { receipt_id: 12, outcome: 'notified', is_lead: false, saving_yen: 120, drug_paid_yen: 270, place: 2 },
    ],
  },
  {
    name: 'biggest saving first; a drug below its threshold stays out',
    run,
    given: {
      ...given(
        bought(11, 1),
        chosen(12, 1),
        bought(13, 1, { price_code: lonely, price_milliyen: 42_700 }),
        bought(91, 1, { service_month: '2026-05-01' }),
        chosen(92, 1, { service_month: '2026-05-01' }),
        bought(93, 1, { price_code: lonely, service_month: '2026-05-01' }),
      ),
      ...letters,
    },
    expect: [
      { receipt_id: 11, outcome: 'notified', place: 2 },
      { receipt_id: 12, outcome: 'notified', place: 1 },
      { receipt_id: 13, outcome: 'no-saving', yen: 1200, saving_yen: 0 },
    ],
  },
  {
    name: 'one yen below the threshold of a drug',
    run,
    given: { ...usual, ...needing({ min_drug_yen: '181' }) },
    expect: [{ outcome: 'below-drug', saving_yen: 180 }],
  },
  {
    name: 'the threshold of a drug itself',
    run,
    given: { ...usual, ...needing({ min_drug_yen: '180' }) },
    expect: [{ outcome: 'notified' }],
  },
  {
    name: 'one yen below the threshold of a letter',
    run,
    given: { ...usual, ...needing({ min_letter_yen: '181' }) },
    expect: [{ outcome: 'below-letter' }],
  },
  {
    name: 'the threshold of a letter itself',
    run,
    given: { ...usual, ...needing({ min_letter_yen: '180' }) },
    expect: [{ outcome: 'notified' }],
  },
  {
    name: 'of two months the one with the larger saving',
    run: { ...run, from: '2026-05' },
    given: {
      ...given(
        bought(11, 1, { times: 20 }),
        bought(12, 1, { service_month: '2026-05-01' }),
        bought(91, 1, { service_month: '2026-04-01' }),
      ),
      ...letters,
    },
    expect: [
      { receipt_id: 11, outcome: 'other-month', saving_yen: 120 },
      { receipt_id: 12, outcome: 'notified', saving_yen: 180, month: '2026-05' },
    ],
  },
  {
    name: 'taken in one of six months only',
    run,
    given: { ...given(bought(11, 1), bought(91, 1, { service_month: '2025-12-01' })), ...letters },
    expect: [{ outcome: 'one-off' }],
  },
  {
    name: 'taken in the first of the six months too',
    run,
    given: { ...given(bought(11, 1), bought(91, 1, { service_month: '2026-01-01' })), ...letters },
    expect: [{ outcome: 'notified' }],
  },
  {
    name: 'the generic of the ingredient counts as taken',
    run,
    given: {
      ...given(
        bought(11, 1),
        bought(91, 1, { service_month: '2026-05-01', price_code: '2149048F5052', class: '3' }),
      ),
      ...letters,
    },
    expect: [{ outcome: 'notified' }],
  },
  {
    name: 'written to eleven months before',
    run,
    given: { ...usual, ...letters, 'input.written': [{ person_id: 1, month: '2025-07-01' }] },
    expect: [{ outcome: 'written-before', saving_yen: 180 }],
  },
  {
    name: 'written to twelve months before, and about this very month or a later one',
    run,
    given: {
      ...usual,
      ...letters,
      'input.written': ['2025-06-01', '2026-06-01', '2026-07-01'].map((day) => ({
        person_id: 1,
        month: day,
      })),
    },
    expect: [{ outcome: 'notified' }],
  },
  {
    name: 'not linked',
    run,
    given: { ...given(bought(11, 1, {}, { is_linked: false })), ...letters },
    expect: [{ outcome: 'unlinked', yen: 900, addressee: null }],
  },
  {
    name: 'not to be disclosed',
    run,
    given: { ...usual, ...letters, ...flagged(1, 'nondisclosure') },
    expect: [{ outcome: 'non-disclosure' }],
  },
  {
    name: 'wants no letters',
    run,
    given: { ...usual, ...letters, ...flagged(1, 'no-notice') },
    expect: [{ outcome: 'opted-out' }],
  },
  {
    name: 'an own envelope changes nothing: everybody has an own sheet',
    run,
    given: { ...usual, ...letters, ...flagged(1, 'own-envelope') },
    expect: [{ outcome: 'notified', addressee: 1 }],
  },
  {
    name: 'dead',
    run,
    given: {
      ...usual,
      ...letters,
      'core.eligibility_span': [span(1, 1, { lost_on: '2026-07-10', loss_reason: '2' })],
    },
    expect: [{ outcome: 'deceased' }],
  },
  {
    name: 'left',
    run,
    given: {
      ...usual,
      ...letters,
      'core.eligibility_span': [span(1, 1, { lost_on: '2026-08-01', loss_reason: '1' })],
    },
    expect: [{ outcome: 'left' }],
  },
  {
    name: 'left on the day after the run',
    run,
    given: {
      ...usual,
      ...letters,
      'core.eligibility_span': [span(1, 1, { lost_on: '2026-08-02', loss_reason: '1' })],
    },
    expect: [{ outcome: 'notified' }],
  },
  {
    name: 'twenty in the month of care',
    run,
    given: { ...given(bought(11, 3), bought(91, 3, { service_month: '2026-05-01' })), ...letters },
    expect: [{ outcome: 'notified', addressee: 3 }],
  },
  {
    name: 'nineteen',
    run,
    given: {
      ...given(bought(11, 3), bought(91, 3, { service_month: '2026-05-01' })),
      ...letters,
      'core.member': [member(3, '2006-07-01')],
    },
    expect: [{ outcome: 'age' }],
  },
  {
    name: 'in hospital',
    run,
    given: { ...given(bought(11, 1, {}, { care: 'inpatient' })), ...letters },
    expect: [{ outcome: 'inpatient' }],
  },
  {
    name: 'an injection',
    run,
    given: { ...given(bought(11, 1, { price_code: injection, dosage_form: '4' })), ...letters },
    expect: [{ outcome: 'injection' }],
  },
  {
    name: 'a drug of the policy',
    run,
    given: { ...given(bought(11, 1, { price_code: sedative })), ...letters },
    expect: [{ outcome: 'spared-drug' }],
  },
  {
    name: 'an illness of the policy spares all drugs of the month',
    run,
    given: {
      ...usual,
      ...letters,
      'core.diagnosis': [{ receipt_id: 11, line: 1, icd10: 'C509', is_suspected: false }],
    },
    expect: [{ outcome: 'spared-illness' }],
  },
  {
    name: 'a suspected illness does not',
    run,
    given: {
      ...usual,
      ...letters,
      'core.diagnosis': [{ receipt_id: 11, line: 1, icd10: 'C509', is_suspected: true }],
    },
    expect: [{ outcome: 'notified' }],
  },
  {
    name: 'a programme for rare diseases spares all drugs',
    run,
    given: {
      ...usual,
      ...letters,
      'raw.public_payer': [{ file_id: 0, receipt_seq: 11, ordinal: 1, program: '54' }],
    },
    expect: [{ outcome: 'spared-illness' }],
  },
  {
    name: 'a row shared by a public programme',
    run,
    given: { ...given(bought(11, 1, { burden: '2' })), ...letters },
    expect: [{ outcome: 'public-payer' }],
  },
  {
    name: 'the payment is limited',
    run,
    given: { ...usual, ...letters, 'core.patient_share': [share(11, { is_limited: true })] },
    expect: [{ outcome: 'limited' }],
  },
  {
    name: 'a listed brand at its full price',
    run,
    given: { ...given(bought(11, 1, { price_code: brandA, price_milliyen: 64_400 })), ...letters },
    expect: [{ outcome: 'brand-needed', yen: 1800 }],
  },
  {
    name: 'selected care without its list',
    run,
    given: {
      ...given(chosen(11, 1), chosen(91, 1, { service_month: '2026-05-01' })),
      ...letters,
      'core.selected_brand': [],
    },
    expect: [{ outcome: 'undecidable', yen: 1500, paid_yen: 0 }],
  },
  {
    name: 'a child of a lower age: to the insured person',
    run,
    given: {
      ...given(bought(11, 2), bought(91, 2, { service_month: '2026-05-01' })),
      ...needing({ min_age: '0' }),
    },
    expect: [{ outcome: 'notified', addressee: 1, patient: 2, is_child: true }],
  },
  {
    name: 'a child whose insured person is not to be disclosed',
    run,
    given: {
      ...given(bought(11, 2), bought(91, 2, { service_month: '2026-05-01' })),
      ...needing({ min_age: '0' }),
      ...flagged(1, 'nondisclosure'),
    },
    expect: [{ outcome: 'household-closed', addressee: null }],
  },
  {
    name: 'a child whose insured person is not in the ledger',
    run,
    given: {
      ...given(bought(11, 2), bought(91, 2, { service_month: '2026-05-01' })),
      ...needing({ min_age: '0' }),
      'core.eligibility_span': [span(2, 4)],
    },
    expect: [{ outcome: 'household-closed', addressee: null }],
  },
  {
    name: 'a child with an own envelope is on no sheet of the insured person',
    run,
    given: {
      ...given(bought(11, 2), bought(91, 2, { service_month: '2026-05-01' })),
      ...needing({ min_age: '0' }),
      ...flagged(2, 'own-envelope'),
    },
    expect: [{ outcome: 'notified', addressee: 2, patient: 2, is_child: false }],
  },
  {
    name: 'other months and other classes are no items',
    run,
    given: {
      ...given(bought(11, 1, { service_month: '2026-07-01' }), bought(12, 1, { class: '3' })),
      ...letters,
    },
    expect: [],
  },
]);
