import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readHead } from '#private/intake/fingerprint.ts';
import { source } from '#private/intake/masters/source.ts';
import { encodeCp932 } from '#sample-data/cp932.ts';
import { masterDesk, record, textFile } from './files.ts';

const desk = await masterDesk();
afterAll(() => desk.close());
afterEach(() => desk.clear());
const at = (name: string) => join(desk.folder, name);

const valid = { from: '20240601', to: '99999999' };
const dates = { valid_from: '2024-06-01', valid_to: '9999-12-31' };

/** One record of each layout with what must come out of it. */
const records = [
  {
    table: 'master_disease',
    line: record(46, {
      1: 5,
      2: 'B',
      3: '8848176',
      4: '8848177',
      6: '架空症',
      16: 'E250',
      17: 'N083',
      22: valid.from,
      24: valid.to,
    }),
    row: {
      change: 5,
      code: '8848176',
      name: '架空症',
      icd10_1: 'E250',
      icd10_2: 'N083',
      successor_code: '8848177',
      ...dates,
    },
  },
  {
    table: 'master_disease',
    line: record(37, { 1: 0, 2: 'B', 3: '2500013', 6: '架空病', 14: 'I849', 22: '', 24: '20031231' }),
    row: {
      change: 0,
      code: '2500013',
      name: '架空病',
      icd10_1: 'I849',
      icd10_2: null,
      successor_code: null,
      valid_from: null,
      valid_to: '2003-12-31',
    },
  },
  {
    table: 'master_modifier',
    line: record(19, { 1: 0, 2: 'Z', 3: '8002', 7: 'の疑い', 14: valid.from, 16: valid.to, 19: 'A8000000' }),
    row: { change: 0, code: '8002', name: 'の疑い', category: 'A8000000', ...dates },
  },
  {
    table: 'master_drug',
    line: record(42, {
      1: 3,
      2: 'Y',
      3: '610000001',
      5: '架空錠',
      10: '錠',
      11: 1,
      12: '16.50',
      17: 1,
      28: 1,
      30: valid.from,
      31: valid.to,
      32: '2325003F2029',
      42: 2,
    }),
    row: {
      change: 3,
      code: '610000001',
      name: '架空錠',
      unit: '錠',
      price_type: 1,
      price_milliyen: 16_500,
      price_code: '2325003F2029',
      generic: true,
      dosage_form: '1',
      selected_care: 2,
      ...dates,
    },
  },
  {
    table: 'master_procedure',
    line: record(150, {
      1: 0,
      2: 'S',
      3: '111000110',
      5: '初診料',
      11: 3,
      12: '291.00',
      85: 'A',
      87: valid.from,
      88: valid.to,
      92: '000',
    }),
    row: {
      change: 0,
      code: '111000110',
      name: '初診料',
      points_type: 3,
      points_milli: 291_000,
      fee_class: 'A000',
      ...dates,
    },
  },
  {
    table: 'master_material',
    line: record(38, {
      1: 0,
      2: 'T',
      3: '700010000',
      5: '半切',
      11: 1,
      12: '120.00',
      28: valid.from,
      30: valid.to,
    }),
    row: { change: 0, code: '700010000', name: '半切', price_type: 1, price_milliyen: 120_000, ...dates },
  },
  {
    table: 'master_dental',
    line: record(76, {
      1: 0,
      2: 'H',
      3: '301000110',
      4: 'A',
      5: '000',
      6: '00',
      7: '001',
      8: '00000',
      9: '歯科初診料',
      10: '初診',
      11: 3,
      12: '272.00',
      57: valid.from,
      58: valid.to,
    }),
    row: {
      change: 0,
      code: '301000110',
      name: '歯科初診料',
      points_type: 3,
      points_milli: 272_000,
      fee_class: 'A000',
      ...dates,
    },
  },
  {
    table: 'master_dispensing',
    line: record(65, {
      1: 0,
      2: 'M',
      3: '410000110',
      5: '調剤基本料１',
      10: 3,
      12: '000004500',
      21: '10',
      60: valid.from,
      61: valid.to,
    }),
    row: {
      change: 0,
      code: '410000110',
      name: '調剤基本料１',
      points_type: 3,
      points_milli: 45_000,
      category: '10',
      ...dates,
    },
  },
  {
    table: 'master_nursing',
    line: record(72, {
      1: 0,
      2: 'R',
      3: '510000110',
      9: '架空訪問',
      15: 1,
      16: '5550.00',
      71: valid.from,
      72: valid.to,
    }),
    row: {
      change: 0,
      code: '510000110',
      name: '架空訪問',
      amount_type: 1,
      amount_milliyen: 5_550_000,
      ...dates,
    },
  },
  {
    table: 'master_comment',
    line: record(30, {
      1: 0,
      2: 'C',
      3: 8,
      4: 40,
      5: 7,
      7: '導入期　　年',
      10: 4,
      11: 2,
      12: 0,
      13: 0,
      14: 0,
      15: 0,
      16: 0,
      17: 0,
      21: valid.from,
      22: valid.to,
      23: '840000007',
    }),
    row: { change: 0, code: '840000007', name: '導入期　　年', pattern: 40, digits_at: '4+2', ...dates },
  },
] as const;

