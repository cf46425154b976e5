import { describe, expect, it } from 'vitest';
import { inspectReceipts } from '#private/intake/receipt/inspect.ts';
import { joinLines, procedure, receiptLines, record, searchNumber, writeTemporary } from './files.ts';

const now = new Date('2026-11-21T12:00:00+09:00');
const inspect = (bytes: Uint8Array) => inspectReceipts(writeTemporary(bytes), now);

const plain = receiptLines({ points: 100, body: [procedure('60', '160000310', 100, 1)], ho: { 9: 640 } });
const corrected = receiptLines({
  search: searchNumber(2),
  month: '202603',
  points: 50,
  body: [procedure('60', '160000310', 40, 1)],
  added: [
    [4, 1, record('HO', { 2: '06999991', 3: '１', 4: '２', 6: 40 }, 15)],
    record('JY', { 2: 2, 3: 4, 4: 0, 7: 4, 8: 1 }, 9),
  ],
});
const future = receiptLines({ search: searchNumber(3), month: '202701', points: 7, body: ['ZZ,1'] });

describe('inspection of receipts', () => {
  it('counts and sums, also of receipts an ingest would set aside', async () => {
    const bytes = joinLines([plain, corrected, future]);
    expect(await inspect(bytes)).toEqual({
      kind: 'receipt',
      form: 'insurer',
      tables: ['医科'],
      lines: 17,
      records: { HO: 4, IR: 3, JY: 1, MN: 3, RE: 3, SI: 2, ZZ: 1 },
      receipts: 3,
      claims: 3,
      declared: { points: 147 },
      computed: { points: 140 },
      mismatches: [{ receipt: 15, declared: 7, computed: 0, reason: 'receipt_total' }],
      corrections: { replace: 1, delete: 0, insert: 0 },
      unknownRecords: { ZZ: 1 },
      unknownCodes: 0,
      months: ['2026-03', '2026-04', '2027-01'],
      encoding: 'cp932',
      bytes: bytes.length,
      claimed: { points: 157 },
      yen: 1470 + 640,
      mealYen: 640,
      quarantined: { future_month: 1 },
      findings: [
        { code: 'unknown_record', count: 1, line: 17 },
        { code: 'total_mismatch', count: 1, line: 15 },
      ],
    });
  });

  it('shows no value of a person', async () => {
    const text = JSON.stringify(await inspect(joinLines([plain, corrected, future])));
    for (const value of ['カナリヤ', '1980', '456', '４５６', '06999991', searchNumber(1), '1234567']) {
      expect(text).not.toContain(value);
    }
  });

  it('a pharmacy file', async () => {
    const body = [record('KI', { 4: 1, 5: '410000110', 6: 45 }, 114)];
    const lines = receiptLines({ kind: 'pharmacy', points: 45, body });
    expect(await inspect(joinLines([lines]))).toMatchObject({
      form: 'insurer',
      tables: ['調剤'],
      computed: { points: 45 },
      findings: [],
    });
  });

  it('what looks like an Individual Number is counted with its line', async () => {
    const lines = receiptLines({
      body: [record('CO', { 2: '60', 3: 1, 4: '820000001', 5: '123456789018' }, 5)],
    });
    const { findings } = await inspect(joinLines([lines]));
    expect(findings).toEqual([{ code: 'my_number', count: 1, line: 5 }]);
  });

  it('receipts that say next to nothing are counted all the same', async () => {
    const dpc = ['2,1,0,MN,1', '1,2,0,IR,1,13,1', '1,3,0,RE,1,1111', '1,4,0,BU,010010'];
    expect(await inspect(joinLines([dpc, dpc]))).toMatchObject({
      form: 'insurer',
      tables: ['DPC'],
      lines: 8,
      records: { BU: 2, IR: 2, MN: 2, RE: 2 },
      quarantined: { missing_search_number: 2 },
      findings: [{ code: 'total_mismatch', count: 2, line: 3 }],
    });
  });
});
