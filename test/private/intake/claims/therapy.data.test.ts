import { describe, expect, it } from 'vitest';
import { therapistKey } from '#private/intake/claims/therapy.ts';
import { cp932, joinLines, load, ourInsurer, receiptLines } from '../receipt/files.ts';
import { read, setAside, therapyCsv } from './make.ts';

describe('a therapy claim', () => {
  it('is a receipt in yen, with the institution and both months', async () => {
    const { kind, result, tables } = await read(therapyCsv({}));
    expect(kind).toBe('therapy-claim');
    expect(result).toMatchObject({ form: 'csv', records: 1, receipts: 1, points: 0, yen: 3000 });
    expect(result).toMatchObject({ processingMonth: '2026-06', rows: { receipt: 1, institution: 1 } });
    expect(tables['receipt']).toMatchObject([
      {
        file_id: 3,
        receipt_seq: 1,
        line: 2,
        records: 1,
        identity: 'therapy:judo:2026-04:13T0000100:1',
        search_number: null,
        kind: 'judo',
        form: 'csv',
        source: 'paper',
        service_month: '2026-04-01',
        processing_month: '2026-06-01',
        sex: '1',
        institution: '13T0000100',
        inpatient: false,
        public_only: false,
        days: 3,
        claimed_points: null,
        decided_points: null,
        claimed_yen: 3000,
        decided_yen: 3000,
        patient_share_yen: 900,
        meal_yen: null,
      },
    ]);
    expect(tables['institution']).toEqual([
      { file_id: 3, institution: '13T0000100', name: 'みほん整骨院', claim_month: '2026-06-01' },
    ]);
  });

  it.each([
    ['1', 'judo'],
    ['２', 'acupuncture'],
    ['3', 'massage'],
  ])('of kind %s is %s', async (therapy, kind) => {
    const { tables } = await read(therapyCsv({ therapy }));
    expect(tables['receipt']).toMatchObject([{ kind }]);
  });

  it('has what was asked for where it differs from what was decided', async () => {
    const { result, tables } = await read(therapyCsv({ claimedYen: '3500' }));
    expect(tables['receipt']).toMatchObject([{ claimed_yen: 3500, decided_yen: 3000 }]);
    expect(result.yen).toBe(3000);
  });

  it('names its person by the same keys as an electronic receipt', async () => {
    const marks = { branch: '01', symbol: '0123', number: '４５６' };
    const electronic = await load(
      joinLines([receiptLines({ added: [[90, 0, `SN,1,01,${ourInsurer},,,01`]] })]),
    );
    const { tables } = await read(cp932(therapyCsv(marks)));
    const keysOf = ([row]: readonly Record<string, unknown>[]) => [
      row?.['key_base'],
      row?.['key_branch'],
      row?.['key_name'],
    ];
    expect(keysOf(tables['receipt']!)).toEqual(keysOf(electronic.tables['receipt']!));
    expect(keysOf(tables['receipt']!)).not.toContain(null);
  });

  it('has its place of treatment without a name where that is broken', async () => {
    const { tables } = await read(therapyCsv({ institutionName: 'みほん\uFFFD院' }));
    expect(tables['receipt']).toMatchObject([{ institution: '13T0000100' }]);
    expect(tables['institution']).toEqual([]);
  });

  it('leaves no name, number or date of birth behind', async () => {
    const { tables } = await read(therapyCsv({}, { claimNumber: '2', days: '99' }));
    expect(JSON.stringify(tables)).not.toMatch(/カナリヤ|456|1980/);
  });
});

