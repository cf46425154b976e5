import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type CsvRecord, csvRecords, detectEncoding, readCsv, splitFields } from '#private/intake/csv.ts';
import { cp932 } from './receipt/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Uint8Array): Promise<CsvRecord[]> {
  const path = join(folder, 'file.csv');
  writeFileSync(path, bytes);
  const records: CsvRecord[] = [];
  for await (const batch of readCsv(path, detectEncoding(bytes.subarray(0, 65_536)))) records.push(...batch);
  return records;
}

const quoted = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

describe('readCsv', () => {
  it('reads back what RFC 4180 writes', async () => {
    const field = fc.oneof(
      fc.constantFrom('', 'a', '表', 'a,b', 'say "x"', 'two\nlines', 'ソ能'),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        async (rows) => {
          const text = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
          const records = await read(Buffer.from(`\uFEFF${text}`));
          expect(records.map((record) => record.fields)).toEqual(rows);
          expect(records.every((record) => record.ended)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('counts lines of the file, also inside quotes and over empty lines', async () => {
    const records = await read(Buffer.from('a,b\n\n"x\ny",1\n2,3\n'));
    expect(records.map(({ line, fields }) => [line, fields])).toEqual([
      [1, ['a', 'b']],
      [3, ['x\ny', '1']],
      [5, ['2', '3']],
    ]);
  });

  it('reads cp932 with and without the end-of-file mark', async () => {
    const bytes = cp932('氏名,番号\r\nソ表,１\r\n');
    const marked = await read(Buffer.concat([bytes, Buffer.of(0x1a)]));
    expect(marked).toEqual(await read(bytes));
    expect(marked[1]?.fields).toEqual(['ソ表', '１']);
  });

  it.each([
    ['a,b\n1,2', 2],
    ['a,b\n1,"open\nx,y\n', 2],
  ])('marks a last record that is not ended: %j', async (text, line) => {
    const last = (await read(Buffer.from(text))).at(-1);
    expect([last?.ended, last?.line]).toEqual([false, line]);
  });

  it('decodes characters cut between two blocks', async () => {
    const row = `${'あ'.repeat(700_000)},x\n`;
    const records = await read(Buffer.from(`a${row}b${row}`));
    expect(records.map(({ fields }) => [fields[0]?.length, fields[1]])).toEqual([
      [700_001, 'x'],
      [700_001, 'x'],
    ]);
  });
});

it('an end-of-file mark is one at the very end only, wherever blocks begin', async () => {
  const blocks = ['a\u001a', 'b\nc\n\u001a'].map((text) => Buffer.from(text));
  const records: CsvRecord[] = [];
  for await (const batch of csvRecords(blocks, 'utf-8')) records.push(...batch);
  expect(records.map(({ fields }) => fields)).toEqual([['a\u001ab'], ['c']]);
});

describe('detectEncoding', () => {
  it('is told by the bytes, also where the head cuts a character', () => {
    expect(detectEncoding(Buffer.from('加入者').subarray(0, 8))).toBe('utf-8');
    expect(detectEncoding(cp932('加入者ID'))).toBe('shift_jis');
  });

  it('stays what it is with few damaged characters', () => {
    const damaged = Buffer.from('薬価基準収載医薬品コード'.repeat(10));
    damaged[4] = 0xff;
    expect(detectEncoding(damaged)).toBe('utf-8');
    expect(detectEncoding(Buffer.from([0x61, 0x82, 0x61, 0x61, 0x61, 0x61]))).toBe('shift_jis');
    expect(detectEncoding(cp932('薬価基準収載医薬品コード'.repeat(50)))).toBe('shift_jis');
  });
});

it('a quote that is never closed ends the reading at its line, however long the file is', async () => {
  const rows = '""a,b,c,d,e,f,g,h\r\n'.repeat(200_000);
  const records = await read(Buffer.from(`h1,h2\r\n"x,y\r\n${rows}`));
  expect(records).toEqual([
    { line: 1, fields: ['h1', 'h2'], ended: true },
    { line: 2, fields: [], ended: false },
  ]);
});

describe('splitFields', () => {
  it('keeps text behind a closing quote and quotes inside a bare field', () => {
    expect(splitFields('"a"b,c"d,""')).toEqual(['ab', 'c"d', '']);
  });
});
