import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { receipt } from './raw-rows.ts';

type Cells = Readonly<Record<string, unknown>>;

/** Drugs of the masters: code → price in yen; `none` is in no master, `less` is 薬剤料逓減. */
const prices = { a: 10, b: 20, c: 5.9, dear: 98_765.4, less: 0 } as const;
const codes = {
  a: '620000001',
  b: '620000002',
  c: '620000003',
  dear: '620000004',
  less: '630010002',
  none: '699999999',
};
type Drug = keyof typeof codes;

const drug = (name: Drug, quantity: number, cells: Cells = {}) => ({
  record: 'IY',
  section: '21',
  code: codes[name],
  quantity,
  count: 1,
  ...cells,
});
const procedure = (cells: Cells = {}) => ({ record: 'SI', code: '113000000', count: 1, ...cells });
const priced = (points: number, count: number) => ({ points, count });
const times = (count: number) => ({ count });

/** Rows of one unit → points of its drugs, in order. */
const cases: readonly {
  readonly name: string;
  readonly kind?: string;
  readonly rows: readonly Cells[];
  readonly points: readonly number[];
  readonly days?: readonly (number | null)[];
}[] = [
  {
    name: 'one drug has the whole unit, for all its days',
    rows: [drug('a', 3, priced(3, 28))],
    points: [84],
    days: [28],
  },
  {
    name: 'two drugs share by quantity × price',
    rows: [drug('a', 1, times(10)), drug('b', 1, priced(3, 10))],
    points: [10, 20],
  },
  {
    name: 'the point that is over goes to the largest remainder',
    rows: [drug('a', 1), drug('a', 1), drug('b', 1, priced(5, 1))],
    points: [1, 1, 3],
  },
  {
    name: 'of equal remainders the first row gets it',
    rows: [drug('a', 1), drug('a', 1, priced(3, 1))],
    points: [2, 1],
  },
  {
    name: 'without any price: by rows',
    rows: [drug('none', 5), drug('none', 1, priced(10, 1))],
    points: [5, 5],
  },
  {
    name: 'one without a price gets nothing beside one that has one',
    rows: [drug('none', 5), drug('a', 1, priced(10, 1))],
    points: [0, 10],
  },
  {
    name: 'a subtracting code has negative points',
    rows: [drug('less', 1, priced(-534, 2))],
    points: [-1068],
  },
  {
    name: 'a procedure in the unit takes the rest: 25 yen are 2 points',
    rows: [drug('b', 1), drug('a', 0.5), procedure(priced(50, 1))],
    points: [2, 0],
  },
  {
    name: 'to ten yen or part of it above fifteen: 16 yen are 2 points, each time',
    rows: [drug('a', 1.6, times(4)), procedure(priced(50, 4))],
    points: [8],
  },
  {
    name: 'up to fifteen yen are one point',
    rows: [drug('a', 1.5, times(4)), procedure(priced(50, 4))],
    points: [4],
  },
  {
    name: 'drugs never cost more than the unit',
    rows: [drug('dear', 1), procedure(priced(50, 1))],
    points: [50],
  },
  {
    name: 'a unit that has no points',
    rows: [drug('a', 1), drug('b', 1)],
    points: [0, 0],
  },
  {
    name: 'dental: 21 is all 投薬, not days of 内服',
    kind: 'dental',
    rows: [drug('a', 3, priced(3, 5))],
    points: [15],
    days: [null],
  },
  {
    name: 'pharmacy: the 薬剤料 of all dispensings, not their fees',
    kind: 'pharmacy',
    rows: [
      { record: 'CZ', code: '440000110', points: 24 },
      { record: 'CZ', code: null, points: 30 },
      { record: 'CZ', code: null, points: 60 },
      drug('a', 1, { section: '1', count: 30 }),
      drug('b', 1, { section: '1', count: 30 }),
    ],
    points: [30, 60],
    days: [30, 30],
  },
  {
    name: 'pharmacy: a material of the same 剤 takes the rest',
    kind: 'pharmacy',
    rows: [
      { record: 'CZ', code: null, points: 100 },
      drug('b', 2, { section: '3', count: 3 }),
      { record: 'TO', code: '710010001', quantity: 1, count: 3 },
    ],
    points: [12],
    days: [null],
  },
  {
    name: 'dear drugs by the hundred do not overflow',
    rows: [drug('dear', 99_999), drug('dear', 1), drug('c', 1, priced(9_999_999_999, 999))],
    points: [9_989_900_093_033, 99_900_000, 5_968],
  },
];

