import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, receipt, span } from './raw-rows.ts';

type Cells = Readonly<Record<string, unknown>>;
type Four = readonly [insurer: number, member: number, open: number, unrated: number];

/** What is given → who bears its yen, who its meals (insurer, member, public, unrated). */
const cases: readonly {
  readonly name: string;
  readonly given: Cells;
  readonly payers?: readonly (readonly [part: number, share: number | null])[];
  readonly yen: Four;
  readonly meals?: Four;
  /** As on the letter, where it differs from the member's part. */
  readonly paid?: number;
  readonly limited?: boolean;
}[] = [
  {
    name: 'insured person: 30 % to the yen, though the till rounds',
    given: { receipt_type: '1112', decided_points: 1148 },
    yen: [8036, 3444, 0, 0],
    paid: 3440,
  },
  {
    name: 'before school 20 %',
    given: { receipt_type: '1114', decided_points: 500 },
    yen: [4000, 1000, 0, 0],
  },
  {
    name: 'dental, by the same last digit',
    given: { kind: 'dental', receipt_type: '3118', decided_points: 500 },
    yen: [4000, 1000, 0, 0],
  },
  {
    name: 'home nursing: yen, not points',
    given: {
      kind: 'nursing',
      receipt_type: '6112',
      claimed_points: null,
      decided_points: null,
      decided_yen: 55_550,
    },
    yen: [38_885, 16_665, 0, 0],
    paid: 16_670,
  },
  {
    name: 'home nursing of an odd amount: the fraction stays with the insurer',
    given: { kind: 'nursing', receipt_type: '6116', decided_points: null, decided_yen: 5_555 },
    yen: [3_889, 1_666, 0, 0],
    paid: 1_670,
  },
  {
    name: 'home nursing with a programme: its part is in yen too',
    given: { kind: 'nursing', receipt_type: '6122', decided_points: null, decided_yen: 50_000 },
    payers: [[50_000, 5_000]],
    yen: [35_000, 5_000, 10_000, 0],
  },
  {
    name: 'therapy: what the claim says',
    given: {
      kind: 'judo',
      form: 'csv',
      receipt_type: null,
      decided_points: null,
      decided_yen: 7_123,
      patient_share_yen: 2_137,
    },
    yen: [4_986, 2_137, 0, 0],
    limited: false,
  },
  {
    name: 'high cost settled on the receipt: the insurer bears the rest',
    given: { receipt_type: '1111', inpatient: true, decided_points: 26_890, patient_share_yen: 57_600 },
    yen: [211_300, 57_600, 0, 0],
    limited: true,
  },
  {
    name: 'a programme takes a part of the patient’s share off',
    given: { receipt_type: '1122', decided_points: 500 },
    payers: [[500, 500]],
    yen: [3500, 500, 1000, 0],
  },
  {
    name: 'a programme of a part of the points',
    given: { receipt_type: '1122', decided_points: 500 },
    payers: [[300, 300]],
    yen: [3500, 900, 600, 0],
  },
  {
    name: 'a programme that does not say its share takes nothing off',
    given: { receipt_type: '1122', decided_points: 500 },
    payers: [[500, null]],
    yen: [3500, 1500, 0, 0],
  },
  {
    name: 'without insurance: nothing for the insurer, nothing for the patient',
    given: { receipt_type: '1211', inpatient: true, public_only: true, meal_count: 3, meal_yen: 2010 },
    payers: [[500, null]],
    yen: [0, 0, 5000, 0],
    meals: [0, 0, 2010, 0],
    paid: 1500,
  },
  {
    name: 'without insurance, with a share of the patient',
    given: { receipt_type: '1212', public_only: true },
    payers: [[500, 700]],
    yen: [0, 700, 4300, 0],
  },
  {
    name: 'a kind that names no rate',
    given: { receipt_type: null, decided_points: 500 },
    yen: [0, 0, 0, 5000],
    paid: Number.NaN,
  },
  {
    name: 'meals: the standard amount of the month is the patient’s',
    given: { receipt_type: '1111', inpatient: true, meal_count: 3, meal_yen: 2010 },
    yen: [3500, 1500, 0, 0],
    meals: [630, 1380, 0, 0],
  },
  {
    name: 'meals: the standard amounts the head of a DPC receipt names win',
    given: {
      kind: 'dpc',
      receipt_type: '1111',
      inpatient: true,
      meal_count: 3,
      meal_yen: 2010,
      meal_share_yen: 690,
    },
    yen: [3500, 1500, 0, 0],
    meals: [1320, 690, 0, 0],
  },
  {
    name: 'meals never cost the patient more than they cost',
    given: { receipt_type: '1111', inpatient: true, meal_count: 9, meal_yen: 2010 },
    yen: [3500, 1500, 0, 0],
    meals: [0, 2010, 0, 0],
  },
  {
    name: 'meals before the first month of the table',
    given: {
      receipt_type: '1111',
      inpatient: true,
      meal_count: 3,
      meal_yen: 1920,
      service_month: '2017-05-01',
    },
    yen: [3500, 1500, 0, 0],
    meals: [0, 0, 0, 1920],
  },
  { name: '0 points', given: { receipt_type: '1112', decided_points: 0 }, yen: [0, 0, 0, 0] },
];

