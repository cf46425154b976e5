import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectReceipts } from '#private/intake/receipt/inspect.ts';
import { UserError } from '#shared/errors.ts';
import { openWholeIntake, type TakenFile, type WholeIntake } from '../whole-intake.ts';
import type { Answer } from './answer.ts';
import { valuesOfPersons } from './bodies.ts';
import { damaged, damages } from './damage.ts';
import { writeTemporary } from './files.ts';
import { type Delivery, delivery, writeDelivery } from './written-file.ts';

const now = new Date('2026-11-21T12:00:00+09:00');
const nothing = { records: 0, receipts: 0, points: 0, yen: 0 };

let intake: WholeIntake;
/** Receipts of each delivery have numbers of their own. */
let next = 1;
beforeAll(async () => {
  intake = await openWholeIntake();
});
afterAll(() => intake.close());

function numbered(given: Delivery): number {
  const first = next;
  next += given.files.reduce((sum, { receipts }) => sum + receipts.length, 0);
  return first;
}

const amountsOf = ({ lines, receipts, points, yen, mealYen }: Answer) => ({
  records: lines,
  receipts,
  points,
  yen: points * 10 + yen + mealYen,
});
const amountsIn = ({ result: { records, receipts, points, yen } }: TakenFile) => ({
  records,
  receipts,
  points,
  yen,
});

async function inspected(bytes: Uint8Array) {
  const { lines, receipts, declared, yen } = await inspectReceipts(writeTemporary(bytes), now);
  return { records: lines, receipts, points: declared.points, yen };
}

/** The sums of raw.receipt and of the rows below it, of one file. */
async function loaded(fileId: number) {
  const [receipts] = await intake.rows(`
    select
      cast(sum(records) as bigint) as records, count(*) as receipts,
      cast(sum(coalesce(claimed_points, 0) + coalesce(claimed_yen, 0)) as bigint) as claimed,
      cast(sum(coalesce(decided_points, 0)) as bigint) as points,
      cast(sum(coalesce(decided_yen, 0)) as bigint) as yen,
      cast(sum(coalesce(meal_yen, 0)) as bigint) as meal_yen,
      count(*) filter (corrected) as corrected,
      count(distinct identity) as identities,
      count(*) filter (decided_points is not null) + count(*) filter (decided_yen is not null) as decided,
      count(*) filter (key_base is null) as nobodys
    from raw.receipt where file_id = ${fileId}`);
  const [unknown] = await intake.rows(
    `select count(*) as records from raw.unknown_record where file_id = ${fileId}`,
  );
  const findings = await intake.rows(
    `select distinct code from raw.finding where file_id = ${fileId} and code <> 'unknown_record'`,
  );
  return { receipts, unknown: unknown!['records'], findings: findings.map((row) => row['code']) };
}

describe('legal files', () => {
  it('everything is taken in, to the point and to the yen, as inspected; again it is a duplicate, changed a version, also read by two threads', async () => {
    await fc.assert(
      fc.asyncProperty(delivery, fc.integer({ min: 1, max: 500 }), async (given, more) => {
        const first = numbered(given);
        const { bytes, answer } = writeDelivery(given, first);
        const file = await intake.take(bytes);
        expect(amountsIn(file)).toEqual(amountsOf(answer));
        expect(file.taken).toEqual({
          accepted: amountsOf(answer),
          duplicates: nothing,
          quarantined: nothing,
        });
        expect(await loaded(file.fileId)).toEqual({
          receipts: {
            records: answer.lines,
            receipts: answer.receipts,
            claimed: answer.claimed,
            points: answer.points,
            yen: answer.yen,
            meal_yen: answer.mealYen,
            corrected: answer.corrected,
            identities: answer.receipts,
            decided: answer.receipts,
            nobodys: answer.nobodys,
          },
          unknown: answer.unknown,
          findings: answer.nobodys > 0 ? ['identity_incomplete'] : [],
        });

        expect(await inspected(bytes)).toEqual(amountsOf(answer));
        const again = await intake.take(bytes);
        expect(again.taken).toEqual({
          accepted: nothing,
          duplicates: amountsOf(answer),
          quarantined: nothing,
        });

        const changed = writeDelivery(withMore(given, more), first);
        const version = await intake.take(changed.bytes, 0);
        expect(version.taken.accepted).toEqual(amountsOf(changed.answer));
      }),
      { numRuns: 15 },
    );
  });
});

describe('broken files', () => {
  it('are conserved, as inspected, or refused whole; no value is in a finding, a reason or a message', async () => {
    const outcomes = { whole: 0, parted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(delivery, damages, async (given, happened) => {
        const bytes = damaged(writeDelivery(given, numbered(given)).bytes, happened);
        let told: unknown;
        try {
          const file = await intake.take(bytes);
          if (file.taken.quarantined.receipts > 0) outcomes.parted++;
          else outcomes.whole++;
          expect(await inspected(bytes)).toEqual(amountsIn(file));
          told = [intake.told(), file.result.notes];
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          outcomes.refused++;
          expect(error.code).toMatch(/^INTAKE_/);
          told = [error.message, error.text, error.hint, error.data, String(error.cause)];
        }
        expect(JSON.stringify(told)).not.toMatch(valuesOfPersons);
      }),
      { numRuns: 50 },
    );
    for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(3);
  });
});

/** The same receipts, each with more points in its last row. */
function withMore(given: Delivery, more: number): Delivery {
  return {
    ...given,
    files: given.files.map((file) => ({
      ...file,
      receipts: file.receipts.map((one) => ({ ...one, last: one.last + more })),
    })),
  };
}
