import { defineRuleCases, type RuleCase } from '#shared/define.ts';

type Given = RuleCase['given'];
type Expect = RuleCase['expect'];

/** A brand at its full price, one tablet a day for 10 days, 30 %: one point is 3 yen a day. */
const plain = (brand: number, generic: number, more: Given = {}): Given => ({
  claimed_milliyen: brand,
  brand_milliyen: brand,
  generic_milliyen: generic,
  is_insured_part: false,
  quantity: 1,
  units: 10,
  patient_percent: 30,
  ...more,
});

/** 64.40 yen with a dearest generic of 34.00: the gap is 30.40, its quarter 7.60, its half 15.20. */
const quarter = selected(7_600);
const half = selected(15_200);

function selected(share: number, more: Given = {}): Given {
  const insured = 64_400 - share;
  return {
    claimed_milliyen: insured,
    brand_milliyen: 64_400,
    generic_milliyen: 19_300,
    is_insured_part: true,
    highest_generic_milliyen: 34_000,
    gap_share_milliyen: share,
    insured_milliyen: insured,
    quantity: 1,
    units: 10,
    patient_percent: 30,
    ...more,
  };
}

const without = (given: Given, ...names: string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));

const is = (name: string, on: string, given: Given, expect: Expect): RuleCase => ({
  name,
  on,
  given,
  expect,
});
const cheaper = { level: 'saving', cause: null, reasons: 'whole_price cheaper' } as const;
const dearer = {
  level: 'no-saving',
  cause: null,
  saving_yen: 0,
  reasons: 'whole_price not_cheaper',
} as const;
const otherList = {
  level: 'undecidable',
  cause: 'other-list',
  paid_yen: null,
  saving_yen: null,
  reasons: 'surcharge other_list',
} as const;
const quarterPaid = { level: 'saving', surcharge_yen: 110, paid_yen: 290, changed_yen: 60, saving_yen: 230 };
const halfPaid = { level: 'saving', surcharge_yen: 220, paid_yen: 370, changed_yen: 60, saving_yen: 310 };

