import { describe, expect, it } from 'vitest';
import { diseasesOf } from '#private/intake/claims/diseases.ts';
import { paperCsv, read, setAside } from './make.ts';

describe('a paper receipt', () => {
  it('is a receipt in points with its diseases, the first one the main', async () => {
    const { kind, result, tables } = await read(
      paperCsv({
        diseases: '8830417+8002+2056; 2500015 0000999',
        claimed: '520',
        mealCount: '',
        shareYen: '1500',
      }),
    );
    expect(kind).toBe('paper-receipt');
    expect(result).toMatchObject({ form: 'csv', records: 1, receipts: 1, points: 500, yen: 5000 });
    expect(result.rows).toMatchObject({ receipt: 1, diagnosis: 3, public_payer: 0, institution: 1 });
    expect(tables['receipt']).toMatchObject([
      {
        identity: 'paper:2026-04:1311234567:1',
        search_number: null,
        kind: 'medical',
        form: 'csv',
        source: 'paper',
        receipt_type: '1112',
        service_month: '2026-04-01',
        processing_month: '2026-05-01',
        institution: '1311234567',
        inpatient: false,
        public_only: false,
        days: 2,
        claimed_points: 520,
        decided_points: 500,
        decided_yen: null,
        meal_yen: null,
        patient_share_yen: 1500,
      },
    ]);
    const columns = ['receipt_seq', 'line', 'disease_code', 'modifiers', 'is_main'];
    expect(tables['diagnosis']!.map((row) => columns.map((name) => row[name]))).toEqual([
      [1, 1, '8830417', '80022056', true],
      [1, 2, '2500015', '', false],
      [1, 3, '0000999', '', false],
    ]);
  });

  it('goes by its search number where it has one', async () => {
    const { tables } = await read(paperCsv({ searchNumber: '13150805000000001' }));
    expect(tables['receipt']).toMatchObject([
      { identity: '13150805000000001', search_number: '13150805000000001' },
    ]);
  });

  it('in hospital has its meals in yen apart from the points', async () => {
    const stay = { receiptType: '1111', admittedOn: '2026-04-03', mealCount: '93', mealYen: '62310' };
    const { result, tables } = await read(paperCsv(stay));
    expect(tables['receipt']).toMatchObject([
      { inpatient: true, admitted_on: '2026-04-03', meal_count: 93, meal_yen: 62310 },
    ]);
    expect(result).toMatchObject({ points: 500, yen: 5000 + 62310 });
  });

  it('of home nursing is in yen', async () => {
    const { result, tables } = await read(paperCsv({ receiptType: '6112', institution: '1361234567' }));
    expect(result).toMatchObject({ points: 0, yen: 500 });
    expect(tables['receipt']).toMatchObject([
      { kind: 'nursing', claimed_yen: 520, decided_yen: 500, claimed_points: null, decided_points: null },
    ]);
  });

  it('of a pharmacy names who prescribed; with a public programme, what that pays for', async () => {
    const row = { receiptType: '4122', institution: '1341234567', prescriber: '1311234567' };
    const { tables } = await read(
      paperCsv({ ...row, program: '54', programPoints: '400', programShareYen: '1000' }),
    );
    expect(tables['receipt']).toMatchObject([
      { kind: 'pharmacy', prescriber: '1311234567', public_only: false },
    ]);
    expect(tables['public_payer']).toMatchObject([
      { receipt_seq: 1, ordinal: 1, program: '54', points: 400, share_yen: 1000 },
    ]);
  });

  it.each([
    ['1111', true],
    ['1119', true],
    ['1110', false],
    ['1118', false],
    ['3111', true],
    ['4111', false],
    ['6111', false],
  ])('of type %s is in hospital: %s', async (receiptType, expected) => {
    const institution = `13${receiptType[0]}1234567`;
    const { tables } = await read(paperCsv({ receiptType, institution, admittedOn: '1980-01-15' }));
    expect(tables['receipt']).toMatchObject([{ inpatient: expected, admitted_on: '1980-01-15' }]);
  });

  it.each([
    ['1211', true],
    ['1112', false],
  ])('of type %s is for public programmes alone: %s', async (receiptType, expected) => {
    const { tables } = await read(paperCsv({ receiptType }));
    expect(tables['receipt']).toMatchObject([{ public_only: expected }]);
  });
});

describe('a row is set aside with its points and yen', () => {
  it.each([
    ['a type of no kind', { receiptType: '5112' }, 'row_value', 500, 5000],
    ['a type of three digits', { receiptType: '111' }, 'row_value', 500, 5000],
    ['a type that is not that of the institution', { receiptType: '3112' }, 'row_kind_differs', 500, 5000],
    ['an institution of nine digits', { institution: '131123456' }, 'row_value', 500, 5000],
    ['a prescriber of another form', { prescriber: '13' }, 'row_value', 500, 5000],
    ['a search number of 16 digits', { searchNumber: '1315080500000001' }, 'row_value', 500, 5000],
    ['a programme of one digit', { program: '5' }, 'row_value', 500, 5000],
    ['94 meals', { mealCount: '94', mealYen: '640' }, 'row_value', 500, 5640],
    ['words for a disease', { diseases: 'かぜ' }, 'row_value', 500, 5000],
    ['a disease of six digits', { diseases: '8830417;250001' }, 'row_value', 500, 5000],
    ['an admission after the month', { admittedOn: '2026-05-01' }, 'row_dates_out_of_order', 500, 5000],
    ['an admission before birth', { admittedOn: '1980-01-14' }, 'row_dates_out_of_order', 500, 5000],
    ['points that are no number', { decided: '5OO' }, 'row_value', 0, 0],
    ['no decided points', { decided: '' }, 'row_empty', 0, 0],
    ['home nursing without a month', { receiptType: '6112', serviceMonth: 'x' }, 'row_date', 0, 500],
  ])('%s', async (_name, row, reason, points, yen) => {
    const done = await read(paperCsv({ receiptNumber: '2', diseases: '2500015' }, row));
    expect(setAside(done)).toEqual([[3, reason, 1, points, yen]]);
    expect(done.tables['receipt']).toHaveLength(1);
    expect(done.tables['diagnosis']).toHaveLength(1);
    expect(done.result).toMatchObject({ records: 2, receipts: 2, points: 500 + points, yen: 5000 + yen });
  });
});

it.each([
  ['', []],
  ['8830417', [{ code: '8830417', modifiers: '' }]],
  ['８８３０４１７＋８００２', [{ code: '8830417', modifiers: '8002' }]],
  [
    '8830417、2500015;',
    [
      { code: '8830417', modifiers: '' },
      { code: '2500015', modifiers: '' },
    ],
  ],
  [`8830417${'+2056'.repeat(20)}`, [{ code: '8830417', modifiers: '2056'.repeat(20) }]],
  [`8830417${'+2056'.repeat(21)}`, undefined],
  ['8830417+800', undefined],
  ['8830417+', undefined],
  ['88304178002', undefined],
])('diseases in "%s"', (text, expected) => {
  expect(diseasesOf(text)).toEqual(expected);
});
