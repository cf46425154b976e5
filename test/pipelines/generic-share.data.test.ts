import { afterAll, expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { receipt } from './raw-rows.ts';

type Cells = Readonly<Record<string, unknown>>;

/** Code → class of the list, with the column 除外. */
const products: readonly (readonly [code: string, name: string, listed: Cells])[] = [
  ['620000001', '先発', { class: '2' }],
  ['620000002', '後発', { class: '3' }],
  ['620000003', '先発（後発なし）', { class: '1' }],
  ['620000004', '☆', { class: '☆' }],
  ['620000005', '★', { class: '★' }],
  ['620000006', '除外の後発', { class: '3', is_excluded: true }],
  ['620000007', '区分なし', { class: null }],
];
const priceCode = (code: string) => `2189018F1${code.slice(-3)}`;
const master = (code: string, name: string, price_code = priceCode(code)) => ({
  file_id: 6,
  code,
  name,
  price_type: 1,
  price_milliyen: 10_000,
  price_code,
  dosage_form: '1',
});

const row = (receipt_seq: number, line: number, code: string, quantity: number, count = 1) => ({
  file_id: 9,
  receipt_seq,
  line,
  record: 'IY',
  unit_seq: line,
  code,
  quantity,
  count,
});
const coded = (receipt_seq: number, line: number, code: string, quantity: number, count: number | null) => ({
  file_id: 9,
  receipt_seq,
  line,
  code,
  quantity,
  count,
});
const one = (receipt_seq: number, kind: string, cells: Cells = {}) =>
  receipt({ receipt_seq, identity: `r${receipt_seq}`, search_number: `r${receipt_seq}`, kind, ...cells });

const { warehouse, report } = await builtFrom({
  file: [
    { file_id: 5, kind: 'master', form: 'generic-class', as_of: '2024-04-01' },
    { file_id: 6, kind: 'master', form: 'official', as_of: '2024-04-01' },
    { file_id: 7, kind: 'master', form: 'generic-class', as_of: '2024-06-01' },
  ],
  generic_class: products.flatMap(([code, name, listed]) => [
    { file_id: 5, price_code: priceCode(code), name, ...listed },
    { file_id: 7, price_code: priceCode(code), name, ...listed, class: name === '後発' ? '★' : '2' },
  ]),
  master_drug: [
    ...products.map(([code, name]) => master(code, name)),
    master('699700001', '先発（選）', priceCode('620000001')),
    master('699800001', '先発（類）', priceCode('620000001')),
  ],
  receipt: [
    one(1, 'pharmacy'),
    one(2, 'dpc'),
    one(3, 'dpc'),
    one(4, 'dental'),
    one(5, 'medical', { service_month: '2024-06-01', processing_month: '2024-07-01' }),
    one(6, 'medical', { decided_points: 7 }),
    one(7, 'medical', { identity: 'r6', processing_month: '2024-09-01' }),
  ],
  detail: [
    row(1, 1, '620000001', 2, 30),
    row(1, 2, '620000002', 1.5, 30),
    row(1, 3, '620000003', 1, 30),
    row(1, 4, '620000004', 1, 30),
    row(1, 5, '620000005', 1, 30),
    row(1, 6, '620000006', 1, 30),
    row(1, 7, '620000007', 1, 30),
    row(1, 8, '699700001', 3, 10),
    row(1, 9, '699800001', 1, 10),
    row(1, 10, '699999999', 1, 10),
    row(2, 1, '620000001', 1, 1),
    row(2, 2, '620000003', 50, 1),
    row(3, 1, '620000002', 4, 2),
    row(4, 1, '620000002', 3, 1),
    row(5, 1, '620000002', 9, 1),
    row(6, 1, '620000002', 100, 1),
    row(7, 1, '620000001', 1, 5),
  ],
  coding: [
    coded(2, 20, '620000001', 1, 1),
    coded(2, 21, '620000002', 2, 7),
    coded(2, 22, '113000000', 1, 1),
    coded(2, 23, '620000002', 1, null),
    coded(3, 20, '113000000', 1, 1),
  ],
});
afterAll(() => warehouse.close());

const units = 100_000;
const shares = await warehouse.rows(
  'select month_code(service_month) as month, * from core.generic_share order by month, care',
);
const shareOf = (month: string, care: string) => {
  const found = shares.find((share) => share['month'] === month && share['care'] === care);
  return ['generic', 'replaceable'].map((name) => Number(found?.[`${name}_quantity`]) / units);
};

test('the checks hold', () => expect(report.checks.filter(({ ok }) => !ok)).toEqual([]));

test('quantities are for all times; ☆, ★, no class and what is excluded are in neither; （選） and （類） are their product', () => {
  expect(shareOf('2024-05', 'pharmacy')).toEqual([45, 60 + 45 + 30 + 10]);
});

test('coding data of a DPC stay count, and drug rows with the same code not again; what they leave out counts by its row', () => {
  expect(shareOf('2024-05', 'inpatient')).toEqual([14 + 1 + 8, 1 + 14 + 1 + 8]);
});

test('dental drugs count', () => expect(shareOf('2024-05', 'dental')).toEqual([3, 3]));

test('a version that holds no more does not count', () => {
  expect(shareOf('2024-05', 'outpatient')).toEqual([0, 5]);
});

test('the class is the one of the list of the month', () => {
  expect(shareOf('2024-06', 'outpatient')).toEqual([0, 0]);
});