export default defineRuleCases([
  is('15.00 yen is one point', '2024-04-01', plain(15_000, 5_000), {
    ...dearer,
    claimed_yen: 100,
    paid_yen: 30,
  }),
  is('15.10 yen is two points', '2024-04-01', plain(15_100, 5_000), {
    ...cheaper,
    claimed_yen: 200,
    paid_yen: 60,
    changed_yen: 30,
    saving_yen: 30,
  }),
  is('25.00 yen: the half is dropped', '2024-04-01', plain(25_000, 5_000), {
    ...cheaper,
    claimed_yen: 200,
    saving_yen: 30,
  }),
  is('25.01 yen: more than a half counts', '2024-04-01', plain(25_010, 5_000), {
    ...cheaper,
    claimed_yen: 300,
    saving_yen: 60,
  }),
  is('24.99 yen', '2024-04-01', plain(24_990, 5_000), { ...cheaper, claimed_yen: 200 }),
  is('0.10 yen is one point', '2024-04-01', plain(26_000, 100), { ...cheaper, changed_yen: 30 }),
  is('half a tablet of 50.00: 25.00 a day', '2024-04-01', plain(50_000, 10_000, { quantity: 0.5 }), {
    ...cheaper,
    claimed_yen: 200,
  }),
  is(
    'a third of a tablet of 75.00 as written: 24.99975',
    '2024-04-01',
    plain(75_000, 10_000, { quantity: 0.33333 }),
    { ...cheaper, claimed_yen: 200 },
  ),
  is('35 sheets once: rounded once', '2024-04-01', plain(27_600, 17_600, { quantity: 35, units: 1 }), {
    ...cheaper,
    claimed_yen: 970,
    paid_yen: 291,
    changed_yen: 186,
    saving_yen: 105,
  }),
  is('the same 35 by one a day: rounded each day', '2024-04-01', plain(27_600, 17_600, { units: 35 }), {
    ...cheaper,
    claimed_yen: 1050,
    saving_yen: 105,
  }),
  is('20 percent', '2024-04-01', plain(45_000, 15_000, { patient_percent: 20 }), {
    ...cheaper,
    paid_yen: 80,
    changed_yen: 20,
    saving_yen: 60,
  }),
  is('as many points: no saving', '2024-04-01', plain(14_900, 6_100), dearer),
  is('a dearer generic saves nothing, never less', '2024-04-01', plain(20_000, 40_000), {
    ...dearer,
    paid_yen: 60,
    changed_yen: 120,
  }),
  is('no generic', '2024-04-01', without(plain(20_000, 0), 'generic_milliyen'), {
    level: 'no-saving',
    cause: 'no-generic',
    claimed_yen: 200,
    paid_yen: 60,
    changed_yen: null,
    saving_yen: null,
    reasons: 'whole_price no_generic',
  }),
  is('no share of the patient', '2024-04-01', without(plain(20_000, 10_000), 'patient_percent'), {
    level: 'undecidable',
    cause: 'missing',
    claimed_yen: 200,
    paid_yen: null,
    saving_yen: null,
    reasons: 'whole_price missing',
  }),
  is('no price', '2024-04-01', without(plain(20_000, 10_000), 'claimed_milliyen'), {
    level: 'undecidable',
    cause: 'missing',
    claimed_yen: null,
  }),
  is('September 2024: no selected care yet', '2024-09-01', quarter, otherList),
  is('October 2024: a quarter of the gap', '2024-10-01', quarter, {
    ...quarterPaid,
    claimed_yen: 600,
    version: '選定療養（価格差の4分の1）',
    reasons: 'surcharge cheaper',
  }),
  is('October 2024: the full price is no selected care', '2024-10-01', plain(64_400, 19_300), {
    ...cheaper,
    surcharge_yen: 0,
    paid_yen: 180,
    saving_yen: 120,
  }),
  is('May 2026: still a quarter', '2026-05-01', quarter, quarterPaid),
  is('May 2026: the list of June is of another time', '2026-05-01', half, otherList),
  is('June 2026: half of the gap', '2026-06-01', half, {
    ...halfPaid,
    claimed_yen: 500,
    version: '選定療養（価格差の2分の1）',
  }),
  is('June 2026: the list of May is of another time', '2026-06-01', quarter, otherList),
  is(
    'a brand on no list',
    '2026-06-01',
    without(half, 'highest_generic_milliyen', 'gap_share_milliyen', 'insured_milliyen'),
    otherList,
  ),
  is(
    'another price was claimed than the list says',
    '2026-06-01',
    { ...half, claimed_milliyen: 49_220 },
    otherList,
  ),
  is(
    'a list that rounds to 0.01 yen',
    '2026-06-01',
    { ...half, gap_share_milliyen: 15_210, insured_milliyen: 49_190 },
    { level: 'saving' },
  ),
  is('a list that is wrong by more', '2026-06-01', { ...half, gap_share_milliyen: 15_211 }, otherList),
  is('two tablets a day: the share is rounded for the day', '2026-06-01', selected(15_200, { quantity: 2 }), {
    surcharge_yen: 330,
    claimed_yen: 1000,
    paid_yen: 630,
    changed_yen: 120,
    saving_yen: 510,
  }),
  is(
    'a share of 0.15 yen is one point, with tax 11 yen a day',
    '2026-06-01',
    {
      ...selected(150),
      brand_milliyen: 10_400,
      highest_generic_milliyen: 10_100,
      insured_milliyen: 10_250,
      claimed_milliyen: 10_250,
      generic_milliyen: 10_100,
    },
    { level: 'saving', surcharge_yen: 110, paid_yen: 140, changed_yen: 30, saving_yen: 110 },
  ),
  is(
    'the public example: 15.20 against 10.10, one a day for 30 days, a surcharge of 330 yen',
    '2024-10-01',
    {
      ...selected(1_275, { units: 30 }),
      brand_milliyen: 15_200,
      highest_generic_milliyen: 10_100,
      insured_milliyen: 13_925,
      claimed_milliyen: 13_925,
      generic_milliyen: 10_100,
    },
    {
      level: 'saving',
      surcharge_yen: 330,
      claimed_yen: 300,
      paid_yen: 420,
      changed_yen: 90,
      saving_yen: 330,
    },
  ),
]);