/** Any receipt, sensible or not. */
const amount = fc.option(fc.integer({ min: 0, max: 40_000 }));
const any = fc.sample(
  fc.record({
    kind: fc.constantFrom('medical', 'dpc', 'dental', 'pharmacy', 'nursing', 'judo'),
    receipt_type: fc.constantFrom(null, '1111', '1112', '1114', '1118', '1122', '1212', '6112'),
    inpatient: fc.boolean(),
    public_only: fc.boolean(),
    decided_points: amount,
    decided_yen: amount,
    patient_share_yen: fc.option(fc.integer({ min: 0, max: 40_000 }), { freq: 1 }),
    meal_count: fc.integer({ min: 0, max: 93 }),
    meal_yen: amount,
    meal_share_yen: fc.option(fc.integer({ min: 0, max: 40_000 }), { freq: 1 }),
    service_month: fc.constantFrom('2017-05-01', '2024-05-01', '2025-05-01'),
    payers: fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), amount), { maxLength: 2 }),
  }),
  { numRuns: 300, seed: 17 },
);

const { warehouse, report } = await builtFrom({
  file: [ledgerFile()],
  eligibility: [span()],
  receipt: [
    ...deliveries('2024-04', 2),
    ...cases.map(({ given }, index) =>
      receipt({ receipt_seq: index + 1, identity: `c${index}`, search_number: `c${index}`, ...given }),
    ),
    ...any.map(({ payers, ...given }, index) =>
      receipt({ file_id: 10, receipt_seq: index + 1, identity: `a${index}`, search_number: null, ...given }),
    ),
  ],
  public_payer: [
    ...cases.flatMap(({ payers = [] }, index) => payersOf(9, index + 1, payers)),
    ...any.flatMap(({ payers }, index) => payersOf(10, index + 1, payers)),
  ],
});

function payersOf(
  file_id: number,
  receipt_seq: number,
  payers: readonly (readonly [part: number, share: number | null])[],
): Cells[] {
  return payers.map(([points, share_yen], place) => ({
    file_id,
    receipt_seq,
    ordinal: place + 1,
    program: '54',
    points,
    share_yen,
  }));
}

afterAll(() => warehouse.close());

const found = await warehouse.rows(
  'select c.*, s.paid_yen, s.is_limited from core.receipt_cost c join core.patient_share s using (receipt_id) join core.receipt r using (receipt_id) where r.file_id = 9 order by receipt_id',
);

describe('who bears what', () => {
  test('the checks hold, for any receipt: four parts that add up, none below zero', () => {
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.checks.find(({ name }) => name === 'costs-conserved')?.of).toBeGreaterThan(300);
  });

  test.each(cases.map((one, index) => [one.name, one, index] as const))(
    '%s',
    (_name, { yen, meals = [0, 0, 0, 0], paid, limited }, index) => {
      const row = found[index]!;
      const part = (name: string) => Number(row[`${name}insurer_yen`]);
      const parts = (name: string) =>
        ['member_yen', 'public_yen', 'unrated_yen'].map((one) => Number(row[`${name}${one}`]));
      expect([part(''), ...parts('')]).toEqual(yen);
      expect([part('meal_'), ...parts('meal_')]).toEqual(meals);
      const wanted = paid ?? yen[1];
      expect(row['paid_yen']).toBe(Number.isNaN(wanted) ? null : wanted);
      if (limited !== undefined) expect(row['is_limited']).toBe(limited);
    },
  );
});
