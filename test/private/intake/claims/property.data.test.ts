import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperReceiptContract } from '#pipelines/sources/paper-receipt/contract.ts';
import { receiptChangeContract } from '#pipelines/sources/receipt-change/contract.ts';
import { therapyClaimContract } from '#pipelines/sources/therapy-claim/contract.ts';
import type { CsvContract } from '#shared/define.ts';
import { UserError } from '#shared/errors.ts';
import { changeCsv, paperCsv, type Read, read, therapyCsv } from './make.ts';

const canary = 'カナリヤ';

/** Values that fit, nearly fit, or do not fit any column. */
const value = fc.constantFrom(
  ...[
    '',
    '0',
    '1',
    '31',
    '500',
    '９００',
    '2100',
    '3000',
    '9999999999',
    '12345678901',
    '-1',
    '1.5',
    'x',
    canary,
  ],
  ...['2026-04', '202605', '2026-13', '50804', '2026-12', '1980-01-15', '2026-02-30', '13150805000000001'],
  ...[
    '1112',
    '4112',
    '6112',
    '3',
    '1311234567',
    '1341234567',
    '1361234567',
    '8830417 2500015',
    '再審査',
    '過誤',
  ],
);

/** Rows that are the usual one but for some columns. */
function rowsOf<C extends CsvContract>(contract: C) {
  const changes = fc.dictionary(fc.constantFrom(...Object.keys(contract.columns)), value, { maxKeys: 3 });
  return fc.array(changes, { minLength: 1, maxLength: 12 });
}

function conserved({ result, tables }: Read): void {
  const loaded = tables['receipt'] ?? [];
  const aside = tables['quarantine']!;
  const sum = (rows: readonly Record<string, unknown>[], name: string) =>
    rows.reduce((total, row) => total + Number(row[name] ?? 0), 0);
  const accepted = tables['receipt_change'] ?? loaded;
  expect(accepted.length + aside.length).toBe(result.records);
  expect(loaded.length + sum(aside, 'receipts')).toBe(result.receipts);
  expect(sum(loaded, 'decided_points') + sum(aside, 'points')).toBe(result.points);
  const yen = sum(loaded, 'decided_points') * 10 + sum(loaded, 'decided_yen') + sum(loaded, 'meal_yen');
  expect(yen + sum(aside, 'yen')).toBe(result.yen);
}

describe.each([
  ['therapy claims', rowsOf(therapyClaimContract), therapyCsv],
  ['paper receipts', rowsOf(paperReceiptContract), paperCsv],
  ['notices', rowsOf(receiptChangeContract), changeCsv],
] as const)('%s', (_name, rows, csv) => {
  it('what came in is loaded or set aside, in records, receipts, points and yen', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (some) => conserved(await read(csv(...some)))),
      { numRuns: 25 },
    );
  });

  it('damage never crashes the reader, loses anything, or shows a value in a message', async () => {
    const whole = Buffer.from(csv({}, {}, {}));
    const damage = fc.record({
      at: fc.nat(whole.length - 1),
      remove: fc.nat(20),
      bytes: fc.uint8Array({ maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (all) => {
        let bytes: Buffer = whole;
        for (const { at, remove, bytes: added } of all)
          bytes = Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + remove)]);
        try {
          conserved(await read(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect(JSON.stringify([String(error), error])).not.toContain(canary);
        }
      }),
      { numRuns: 30 },
    );
  });
});