/** Units of drugs alone, with any price and quantity. */
const units = fc.sample(
  fc.record({
    points: fc.integer({ min: 0, max: 5000 }),
    count: fc.integer({ min: 1, max: 90 }),
    drugs: fc.array(
      fc.tuple(fc.constantFrom<Drug>('a', 'b', 'c', 'dear', 'none'), fc.integer({ min: 0, max: 400 })),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  { numRuns: 150, seed: 5 },
);

const detail = (file_id: number, receipt_seq: number, rows: readonly Cells[]) =>
  rows.map((row, index) => ({ file_id, receipt_seq, line: index + 2, unit_seq: 1, ...row }));

const { warehouse, report } = await builtFrom({
  file: [{ file_id: 6, kind: 'master', form: 'official', as_of: '2024-04-01' }],
  master_drug: Object.entries(prices).map(([name, yen]) => ({
    file_id: 6,
    code: codes[name as keyof typeof prices],
    name: `架空${name}`,
    price_type: 1,
    price_milliyen: Math.round(yen * 1000),
    price_code: `211900${name.padEnd(6, '1').toUpperCase()}`.slice(0, 12),
    dosage_form: '1',
  })),
  receipt: [
    ...cases.map(({ kind = 'medical' }, index) =>
      receipt({ receipt_seq: index, identity: `c${index}`, kind }),
    ),
    ...units.map((_, index) => receipt({ file_id: 10, receipt_seq: index, identity: `u${index}` })),
  ],
  detail: [
    ...cases.flatMap(({ rows }, index) => detail(9, index, rows)),
    ...units.flatMap(({ points, count, drugs }, index) =>
      detail(
        10,
        index,
        drugs.map(([name, tenths], place) =>
          drug(name, tenths / 10, place === drugs.length - 1 ? { points, count } : { count }),
        ),
      ),
    ),
  ],
});
afterAll(() => warehouse.close());

const found = await warehouse.rows(
  'select d.*, r.file_id, r.receipt_id % 100000000 as seq from core.drug d join core.receipt r using (receipt_id) order by receipt_id, line',
);
const rowsOf = (file: number, seq: number) =>
  found.filter((row) => row['file_id'] === file && row['seq'] === seq);

describe('points of a drug', () => {
  test('the checks hold', () => expect(report.checks.filter(({ ok }) => !ok)).toEqual([]));

  test.each(cases.map((one, index) => [one.name, one, index] as const))(
    '%s',
    (_name, { points, days }, index) => {
      const rows = rowsOf(9, index);
      expect(rows.map((row) => row['points'])).toEqual(points);
      expect(rows.map((row) => row['yen'])).toEqual(points.map((one) => one * 10));
      if (days) expect(rows.map((row) => row['days'])).toEqual(days);
    },
  );

  test('of a unit of drugs alone add up, and none is a point away from its part', () => {
    for (const [index, { points, count, drugs }] of units.entries()) {
      const rows = rowsOf(10, index);
      const weight = ([name, tenths]: (typeof drugs)[number]) =>
        name === 'none' ? 0 : prices[name] * tenths;
      const weights = drugs.map(weight);
      const whole = weights.reduce((sum, one) => sum + one, 0);
      const parts = weights.map((one) => (whole === 0 ? 1 / drugs.length : one / whole) * points * count);
      expect(rows.reduce((sum, row) => sum + Number(row['points']), 0)).toBe(points * count);
      for (const [place, part] of parts.entries())
        expect(Math.abs(Number(rows[place]!['points']) - part)).toBeLessThan(1.000001);
    }
  });
});
