import { afterAll, expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { deliveries, disease, ledgerFile, link, receipt, span } from './raw-rows.ts';

type Cells = Readonly<Record<string, unknown>>;
const [hospital, dentist, pharmacy] = ['1310000001', '1330000002', '1340000009'];
const one = (receipt_seq: number, cells: Cells = {}) =>
  receipt({ receipt_seq, identity: String(receipt_seq), search_number: String(receipt_seq), ...cells });
const dispensed = (receipt_seq: number, prescriber: string | null, cells: Cells = {}) =>
  one(receipt_seq, { kind: 'pharmacy', institution: pharmacy, prescriber, ...cells });
const name = (receipt_seq: number, line: number, code: string, cells: Cells = {}) => ({
  file_id: 9,
  receipt_seq,
  line,
  disease_code: code,
  ...cells,
});

const { warehouse, report } = await builtFrom({
  file: [ledgerFile(), { file_id: 2, kind: 'master', as_of: '2024-04-01' }],
  eligibility: [span(), span({ person_id: 2, sex: '2' })],
  person_link: [link('base-1', 1), link('base-2', 2)],
  master_disease: [disease('1', 'I10'), disease('2', 'E119'), disease('3', 'K021'), disease('4', 'J189')],
  receipt: [
    ...deliveries('2024-04', 12),
    one(1, { decided_points: 300 }),
    one(2, { decided_points: 90_000, inpatient: true }),
    one(3, { kind: 'dental', institution: dentist }),
    one(4, { kind: 'dpc', inpatient: true, institution: '1310000003' }),
    one(5, { kind: 'nursing', institution: '1360000004', decided_yen: 9000, decided_points: null }),
    one(6, { kind: 'judo', form: 'csv', decided_yen: 3000, decided_points: null }),
    one(7, { kind: 'medical', institution: '1310000007', processing_month: '2024-07-01' }),
    one(8, { kind: 'dpc', inpatient: true, institution: '1310000008' }),
    dispensed(11, hospital),
    dispensed(12, dentist),
    dispensed(13, '1310000003'),
    dispensed(14, hospital, { key_base: 'base-2' }),
    dispensed(15, hospital, { service_month: '2024-06-01', processing_month: '2024-07-01' }),
    dispensed(16, null),
    dispensed(17, '1360000004'),
    dispensed(18, hospital, { key_base: 'nobody' }),
    dispensed(19, '1310000007'),
    dispensed(20, hospital, { service_month: '2024-06-01', prescribed_on: '2024-05-31' }),
    dispensed(21, hospital, { prescribed_on: '2024-04-30' }),
  ],
  receipt_change: [
    { file_id: 12, line: 1, search_number: '7', processed_month: '2024-08-01', change: 'returned' },
  ],
  diagnosis: [
    name(1, 1, '1'),
    name(2, 1, '2'),
    name(3, 1, '3', { teeth: '1013' }),
    name(4, 1, '1', { role: '11' }),
    name(4, 2, '2', { role: '21' }),
    name(4, 3, '4', { role: '01' }),
    name(5, 1, '2'),
    name(7, 1, '1'),
    name(8, 1, '9999999', { role: '01', icd10: 'J189' }),
  ],
});
afterAll(() => warehouse.close());

const links = await warehouse.rows(
  'select receipt_id % 100 as seq, prescribing_receipt_id % 100 as prescribing from core.prescription_link order by 1',
);
const diseases = await warehouse.rows(
  'select receipt_id % 100 as seq, disease, minor_class, minor_class_2003 from core.receipt_disease join core.receipt using (receipt_id) where file_id = 9',
);
const classOf = (seq: number) => diseases.find((row) => row['seq'] === seq);

test('the checks hold', () => expect(report.checks.filter(({ ok }) => !ok)).toEqual([]));

test('a pharmacy receipt belongs to its prescriber’s: outpatient before a stay, dentists and DPC hospitals too', () => {
  expect(links).toEqual([
    { seq: 11, prescribing: 1 },
    { seq: 12, prescribing: 3 },
    { seq: 13, prescribing: 4 },
    { seq: 20, prescribing: 1 },
  ]);
});

test('it takes the class from there; without a link it has none', () => {
  expect([11, 12, 13, 14, 15, 16, 17, 18, 19].map((seq) => classOf(seq)!['disease'])).toEqual([
    '09',
    '11',
    '10',
    ...Array(6).fill('unclassified'),
  ]);
});

test('dental, DPC by 医療資源を最も投入した傷病名, home nursing, and therapy without a code', () => {
  expect([3, 4, 5, 6].map((seq) => classOf(seq)!['disease'])).toEqual(['11', '10', '04', 'unclassified']);
});

test('minor classes of both tables', () => {
  expect(classOf(3)).toMatchObject({ minor_class: '1101', minor_class_2003: '1101' });
  expect(classOf(4)).toMatchObject({ minor_class: '1004', minor_class_2003: '1004' });
  // A code no master names takes the ICD-10 the DPC receipt states.
  expect(classOf(8)).toMatchObject({ disease: '10', minor_class: '1004', minor_class_2003: '1004' });
  expect(classOf(6)).toMatchObject({ minor_class: 'unclassified', minor_class_2003: 'unclassified' });
});
