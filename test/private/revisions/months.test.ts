import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { careMonths, type Entry } from '#private/revisions/months.ts';
import { addMonths, type Month } from '#shared/month.ts';

const entry = (serviceMonth: Month, processingMonth: Month, receipts: number, yen: number): Entry => ({
  serviceMonth,
  processingMonth,
  receipts,
  yen,
});

describe('what is known of a month of care', () => {
  const months = careMonths([
    entry('2024-04', '2024-05', 9, 900),
    entry('2024-04', '2024-06', 1, 100),
    entry('2024-04', '2024-08', 0, -100),
    entry('2024-05', '2024-06', 8, 450),
    entry('2024-05', '2024-07', 1, 50),
    entry('2024-06', '2024-07', 5, 200),
    entry('2024-07', '2024-08', 5, 300),
  ]);

  test('now, at first, and what each later month added', () => {
    expect(months[0]).toMatchObject({
      month: '2024-04',
      now: { receipts: 10, yen: 900 },
      first: { receipts: 9, yen: 900 },
      steps: [
        { delay: 0, processingMonth: '2024-05', receipts: 9, yen: 900, share: 1 },
        { delay: 1, processingMonth: '2024-06', receipts: 1, yen: 100, share: 1000 / 900 },
        { delay: 2, processingMonth: '2024-07', receipts: 0, yen: 0, share: 1000 / 900 },
        { delay: 3, processingMonth: '2024-08', receipts: 0, yen: -100, share: 1 },
      ],
    });
  });

  test('a month has as many steps as months were processed since', () => {
    expect(months.map(({ steps }) => steps.length)).toEqual([4, 3, 2, 1]);
  });

  test('how complete it is: by what the older months still gained from its age on', () => {
    const [first, second, third, last] = months.map(({ complete }) => complete);
    expect(first).toBeNull();
    expect(second).toBeCloseTo(1000 / 900, 10);
    expect(third).toBeCloseTo(1000 / 900, 10);
    const growth = (1000 + 500 + 200) / (900 + 450 + 200);
    expect(last).toBeCloseTo(1 / ((900 / 1000) * 1 * growth), 10);
  });
});

test('what was processed in the month of care, or before, is not late', () => {
  const [month] = careMonths([
    entry('2024-04', '2024-04', 1, 10),
    entry('2024-04', '2024-03', 1, 20),
    entry('2024-04', '2024-05', 1, 30),
  ]);
  expect(month!.steps).toMatchObject([{ delay: 0, receipts: 3, yen: 60 }]);
});

test('a month that came to nothing has no shares', () => {
  const [month] = careMonths([entry('2024-04', '2024-05', 1, 10), entry('2024-04', '2024-06', -1, -10)]);
  expect(month!.steps.map(({ share }) => share)).toEqual([null, null]);
});

test('nothing at all has no months', () => expect(careMonths([])).toEqual([]));

test('steps add up to now, whatever the months', () => {
  const month = fc.integer({ min: 0, max: 20 }).map((count) => addMonths('2024-01', count));
  const entries = fc.array(
    fc.record({
      serviceMonth: month,
      processingMonth: month,
      receipts: fc.integer({ min: -9, max: 9 }),
      yen: fc.integer({ min: -999, max: 999 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(entries, (all) => {
      const known = careMonths(all);
      for (const { now, steps, complete } of known) {
        expect(steps.reduce((sum, { yen }) => sum + yen, 0)).toBe(now.yen);
        expect(steps.reduce((sum, { receipts }) => sum + receipts, 0)).toBe(now.receipts);
        expect(complete === null || complete > 0).toBe(true);
      }
      expect(known.reduce((sum, { now }) => sum + now.yen, 0)).toBe(
        all.reduce((sum, { yen }) => sum + yen, 0),
      );
    }),
  );
});
