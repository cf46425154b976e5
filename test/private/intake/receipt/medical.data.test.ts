import { describe, expect, it } from 'vitest';
import { joinLines, load, procedure, receiptLines, record, searchNumber } from './files.ts';

const drug = (section: string, code: string, quantity: string, points: number | '', count: number, day = 1) =>
  record('IY', { 2: section, 3: 1, 4: code, 5: quantity, 6: points, 7: count, [13 + day]: count }, 44);

const material = (
  code: string,
  quantity: string,
  price: string,
  points: number | '',
  count: number,
  day = 1,
) =>
  record(
    'TO',
    { 3: 1, 4: code, 5: quantity, 6: points, 7: count, 8: '009', 9: price, [17 + day]: count },
    48,
  );

describe('one medical receipt, record by record', () => {
  it('the receipt row', async () => {
    const lines = receiptLines({
      points: 288,
      type: '1121',
      re: { 9: '20260401', 12: '2601', 14: 'A-1' },
      ho: { 5: 12, 8: 36, 9: 24120, 12: 57600 },
      body: [
        record('KO', { 2: '54136015', 5: 12, 6: 288, 7: 20000 }, 12),
        record('SN', { 2: 1, 3: '02', 7: '01' }, 9),
        record('SN', { 2: 2, 3: '02', 7: '' }, 9),
        record('JD', { 2: 1, 3: 1 }, 33),
        procedure('11', '111000110', 288, 1),
      ],
    });
    const { tables, result } = await load(joinLines([lines]));
    const row = tables['receipt']![0]!;
    expect(row).toMatchObject({
      file_id: 7,
      receipt_seq: 1,
      line: 1,
      byte_from: 0,
      records: lines.length,
      identity: searchNumber(1),
      search_number: searchNumber(1),
      kind: 'medical',
      form: 'insurer',
      source: 'electronic',
      receipt_type: '1121',
      service_month: '2026-04-01',
      processing_month: '2026-05-01',
      insurer_number: '06999991',
      sex: '1',
      institution: '1311234567',
      prescriber: null,
      inpatient: true,
      admitted_on: '2026-04-01',
      days: 12,
      claimed_points: 288,
      decided_points: 288,
      computed_points: 288,
      meal_count: 36,
      meal_yen: 24120,
      patient_share_yen: 57600,
      public_only: false,
      special_notes: '2601',
      corrected: false,
    });
    for (const key of ['key_branch', 'key_name', 'key_base']) expect(row[key]).toMatch(/^[\w-]{22}$/);
    expect(tables['public_payer']).toEqual([
      { file_id: 7, receipt_seq: 1, ordinal: 1, program: '54', days: 12, points: 288, share_yen: 20000 },
    ]);
    expect(result).toMatchObject({ records: lines.length, receipts: 1, points: 288, yen: 2880 + 24120 });
    expect(result.processingMonth).toBe('2026-05');
    expect(tables['finding']).toEqual([]);
  });

  it('diseases: text only where uncoded, main and modifiers as they stand', async () => {
    const body = [
      record('SY', { 2: '8830417', 3: '20240115', 4: 1, 5: '20498002', 7: '01' }, 8),
      record('SY', { 2: '0000999', 3: '5060401', 4: 2, 6: 'みほん病' }, 8),
      record('SY', { 2: '4019014', 3: '', 6: '書かれても読まない' }, 8),
    ];
    const { tables } = await load(joinLines([receiptLines({ body })]));
    expect(tables['diagnosis']).toEqual([
      {
        file_id: 7,
        receipt_seq: 1,
        line: 5,
        disease_code: '8830417',
        modifiers: '20498002',
        started_on: '2024-01-15',
        outcome: '1',
        is_main: true,
        role: null,
        icd10: null,
        teeth: null,
        disease_text: null,
      },
      {
        file_id: 7,
        receipt_seq: 1,
        line: 6,
        disease_code: '0000999',
        modifiers: null,
        started_on: '2024-04-01',
        outcome: '2',
        is_main: false,
        role: null,
        icd10: null,
        teeth: null,
        disease_text: 'みほん病',
      },
      {
        file_id: 7,
        receipt_seq: 1,
        line: 7,
        disease_code: '4019014',
        modifiers: null,
        started_on: null,
        outcome: null,
        is_main: false,
        role: null,
        icd10: null,
        teeth: null,
        disease_text: null,
      },
    ]);
  });

  it('units, carried sections, days, quantities and prices', async () => {
    const body = [
      procedure('11', '111000110', 288, 1, 3),
      record('CO', { 2: '21', 3: 1, 4: '820000001', 5: 'ひとこと' }, 5),
      drug('', '620000001', '2.5', '', 14, 3),
      drug('', '620000002', '1', 9, 14, 3),
      procedure('50', '150000110', '', 1, 31),
      material('710010001', '1.5', '1230.45', '', 1, 31),
      drug('', '620000003', '0.125', 1000, 1, 31),
    ];
    const { tables } = await load(joinLines([receiptLines({ points: 288 + 9 * 14 + 1000, body })]));
    const rows = tables['detail']!.map((row) => [
      row['record'],
      row['unit_seq'],
      row['section'],
      row['code'],
      row['quantity'],
      row['points'],
      row['count'],
      row['days_mask'],
      row['price_milliyen'],
    ]);
    expect(rows).toEqual([
      ['SI', 1, '11', '111000110', null, 288, 1, 4, null],
      ['CO', 2, '21', '820000001', null, null, null, null, null],
      ['IY', 2, '21', '620000001', 2.5, null, 14, 4, null],
      ['IY', 2, '21', '620000002', 1, 9, 14, 4, null],
      ['SI', 3, '50', '150000110', null, null, 1, 2 ** 30, null],
      ['TO', 3, '50', '710010001', 1.5, null, 1, 2 ** 30, 1_230_450],
      ['IY', 3, '50', '620000003', 0.125, 1000, 1, 2 ** 30, null],
    ]);
    expect(tables['receipt']![0]!['computed_points']).toBe(288 + 9 * 14 + 1000);
    expect(tables['finding']).toEqual([]);
  });

  it('a new section closes a unit that got no points', async () => {
    const body = [procedure('80', '190600110', '', 1), procedure('60', '160000310', 20, 1)];
    const { tables } = await load(joinLines([receiptLines({ points: 20, body })]));
    expect(tables['detail']!.map((row) => row['unit_seq'])).toEqual([1, 2]);
  });

  it('an explicit zero closes a unit too', async () => {
    const body = [procedure('80', '190600110', 0, 1), procedure('', '190600210', 20, 1)];
    const { tables } = await load(joinLines([receiptLines({ points: 20, body })]));
    expect(tables['detail']!.map((row) => row['unit_seq'])).toEqual([1, 2]);
  });
});

