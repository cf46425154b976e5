import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, span } from './raw-rows.ts';

const dayMs = 86_400_000;
const iso = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
const at = (date: string) => Date.parse(date) / dayMs;
const first = at('2025-04-01');
const last = at('2026-03-31');

/** Days of gain and loss near the ends of the year and in its middle, so that ends meet, touch and overlap often. */
const day = fc.oneof(
  fc.integer({ min: first - 3, max: first + 3 }),
  fc.integer({ min: last - 3, max: last + 3 }),
  fc.integer({ min: first + 100, max: first + 106 }),
);
const spans = fc.array(fc.tuple(day, fc.option(day)), { minLength: 1, maxLength: 4 });
const people = fc.sample(spans, { numRuns: 300, seed: 20250401 });

/** Every day of the year by itself; the day of loss is the first without cover. */
function isCovered(person: (typeof people)[number], on: number): boolean {
  return person.some(([gained, lost]) => gained <= on && (lost === null || lost > on));
}

test('covered on every day of the year, or not, whatever the spans', async () => {
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const { warehouse } = await builtFrom({
    file: [ledgerFile()],
    eligibility: people.flatMap((person, index) =>
      person.map(([gained, lost]) =>
        span({
          person_id: index + 1,
          household_id: index + 1,
          age_month: '1975-06-01',
          gained_on: iso(gained),
          lost_on: lost === null ? null : iso(lost),
        }),
      ),
    ),
    receipt: deliveries('2025-04', 12),
  });
  const rows = await warehouse.rows(
    'select person_id, enrolled_first_day, enrolled_whole_year from core.checkup_candidate where fiscal_year = 2025',
  );
  warehouse.close();
  const found = new Map(rows.map(({ person_id, ...row }) => [person_id, row]));
  const wanted = new Map(
    people.flatMap((person, index) =>
      days.some((on) => isCovered(person, on))
        ? [
            [
              index + 1,
              {
                enrolled_first_day: isCovered(person, first),
                enrolled_whole_year: days.every((on) => isCovered(person, on)),
              },
            ] as const,
          ]
        : [],
    ),
  );
  expect(new Set([...wanted.values()].map(({ enrolled_whole_year }) => enrolled_whole_year)).size).toBe(2);
  expect(found).toEqual(wanted);
});
