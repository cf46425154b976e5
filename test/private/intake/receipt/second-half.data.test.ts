import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
import { receiptTables } from '#pipelines/sources/receipt/tables.ts';
import { middleReceipt } from '#private/intake/receipt/middle.ts';
import { readReceipts } from '#private/intake/receipt/read.ts';
import { source } from '#private/intake/receipt/source.ts';
import { rowsOf, scratchesOf } from '#private/intake/scratch.ts';
import { keepScratch, openScratch } from '#private/intake/sources.ts';
import { openForBuild, quoteLiteral } from '#private/warehouse.ts';
import { UserError } from '#shared/errors.ts';
import { damage, damaged } from './damage.ts';
import { indexKey, joinLines, ourInsurer, receiptLines, searchNumber, thisMonth } from './files.ts';
import { delivery, writeDelivery } from './written-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-halves-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const path = join(folder, 'file.csv');
let reads = 0;

/** Every row of every table and all that is told of the file, read by one thread or by two. */
async function read(dividedFrom?: number) {
  const scratchPath = join(folder, `${reads++}.duckdb`);
  const scratch = await openScratch(scratchPath, source);
  const context = { fileId: 7, fileName: 'file.csv', insurerNumber: ourInsurer, indexKey, thisMonth };
  try {
    const { second, ...result } = await readReceipts(path, {
      ...context,
      sealIdentity: () => Buffer.alloc(0),
      scratch,
      dividedFrom,
      onProgress: () => {},
    });
    await keepScratch(scratch);
    scratch.close();
    const rows = await rowsIn(
      scratchesOf({ scratch: scratchPath, result: { ...result, ...(second ? { second } : {}) } }, 0),
    );
    return { result, rows, divided: second !== undefined };
  } catch (error) {
    if (error instanceof UserError) return { refused: error.code };
    throw error;
  } finally {
    scratch.close();
  }
}

async function rowsIn(scratches: ReturnType<typeof scratchesOf>) {
  const both = await openForBuild(':memory:', folder);
  for (const one of scratches) await both.run(`attach ${quoteLiteral(one.path)} as ${one.name} (read_only)`);
  const rows: Record<string, unknown> = {};
  for (const table of [...receiptTables, quarantine, finding])
    rows[table.name] = await both.rows(`select * from ${rowsOf(table, scratches)} order by all`);
  both.close();
  return rows;
}

it('two threads read what one reads: every row, every figure, every refusal', async () => {
  const outcomes = { divided: 0, refused: 0 };
  const damages = fc.array(damage, { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(delivery, damages, fc.boolean(), async (given, happened, broken) => {
      const plain = joinLines(
        Array.from({ length: 3 }, (_, n) => receiptLines({ search: searchNumber(9000 + n) })),
      );
      const files = { ...given, files: [...given.files, ...given.files] };
      const whole = Buffer.concat([plain, writeDelivery(files).bytes, plain]);
      writeFileSync(path, broken ? damaged(whole, happened) : whole);
      const [one, two] = [await read(), await read(0)];
      const { divided, ...second } = two;
      if (divided) outcomes.divided++;
      if ('refused' in second) outcomes.refused++;
      const { divided: _, ...first } = one;
      expect(second).toEqual(first);
    }),
    { numRuns: 12 },
  );
  expect(outcomes.divided).toBeGreaterThan(1);
});

it('a file is divided before a receipt that is no detail of a cover, or not at all', () => {
  const plain = receiptLines({ search: searchNumber(1) });
  writeFileSync(path, joinLines([plain, plain, plain]));
  const middle = middleReceipt(path, 0)!;
  expect(joinLines([plain]).subarray(0, -1).length * 2).toBe(middle);
  expect(middleReceipt(path, 1 << 20)).toBeUndefined();
  const detail = plain.map((line) => line.replace(/(,RE,.*?,)1112(,.*)/, (text) => coverDetail(text)));
  writeFileSync(path, joinLines([plain, detail, plain, plain]));
  expect(middleReceipt(path, 0)).toBeGreaterThanOrEqual(joinLines([plain, detail]).length - 1);
});

it.each([
  ['a last line without its end', -2, false],
  ['a last line end', 0, true],
  ['an end-of-file mark', 1, true],
])('whether a file is divided: %s', (_, change, isDivided) => {
  const plain = receiptLines({ search: searchNumber(1) });
  const whole = joinLines([plain, plain, plain]);
  const bytes =
    change > 0 ? Buffer.concat([whole, Buffer.of(0x1a)]) : whole.subarray(0, whole.length + change);
  writeFileSync(path, bytes);
  expect(middleReceipt(path, 0) !== undefined).toBe(isDivided);
});

/** RE of a detail: 種別 of a stay, 総括区分 2. */
function coverDetail(text: string): string {
  const fields = text.split(',');
  fields[3] = '1111';
  fields[19] = '2';
  return fields.join(',');
}