describe('what the rows add up to', () => {
  const computed = async (points: number, body: string[], ho = {}, omit: string[] = []) => {
    const { tables } = await load(joinLines([receiptLines({ points, body, ho, omit })]));
    return { row: tables['receipt']![0]!, findings: tables['finding']!, details: tables['detail']! };
  };

  it('section 97 is yen and stays out', async () => {
    const { row, details } = await computed(
      100,
      [
        procedure('60', '160000310', 100, 1),
        procedure('97', '197000110', 670, 3),
        procedure('', '197000210', 510, 3),
      ],
      { 8: 3, 9: 2010 },
    );
    expect(row).toMatchObject({ computed_points: 100, decided_points: 100, meal_yen: 2010, meal_count: 3 });
    expect(details.filter((detail) => detail['section'] === '97')).toHaveLength(2);
  });

  it.each(['630010001', '630010002', '630010004', '630010005', '630010006', '630010007'])(
    'drug code %s is subtracted',
    async (code) => {
      const { row, details, findings } = await computed(10_964, [
        procedure('60', '160000310', 12_032, 1),
        drug('39', code, '', 534, 2),
      ]);
      expect(row['computed_points']).toBe(12_032 - 2 * 534);
      expect(details[1]).toMatchObject({ points: -534, count: 2 });
      expect(findings).toEqual([]);
    },
  );

  it.each(['199000210', '199000410'])(
    'procedure code %s is subtracted, and not twice where it is negative',
    async (code) => {
      expect(
        (await computed(90, [procedure('60', '160000310', 100, 1), procedure('', code, 10, 1)])).row[
          'computed_points'
        ],
      ).toBe(90);
      const negative = record('SI', { 2: '', 3: 1, 4: code, 6: -10, 7: 1 }, 44);
      expect(
        (await computed(90, [procedure('60', '160000310', 100, 1), negative])).row['computed_points'],
      ).toBe(90);
    },
  );

  it('630010003 is an ordinary code', async () => {
    expect((await computed(15, [drug('21', '630010003', '', 15, 1)])).row['computed_points']).toBe(15);
  });

  it('units that public programmes pay alone are not the insurer total', async () => {
    const publicOnly = record('SI', { 2: '60', 3: '5', 4: '160000310', 6: 40, 7: 1 }, 44);
    const shared = record('SI', { 2: '60', 3: '2', 4: '160000310', 6: 100, 7: 1 }, 44);
    expect((await computed(100, [shared, publicOnly])).row['computed_points']).toBe(100);
  });

  it('without an insurer record the first public programme has the total, and every unit counts', async () => {
    const publicOnly = record('SI', { 2: '60', 3: '5', 4: '160000310', 6: 40, 7: 1 }, 44);
    const programme = record('KO', { 2: '12136019', 5: 2, 6: 40, 7: 0, 11: 3, 12: 2010 }, 12);
    const { row, findings } = await computed(0, [programme, publicOnly], {}, ['HO']);
    expect(row).toMatchObject({
      public_only: true,
      decided_points: 40,
      claimed_points: 40,
      computed_points: 40,
      meal_count: 3,
      meal_yen: 2010,
      days: 2,
      key_base: null,
    });
    expect(findings.map((finding) => finding['code'])).toEqual(['identity_incomplete']);
  });

  it('a missing number of times is the sum of the days, else one', async () => {
    const byDays = record('SI', { 2: '60', 3: 1, 4: '160000310', 6: 10, 14: 1, 16: 2 }, 44);
    const bare = record('SI', { 2: '', 3: 1, 4: '160000310', 6: 10 });
    const { row, details } = await computed(40, [byDays, bare]);
    expect(row['computed_points']).toBe(40);
    expect(details.map((detail) => [detail['count'], detail['days_mask']])).toEqual([
      [3, 5],
      [1, null],
    ]);
  });

  it('a difference is a finding with both sums, and the receipt is loaded', async () => {
    const { row, findings } = await computed(101, [procedure('60', '160000310', 100, 1)]);
    expect(row).toMatchObject({ decided_points: 101, computed_points: 100 });
    expect(findings).toEqual([
      { file_id: 7, position: 1, line: 3, code: 'total_mismatch', expected: 101, found: 100, item: null },
    ]);
  });

  it('rows about an organ donor are kept and counted, not added', async () => {
    const body = [
      procedure('60', '160000310', 100, 1),
      record('TI', { 2: '01' }, 10),
      procedure('60', '160000310', 70, 1),
    ];
    const { row, details, findings } = await computed(100, body);
    expect(row['computed_points']).toBe(100);
    expect(details).toHaveLength(1);
    expect(findings.map((finding) => [finding['code'], finding['found']])).toEqual([
      ['unknown_record', 1],
      ['unknown_record', 1],
    ]);
  });
});