describe('a row is set aside with its yen', () => {
  it.each([
    ['a cost that is not share and payment', { paidYen: '2099' }, 'row_amounts_differ', 3000],
    ['no cost', { decidedYen: '' }, 'row_empty', 0],
    ['a cost with a comma', { decidedYen: '"3,000"' }, 'row_value', 0],
    ['a negative cost', { decidedYen: '-3000', shareYen: '0' }, 'row_value', 0],
    ['a cost of eleven digits', { decidedYen: '12345678901' }, 'row_value', 0],
    ['an unknown kind', { therapy: '4' }, 'row_value', 3000],
    ['a month that is none', { serviceMonth: '2026-13' }, 'row_date', 3000],
    ['a month of the old calendar', { serviceMonth: '50804' }, 'row_date', 3000],
    [
      'a processing month before the treatment',
      { processingMonth: '2026-03' },
      'row_dates_out_of_order',
      3000,
    ],
    ['a processing month to come', { processingMonth: '2026-12' }, 'row_future_month', 3000],
    ['a birth after the treatment', { birthDate: '2026-05-01' }, 'row_dates_out_of_order', 3000],
    ['31 days in April', { days: '31' }, 'row_days_beyond_month', 3000],
    ['a broken number', { number: '45\uFFFD' }, 'row_broken_text', 3000],
    ['a column too many', { paidYen: '2100,1' }, 'row_columns', 0],
  ])('%s', async (_name, row, reason, yen) => {
    const good = { claimNumber: '2', decidedYen: '10', shareYen: '3', paidYen: '7' };
    const done = await read(therapyCsv(row, good));
    expect(setAside(done)).toEqual([[2, reason, 1, 0, yen]]);
    expect(done.tables['receipt']).toMatchObject([{ decided_yen: 10 }]);
    expect(done.result).toMatchObject({ records: 2, receipts: 2, yen: yen + 10 });
  });

  it.each([
    ['the last day of a leap February', { serviceMonth: '2024-02', days: '29' }],
    ['the current month', { serviceMonth: '202611', processingMonth: '2026/11', days: '1' }],
    ['a birth in the month of treatment', { birthDate: '20260430' }],
    ['nothing to pay', { decidedYen: '0', shareYen: '0', paidYen: '0' }],
    ['a share only', { decidedYen: '900', paidYen: '0' }],
    ['the largest amounts', { decidedYen: '9999999999', shareYen: '0', paidYen: '9999999999' }],
  ])('but not for %s', async (_name, row) => {
    expect(setAside(await read(therapyCsv(row)))).toEqual([]);
  });

  it('the same number again with other figures; said twice alike it goes on to be a duplicate', async () => {
    const other = { decidedYen: '4000', paidYen: '3100' };
    const done = await read(therapyCsv({}, other, {}));
    expect(setAside(done)).toEqual([[3, 'row_number_repeated', 1, 0, 4000]]);
    expect(done.tables['receipt']!.map((row) => row['content'])).toEqual([
      done.tables['receipt']![0]!['content'],
      done.tables['receipt']![0]!['content'],
    ]);
  });

  it('but not a later decision about the same claim', async () => {
    const later = { processingMonth: '2026-08', decidedYen: '2000', paidYen: '1100' };
    const done = await read(therapyCsv(later, {}));
    expect(setAside(done)).toEqual([]);
    const [first, second] = done.tables['receipt']!;
    expect(first!['identity']).toBe(second!['identity']);
    expect(first!['content']).not.toBe(second!['content']);
    expect(done.result.processingMonth).toBe('2026-08');
  });

  it('a number used again elsewhere is another claim', async () => {
    const done = await read(
      therapyCsv({}, { therapy: '2' }, { serviceMonth: '2026-05' }, { institution: '1300002-0-0' }),
    );
    expect(setAside(done)).toEqual([]);
    expect(new Set(done.tables['receipt']!.map((row) => row['identity'])).size).toBe(4);
  });
});

describe('the content of a claim', () => {
  it('does not depend on encoding, width, or the order of columns', async () => {
    const plain = therapyCsv({});
    const [header = '', row = ''] = plain.split('\r\n');
    const turned = [header, row].map((line) => line.split(',').reverse().join(',')).join('\n');
    const contents = await Promise.all(
      [plain, cp932(plain), turned, therapyCsv({ decidedYen: '３０００' })].map(
        async (content) => (await read(content)).tables['receipt']![0]!['content'],
      ),
    );
    expect(new Set(contents).size).toBe(1);
  });

  it.each([
    { paidYen: '2000', shareYen: '1000' },
    { number: '457' },
    { days: '4' },
    { processingMonth: '2026-07' },
  ])('differs with %o', async (row) => {
    const [before, after] = [await read(therapyCsv({})), await read(therapyCsv(row))];
    expect(after.tables['receipt']![0]!['content']).not.toBe(before.tables['receipt']![0]!['content']);
    expect(after.tables['receipt']![0]!['identity']).toBe(before.tables['receipt']![0]!['identity']);
  });
});

it.each([
  ['1300001-0-0', '13T0000100'],
  ['4700001-0-0', '47T0000100'],
  ['01abc', '01TABC'],
  ['4800001', '00T4800001'],
  ['0000001', '00T0000001'],
  ['S12', '00TS12'],
  ['13', '00T13'],
])('the place of treatment %s has the key %s', (number, key) => {
  expect(therapistKey(number)).toBe(key);
});
