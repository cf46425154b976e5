import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { ledgerFile, receipt, span } from './raw-rows.ts';

/** What can happen to one receipt; `month` counts from the month of care, `file` is when it was taken in. */
const event = fc.record({
  month: fc.integer({ min: 1, max: 5 }),
  file: fc.integer({ min: 20, max: 26 }),
  what: fc.constantFrom(
    'insurer',
    'insurer',
    'insurer',
    'claim',
    'reexamined',
    'reexamined',
    'returned',
    'withdrawn',
    'transferred',
  ),
  points: fc.option(fc.integer({ min: 0, max: 900 }), { freq: 4 }),
  meals: fc.option(fc.integer({ min: 0, max: 900 }), { freq: 2 }),
});
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

const histories = fc.sample(fc.array(event, { minLength: 1, maxLength: 7 }), { numRuns: 200, seed: 11 });
/** Every other receipt is billed in yen: its figures are yen, those of the others points. */
const isInYen = (history: number) => history % 2 === 1;
const isVersion = ({ what }: Event) => what === 'insurer' || what === 'claim';
const monthOf = (history: number, month: number) => {
  const index = 1990 * 12 + history + month;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
};

/** The same rule told as a story: one event after the other. */
function tell(events: readonly Event[]) {
  const told = events
    .map((one, place) => ({ ...one, place, notice: isVersion(one) ? 0 : 1 }))
    .sort((a, b) => a.month - b.month || a.file - b.file || a.notice - b.notice || a.place - b.place);
  let holds: { points: number; meals: number } | undefined;
  let insurerSpoke = false;
  const known: Record<number, readonly [number, number, number]> = {};
  for (const { month, what, points, meals } of told) {
    if (what === 'insurer' || (what === 'claim' && !insurerSpoke)) {
      insurerSpoke ||= what === 'insurer';
      holds = { points: points ?? 0, meals: meals ?? 0 };
    } else if (what === 'reexamined') {
      if (holds) holds = { points: points ?? holds.points, meals: meals ?? holds.meals };
    } else if (what !== 'claim') {
      holds = undefined;
      insurerSpoke = false;
    }
    known[month] = holds ? [1, holds.points, holds.meals] : [0, 0, 0];
  }
  return known;
}

test('the triangle tells what one event after the other would have told', async () => {
  const { warehouse, report } = await builtFrom({
    file: [ledgerFile()],
    eligibility: [span()],
    receipt: histories.flatMap((events, history) =>
      events.flatMap((one, place) =>
        isVersion(one)
          ? [
              receipt({
                file_id: one.file,
                receipt_seq: history * 10 + place,
                identity: `s${history}`,
                search_number: `s${history}`,
                form: one.what,
                key_base: null,
                service_month: monthOf(history, 0),
                processing_month: monthOf(history, one.month),
                decided_points: isInYen(history) ? null : one.points,
                decided_yen: isInYen(history) ? (one.points ?? 0) : null,
                meal_yen: one.meals,
              }),
            ]
          : [],
      ),
    ),
    receipt_change: histories.flatMap((events, history) =>
      events.flatMap((one, place) =>
        isVersion(one)
          ? []
          : [
              {
                file_id: one.file,
                line: history * 10 + place,
                search_number: `s${history}`,
                processed_month: monthOf(history, one.month),
                change: one.what,
                decided_points: one.points,
                meal_yen: one.meals,
              },
            ],
      ),
    ),
  });
  const deltas = await warehouse.rows('select * from core.revision');
  warehouse.close();
  expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
  for (const [history, events] of histories.entries()) {
    const known = tell(events);
    const found: Record<number, readonly [number, number, number]> = {};
    let sum: readonly [number, number, number] = [0, 0, 0];
    for (let month = 1; month <= 5; month++) {
      const row = deltas.find(
        (one) =>
          one['service_month'] === monthOf(history, 0) && one['processing_month'] === monthOf(history, month),
      );
      const add = (at: number, name: string) => sum[at]! + Number(row?.[name] ?? 0);
      const figure = Number(row?.['yen'] ?? 0) / (isInYen(history) ? 1 : 10);
      sum = [add(0, 'receipts'), sum[1] + figure, add(2, 'meal_yen')];
      if (month in known) found[month] = sum;
    }
    expect(found, JSON.stringify(events)).toEqual(known);
  }
  expect(deltas.some((row) => Number(row['receipts']) < 0)).toBe(true);
});
