import { describe, expect, it } from 'vitest';
import { basicFees, dispensingFees } from '#pipelines/sources/receipt/pharmacy.ts';
import { joinLines, load, receiptLines, record, searchNumber } from './files.ts';

const part = (number: string, unitPoints: number) =>
  record('SH', { 2: number, 3: 1, 4: '001', 6: unitPoints }, 10);
const dispensing = (fields: Record<number, string | number>) =>
  record('CZ', { 2: 1, 3: '20260401', 4: '20260401', 5: 1, ...fields }, 71);
const drug = (code: string, quantity: string) => record('IY', { 2: 1, 3: code, 4: quantity }, 10);

const pharmacy = (points: number, body: string[], ho = {}) =>
  load(joinLines([receiptLines({ kind: 'pharmacy', points, body, ho })]));

describe('fee positions', () => {
  it('are those of the layout', () => {
    expect(dispensingFees.map((fee) => fee.points)).toEqual([
      11, 18, 21, 24, 27, 30, 33, 36, 39, 42, 45, 57, 62, 65,
    ]);
    expect(basicFees.map((fee) => fee.points)).toEqual([
      6, 11, 15, 19, 23, 27, 31, 35, 39, 43, 47, 51, 55, 59, 63, 67, 73, 77, 81, 85, 89, 93, 97, 101, 105,
      109,
    ]);
  });
});

describe('one pharmacy receipt', () => {
  const body = [
    part('01', 7),
    dispensing({
      6: 14,
      7: 1,
      8: 1,
      10: '410000310',
      11: 24,
      14: 98,
      16: 1,
      17: '410000910',
      18: 10,
      58: 1,
      61: '410000610',
      62: 60,
    }),
    drug('620000001', '2'),
    record('CO', { 2: '830000001', 3: 'ひとこと' }, 3),
    dispensing({ 3: '5080331', 6: 7, 8: 3, 14: 49 }),
    part('02', 30),
    dispensing({ 6: 1, 7: 1, 8: 1, 10: '410000410', 11: 21, 14: 30 }),
    drug('620000002', '0.5'),
    record('TO', { 2: 1, 3: '710010001', 4: '30', 6: '12.5' }, 7),
    record('TK', { 2: '830000002', 3: '摘要' }, 3),
    record(
      'KI',
      {
        2: '20260401',
        4: 1,
        5: '410000110',
        6: 45,
        8: 1,
        9: '410000710',
        10: 2,
        11: 59,
        70: 1,
        71: '410000810',
        72: 1,
        73: 5,
      },
      114,
    ),
    record('ST', { 2: 1 }, 16),
  ];
  const total = 24 + 98 + 10 + 60 + 49 + 21 + 30 + 45 + 59 + 5;

  it('the receipt row', async () => {
    const { tables, result } = await pharmacy(total, body, { 5: 2, 10: 8000 });
    expect(tables['receipt']![0]).toMatchObject({
      kind: 'pharmacy',
      receipt_type: '4112',
      search_number: searchNumber(1),
      institution: '1347654321',
      prescriber: '1311234567',
      prescribed_on: '2026-03-31',
      inpatient: false,
      admitted_on: null,
      days: 2,
      decided_points: total,
      computed_points: total,
      patient_share_yen: 8000,
      meal_count: null,
      meal_yen: null,
    });
    expect(result).toMatchObject({ form: 'insurer-pharmacy', points: total, yen: total * 10 });
    expect(tables['finding']).toEqual([]);
    expect(tables['unknown_record']).toEqual([]);
  });

  it('drugs count all dispensings of their part; fees stand one by one with their points', async () => {
    const { tables } = await pharmacy(total, body);
    const rows = tables['detail']!.map((row) => [
      row['record'],
      row['unit_seq'],
      row['code'],
      row['quantity'],
      row['count'],
      row['points'],
      row['price_milliyen'],
    ]);
    expect(rows).toEqual([
      ['CZ', 1, '410000310', null, null, 24, null],
      ['CZ', 1, '410000910', null, null, 10, null],
      ['CZ', 1, '410000610', null, null, 60, null],
      ['CZ', 1, null, null, null, 98, null],
      ['IY', 1, '620000001', 2, 21, null, null],
      ['CO', 1, '830000001', null, null, null, null],
      ['CZ', 1, null, null, null, 49, null],
      ['CZ', 2, '410000410', null, null, 21, null],
      ['CZ', 2, null, null, null, 30, null],
      ['IY', 2, '620000002', 0.5, 1, null, null],
      ['TO', 2, '710010001', 30, 1, null, 12_500],
      ['TK', null, '830000002', null, null, null, null],
      ['KI', null, '410000110', null, null, 45, null],
      ['KI', null, '410000710', null, null, 59, null],
      ['KI', null, '410000810', null, null, 5, null],
    ]);
  });

  it('a total that differs is a finding, never a reason to refuse', async () => {
    const { tables } = await pharmacy(total + 1, body);
    expect(tables['receipt']).toHaveLength(1);
    expect(tables['finding']).toEqual([
      {
        file_id: 7,
        position: 1,
        line: 3,
        code: 'total_mismatch',
        expected: total + 1,
        found: total,
        item: null,
      },
    ]);
  });

  it('records cut before their fees are read as far as they go', async () => {
    const { tables } = await pharmacy(24 + 45, [
      part('01', 0),
      'CZ,1,20260401,20260401,1,3,1,1,,410000310,24',
      'IY,1,620000001,1',
      'KI,20260401,1,1,410000110,45',
    ]);
    expect(tables['receipt']![0]!['computed_points']).toBe(69);
    expect(tables['detail']!.find((row) => row['record'] === 'IY')!['count']).toBe(3);
  });
});
