import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readHead } from '#private/intake/fingerprint.ts';
import { source } from '#private/intake/masters/source.ts';
import { encodeCp932 } from '#sample-data/cp932.ts';
import { UserError } from '#shared/errors.ts';
import { masterDesk, record, sheetRows, workbookFile } from './files.ts';

const desk = await masterDesk();
afterAll(() => desk.close());

const head =
  '薬価基準収載医薬品コード,成分名,品名,各先発医薬品の後発医薬品の有無に関する情報,カットオフ値の計算に含める品目'.split(
    ',',
  );
const products = Array.from({ length: 30 }, (_, index) => [
  `1124001F${String(1000 + index)}`,
  '架空成分',
  '架空錠２ｍｇ',
  ['1', '2', '3', '☆', '★'][index % 5]!,
  '',
]);
const secret = '見本マルヒ';
const master = Array.from({ length: 4 }, (_, index) =>
  record(19, { 1: 0, 2: 'Z', 3: 8000 + index, 7: `${secret}${index}`, 14: '20240601', 16: '99999999' }),
);
const sheet = sheetRows([['令和7年4月1日'], head, ...products, ['', '', secret, '', '']]);
const path = join(desk.folder, 'damaged_20250401.bin');
const csv = [head, ...products, ['', '', secret, '', '']].map((row) => row.join(',')).join('\n');

/** Writes the file, with blows to its bytes, or to the XML inside it; how often it must still be read, and refused. */
const files: Readonly<
  Record<string, readonly [write: (all: readonly Blow[]) => void, read: number, refused: number]>
> = {
  'a master': [(all) => writeFileSync(path, struck(encodeCp932(`${master.join('\r\n')}\r\n`), all)), 50, 1],
  'a list': [(all) => writeFileSync(path, struck(Buffer.from(`${csv}\n`), all)), 50, 1],
  'a sheet': [(all) => workbookFile(path, [struck(Buffer.from(sheet), all).toString()]), 3, 20],
  'a workbook': [(all) => writeFileSync(path, struck(readFileSync(workbookFile(path, [sheet])), all)), 0, 20],
};

type Blow = { readonly at: number; readonly cut: number; readonly bytes: Uint8Array };
const blows = fc.array(
  fc.record({
    at: fc.nat(),
    cut: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 200 })),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc
        .constantFrom('"', ',', '\n', '\r\n', '\u001a', '<', '"0","Z"', 'PK\u0003\u0004')
        .map((text) => Buffer.from(text)),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

function struck(whole: Uint8Array, all: readonly Blow[]): Buffer {
  return all.reduce<Buffer>((bytes, { at, cut, bytes: put }) => {
    const place = at % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
  }, Buffer.from(whole));
}

describe.each(Object.entries(files))('%s that was damaged', (_name, [write, read, refusals]) => {
  test('is refused, or every record of it is taken or set aside; nothing of it is told', async () => {
    let taken = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(blows, async (all) => {
        write(all);
        await desk.clear();
        const bytes = await readHead(path);
        if (source.sniff(bytes, '') === undefined) return;
        try {
          const { records, rows } = await desk.read(path);
          expect(Object.values(rows).reduce((sum, count) => sum + count, 0)).toBe(records);
          for (const [table, count] of Object.entries(rows))
            expect(await desk.rows(table)).toHaveLength(count);
          taken++;
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          refused++;
          expect(JSON.stringify([error.message, error.text, error.hint, error.data])).not.toContain(secret);
        }
      }),
      { numRuns: 120, seed: 11, unbiased: true },
    );
    expect(taken).toBeGreaterThanOrEqual(read);
    expect(refused).toBeGreaterThanOrEqual(refusals);
  });
});
