import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inspectReceipts } from '#private/intake/receipt/inspect.ts';
import { kindNames, receiptKinds } from '#private/intake/receipt/kinds.ts';
import { UserError } from '#shared/errors.ts';
import { sum, valuesOfPersons } from './bodies.ts';
import { damaged, damages } from './damage.ts';
import { writeTemporary } from './files.ts';
import { delivery, writeDelivery } from './written-file.ts';

const now = new Date('2026-11-21T12:00:00+09:00');
const inspect = (bytes: Uint8Array) => inspectReceipts(writeTemporary(bytes), now);

it('legal files: everything in them is counted, to the point and to the yen, and nothing is found wrong', async () => {
  await fc.assert(
    fc.asyncProperty(delivery, async (given) => {
      const { bytes, answer } = writeDelivery(given);
      const found = await inspect(bytes);
      const inYen = answer.kinds.has('nursing');
      const amounts = { points: answer.points, ...(inYen ? { yen: answer.yen } : {}) };
      expect(found.mismatches).toEqual([]);
      expect(found).toMatchObject({
        lines: answer.lines,
        receipts: answer.receipts,
        claims: answer.claims,
        declared: amounts,
        computed: amounts,
        yen: answer.points * 10 + answer.yen + answer.mealYen,
        mealYen: answer.mealYen,
        corrections: answer.corrections,
        tables: receiptKinds.filter((kind) => answer.kinds.has(kind)).map((kind) => kindNames[kind]),
        encoding: given.utf8 ? 'utf-8' : 'cp932',
      });
      expect(found.claimed.points + (found.claimed.yen ?? 0)).toBe(answer.claimed);
      expect(sum(Object.values(found.records))).toBe(answer.lines);
      expect(found.unknownRecords).toEqual(answer.unknown > 0 ? { ZZ: answer.unknown } : {});
      expect(found.quarantined).toEqual({});
    }),
    { numRuns: 250 },
  );
});

it('broken files: never a crash, a figure that is none, or a value in a report or a message', async () => {
  const outcomes = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(delivery, damages, async (given, happened) => {
      const bytes = damaged(writeDelivery(given).bytes, happened);
      let told: unknown;
      try {
        const found = await inspect(bytes);
        outcomes.read++;
        expect(sum(Object.values(found.records))).toBe(found.lines);
        expect(found.receipts).toBeLessThanOrEqual(found.lines);
        for (const figure of [found.yen, found.mealYen, found.claimed.points, found.declared.points])
          expect(Number.isSafeInteger(figure) && figure >= 0).toBe(true);
        expect(Number.isSafeInteger(found.computed.points)).toBe(true);
        told = found;
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        outcomes.refused++;
        told = [String(error), error];
      }
      expect(JSON.stringify(told)).not.toMatch(valuesOfPersons);
    }),
    { numRuns: 400 },
  );
  expect(outcomes.read).toBeGreaterThan(50);
  expect(outcomes.refused).toBeGreaterThan(10);
});