describe('the official layouts', () => {
  test.each(records)('$table', async ({ table, line, row }) => {
    const path = textFile(at('master_20250401.csv'), [line]);
    expect(source.sniff(await readHead(path), '')).toBe('official');
    const result = await desk.read(path);
    expect(result).toMatchObject({
      form: 'official',
      asOf: '2025-04-01',
      rows: { [table]: 1, quarantine: 0 },
    });
    expect(await desk.rows(table)).toEqual([row]);
  });

  test('in UTF-8 with a mark at its beginning, and the end-of-file mark of older systems', async () => {
    const path = at('utf8_20250401.csv');
    writeFileSync(path, `\uFEFF${records[2].line}\n\u001A`);
    expect((await desk.read(path)).rows).toEqual({ master_modifier: 1, quarantine: 0 });
  });

  test('without a date in its name the newest day of change counts', async () => {
    const older = records[2].line.replace(valid.from, '20200101').replace('8002', '8007');
    const path = textFile(at('z.txt'), [records[2].line, older]);
    expect((await desk.read(path)).asOf).toBe('2024-06-01');
  });

  test('a damaged first record does not hide what the file is; it is set aside with its reason', async () => {
    const lines = [
      '"0","Z"',
      records[2].line,
      record(19, { 1: 0, 2: 'Z', 7: '名のみ' }),
      record(19, { 1: 0, 2: 'Y', 3: '8003', 7: '別' }),
      record(19, { 1: 0, 2: 'Z', 3: '8004', 7: '日', 14: '20240631' }),
    ];
    const path = textFile(at('broken_20250401.txt'), lines);
    expect(source.sniff(await readHead(path), '')).toBe('official');
    expect((await desk.read(path)).rows).toEqual({ master_modifier: 1, quarantine: 4 });
    expect(await desk.scratch.rows('select line, reason from raw.quarantine order by line')).toEqual([
      { line: 1, reason: 'row_columns' },
      { line: 3, reason: 'row_empty' },
      { line: 4, reason: 'row_value' },
      { line: 5, reason: 'row_value' },
    ]);
  });

  test('a name with broken characters is set aside', async () => {
    const bytes = Buffer.from(encodeCp932(`${records[2].line}\r\n`));
    bytes[bytes.indexOf(0x82)] = 0xff;
    const path = at('garbled_20250401.txt');
    writeFileSync(path, Buffer.concat([encodeCp932(`${records[2].line}\r\n`), bytes]));
    expect((await desk.read(path)).rows).toEqual({ master_modifier: 1, quarantine: 1 });
  });

  test('cut off inside a record it is refused as a whole', async () => {
    const path = at('cut_20250401.txt');
    writeFileSync(path, encodeCp932(`${records[2].line}\r\n${records[2].line.slice(0, 40)}`));
    await expect(desk.read(path)).rejects.toMatchObject({ code: 'INTAKE_TRUNCATED' });
  });

  test('a side table of the dental master is none of them', async () => {
    const path = textFile(at('h-2_20250401.csv'), [
      record(9, { 1: 0, 2: 'A001', 3: 'CA001', 4: '301000110' }),
    ]);
    expect(source.sniff(await readHead(path), '')).toBeUndefined();
  });
});