describe('what the reader tolerates', () => {
  it('longer, shorter and unknown records; known ones it does not need are no finding', async () => {
    const body = [
      `${procedure('11', '111000110', 10, 1)},,new,fields`,
      'SI,,1,111000110,,20,1',
      record('ON', { 2: 'x' }, 15),
      record('ON', { 2: 'y' }, 15),
      record('MF', { 2: '00' }, 33),
      record('SJ', { 2: '01', 3: '経過' }, 3),
      record('GR', { 2: '01' }, 3),
      'NI,x',
      'KH,x',
    ];
    const added = [record('EX', { 9: 1 }, 13), record('RC', { 2: 'Ver00001x' }, 2)];
    const { tables } = await load(joinLines([receiptLines({ points: 30, body, added })]));
    expect(tables['receipt']![0]!['computed_points']).toBe(30);
    expect(tables['unknown_record']!.map((row) => [row['record'], row['columns'], row['line']])).toEqual([
      ['ON', 15, 7],
      ['ON', 15, 8],
    ]);
    expect(tables['finding']).toEqual([
      { file_id: 7, position: null, line: 7, code: 'unknown_record', expected: null, found: 2, item: null },
    ]);
  });

  it('a line that is no record at all is kept as unknown, without its text', async () => {
    const lines = receiptLines({ points: 10, body: [procedure('11', '111000110', 10, 1)] });
    const { tables } = await load(joinLines([[...lines.slice(0, 4), 'カナリヤ', ...lines.slice(4)]]));
    expect(tables['unknown_record']).toEqual([
      { file_id: 7, receipt_seq: 1, line: 5, record: null, columns: 1 },
    ]);
    expect(tables['receipt']![0]!['records']).toBe(6);
  });

  it('a broken character in a text is a finding; the fields after it stand', async () => {
    const lines = receiptLines({
      mn: { 3: 'みほん町#' },
      points: 10,
      body: [procedure('11', '111000110', 10, 1)],
    });
    const whole = receiptLines({ search: searchNumber(2), mn: { 3: '町' }, body: [] });
    const bytes = joinLines([whole, lines]);
    bytes[bytes.indexOf('#')] = 0x81;
    const { tables } = await load(bytes);
    expect(tables['receipt']!.map((row) => row['search_number'])).toEqual([searchNumber(2), searchNumber(1)]);
    expect(tables['finding']).toMatchObject([{ position: 2, line: 5, code: 'broken_text' }]);
  });

  it('an unreadable number is a finding and NULL; a code of another length is kept and found', async () => {
    const body = [
      record('SI', { 2: '60', 3: 1, 4: '16000031', 5: 'x', 6: 10, 7: 1 }, 44),
      record('SI', { 2: '', 3: 1, 4: '160000310', 6: '1O', 7: 1 }, 44),
    ];
    const { tables } = await load(joinLines([receiptLines({ points: 10, body })]));
    expect(tables['detail']!.map((row) => [row['code'], row['points'], row['quantity']])).toEqual([
      ['16000031', 10, null],
      ['160000310', null, null],
    ]);
    expect(tables['finding']!.map((row) => [row['code'], row['line']])).toEqual([
      ['unreadable_code', 5],
      ['unreadable_field', 5],
      ['unreadable_field', 6],
    ]);
  });

  it('the same person by era date, padded numbers and half-width digits has the same keys', async () => {
    const plain = receiptLines({
      search: searchNumber(1),
      symbol: '１２３',
      number: '００４５６',
      birth: '19800115',
    });
    const odd = receiptLines({
      search: searchNumber(2),
      symbol: '123',
      number: '456',
      birth: '3550115',
      insurer: ' 6999991',
    });
    const { tables } = await load(joinLines([plain, odd]));
    const [a, b] = tables['receipt']!;
    expect(b!['key_base']).toBe(a!['key_base']);
    expect(b!['key_name']).toBe(a!['key_name']);
    expect(a!['key_branch']).toBeNull();
  });

  it('without the three leading columns (cut off by a tool)', async () => {
    const lines = receiptLines({ points: 10, body: [procedure('11', '111000110', 10, 1)] });
    const { tables, result } = await load(
      joinLines([lines.map((line) => line.split(',').slice(3).join(','))]),
    );
    expect(result.form).toBe('insurer-medical');
    expect(tables['receipt']![0]).toMatchObject({ search_number: searchNumber(1), computed_points: 10 });
  });
});
