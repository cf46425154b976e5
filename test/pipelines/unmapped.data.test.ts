import { afterAll, expect, test } from 'vitest';
import { readUnmapped } from '#private/unmapped.ts';
import { builtFrom, emptyWarehouse } from './fixture.ts';
import { disease, receipt } from './raw-rows.ts';

const named = (file_id: number, code: string) => ({ file_id, code, name: `名${code}` });
const row = (receipt_seq: number, line: number, code: string | null, record = 'SI') => ({
  file_id: 9,
  receipt_seq,
  line,
  record,
  unit_seq: line,
  code,
});
const one = (receipt_seq: number, decided_points: number, cells = {}) =>
  receipt({
    receipt_seq,
    identity: `r${receipt_seq}`,
    search_number: `r${receipt_seq}`,
    decided_points,
    ...cells,
  });

const { warehouse, report } = await builtFrom({
  file: [{ file_id: 6, kind: 'master', form: 'official', as_of: '2024-04-01' }],
  master_disease: [disease('1234567', 'I10')].map((master) => ({ ...master, file_id: 6 })),
  master_modifier: [named(6, '8002')],
  master_procedure: [named(6, '111000110')],
  master_dental: [named(6, '301000110')],
  master_dispensing: [named(6, '410000110')],
  master_nursing: [named(6, '510000110')],
  master_drug: [named(6, '610000001')],
  master_material: [named(6, '710000001')],
  master_comment: [named(6, '810000001')],
  receipt: [
    one(1, 500),
    one(2, 700, { service_month: '2024-07-01' }),
    one(3, 9000),
    one(4, 9000, { identity: 'r3', search_number: 'r3', processing_month: '2024-08-01' }),
  ],
  detail: [
    ...['111000110', '301000110', '410000110', '510000110', '610000001', '710000001', '810000001'].map(
      (code, index) => row(1, index, code),
    ),
    ...['111999999', '301999999', '410999999', '510999999', '710999999', '810999999', '999999999'].map(
      (code, index) => row(1, 10 + index, code),
    ),
    row(1, 20, '699999999', 'IY'),
    row(1, 21, '699999999', 'IY'),
    row(1, 22, null),
    // The drug fee of one dispensing has no code of its own.
    row(1, 23, null, 'CZ'),
    row(2, 1, '699999999', 'IY'),
    row(3, 1, '611111111', 'IY'),
  ],
  coding: [{ file_id: 9, receipt_seq: 2, line: 30, code: '699999999', quantity: 1 }],
  diagnosis: [
    { file_id: 9, receipt_seq: 1, line: 40, disease_code: '1234567' },
    { file_id: 9, receipt_seq: 1, line: 41, disease_code: '7654321', modifiers: '800299988002' },
    { file_id: 9, receipt_seq: 1, line: 42, disease_code: '0000999', disease_text: '何か' },
    { file_id: 9, receipt_seq: 1, line: 43, disease_code: null },
    { file_id: 9, receipt_seq: 2, line: 40, disease_code: '0000999', disease_text: '何か' },
  ],
  unknown_record: [
    { file_id: 9, receipt_seq: 2, line: 50, record: 'ON', columns: 15 },
    { file_id: 9, receipt_seq: 2, line: 51, record: 'ON', columns: 15 },
    { file_id: 9, receipt_seq: 1, line: 50, record: null, columns: 1 },
  ],
});
afterAll(() => warehouse.close());

const found = await readUnmapped(warehouse);
const in1 = { occurrences: 1, receipts: 1, yen: 5000, from: '2024-05', to: '2024-05' };

test('the checks hold', () => expect(report.checks.filter(({ ok }) => !ok)).toEqual([]));

test('what no master names, by the first digit of the code, most yen first, each receipt counted once', () => {
  expect(found.slice(0, 3)).toEqual([
    {
      kind: 'drug',
      code: '699999999',
      occurrences: 4,
      receipts: 2,
      yen: 12_000,
      from: '2024-05',
      to: '2024-07',
    },
    {
      kind: 'uncoded-disease',
      code: '0000999',
      occurrences: 2,
      receipts: 2,
      yen: 12_000,
      from: '2024-05',
      to: '2024-07',
    },
    { kind: 'record', code: 'ON', occurrences: 2, receipts: 1, yen: 7000, from: '2024-07', to: '2024-07' },
  ]);
  expect(found.slice(3)).toEqual(
    [
      ['comment', '810999999'],
      ['dental', '301999999'],
      ['disease', '7654321'],
      ['dispensing', '410999999'],
      ['material', '710999999'],
      ['modifier', '9998'],
      ['nursing', '510999999'],
      ['other', '999999999'],
      ['procedure', '111999999'],
      ['record', '??'],
      ['unreadable', 'SI'],
      ['unreadable', 'SY'],
    ].map(([kind, code]) => ({ kind, code, ...in1 })),
  );
});

test('a warehouse that was never built says what to do', async () => {
  const empty = await emptyWarehouse();
  await expect(readUnmapped(empty)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  empty.close();
});
