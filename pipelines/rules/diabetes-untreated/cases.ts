import { defineRuleCases, type RuleCase } from '#shared/define.ts';

/** Examined on 15 June: the window ends on 15 December, late claims on 15 March. */
const on = '2025-06-15';
const high = {
  hba1c: 6.5,
  fpg: 110,
  is_treated: false,
  as_of: '2026-03-16',
  care_known_to: '2025-12-31',
} as const;

const is = (name: string, given: RuleCase['given'], level: string, reasons: string, day = on): RuleCase => ({
  name,
  on: day,
  given,
  expect: { level, reasons },
});
const { hba1c: _hba1c, ...unmeasured } = high;
const { fpg: _fpg, ...nothing } = unmeasured;

export default defineRuleCases([
  is('HbA1c 6.5, no receipt', high, 'selected', 'hba1c untreated'),
  is('HbA1c 6.4', { ...high, hba1c: 6.4 }, 'below-threshold', 'below'),
  is('HbA1c 6.45 is rounded to 6.5', { ...high, hba1c: 6.45 }, 'selected', 'hba1c untreated'),
  is('fasting glucose 125', { ...high, hba1c: 6, fpg: 125 }, 'below-threshold', 'below'),
  is('fasting glucose 126', { ...high, hba1c: 6, fpg: 126 }, 'selected', 'fpg untreated'),
  is('both', { ...high, fpg: 126 }, 'selected', 'hba1c fpg untreated'),
  is('fasting glucose alone', { ...unmeasured, fpg: 126 }, 'selected', 'fpg untreated'),
  is('neither value', nothing, 'undecidable', 'missing'),
  is('a receipt', { ...high, is_treated: true }, 'already-treated', 'hba1c treated'),
  is(
    'a receipt decides before the window is over',
    { ...high, is_treated: true, as_of: '2025-07-01', care_known_to: '2025-06-30' },
    'already-treated',
    'hba1c treated',
  ),
  is('last day of the window', { ...high, as_of: '2025-12-15' }, 'undecided', 'hba1c waiting'),
  is(
    'first day after the window: late claims are awaited',
    { ...high, as_of: '2025-12-16' },
    'undecided',
    'hba1c waiting',
  ),
  is('last day of late claims', { ...high, as_of: '2026-03-15' }, 'undecided', 'hba1c waiting'),
  is(
    'claims of the window not delivered',
    { ...high, care_known_to: '2025-11-30' },
    'undecided',
    'hba1c waiting',
  ),
  is(
    'examined on 31 August: the window ends on 28 February',
    { ...high, as_of: '2026-06-01', care_known_to: '2026-02-28' },
    'selected',
    'hba1c untreated',
    '2025-08-31',
  ),
  is(
    'examined on 31 August: late claims end on 31 May',
    { ...high, as_of: '2026-05-31', care_known_to: '2026-02-28' },
    'undecided',
    'hba1c waiting',
    '2025-08-31',
  ),
]);
