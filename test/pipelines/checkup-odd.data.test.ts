import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkupRows, type Item, items, type Values } from './checkup-rows.ts';
import { builtFrom } from './fixture.ts';
import { deliveries, ledgerFile, link, span } from './raw-rows.ts';

/** Values no reader should let through, and some it does: nothing of a person may stop the build of everybody. */
const odd = fc.oneof(
  fc.constantFrom<Values[Item]>(-1, 0, 0.0001, 1e9, 1e12, '0', '9', '99999', '999999', null),
  fc.constantFrom<Values[Item]>({ state: 'not_performed' }, { state: 'not_measurable' }),
  fc.constantFrom<Values[Item]>(
    { choice: '2', choice_system: '2.16.840' },
    { choice: '3', choice_system: '2003' },
  ),
);
const names = Object.keys(items) as Item[];
const people = 40;
const values = fc.array(fc.tuple(fc.constantFrom(...names), odd), { maxLength: 12 });
const cells = fc.record({
  examined_on: fc.constantFrom(
    '2008-04-01',
    '2018-03-31',
    '2018-04-01',
    '2024-03-31',
    '2024-04-01',
    '2025-06-01',
    '2027-01-01',
  ),
  age_on_day: fc.constantFrom(null, 0, 17, 18, 45, 130),
  provenance: fc.constantFrom(null, 'own', 'employer', 'other-insurer', 'paper', 'nobody'),
  report_code: fc.constantFrom(null, '10', '10', '10', '41', '49'),
  institution: fc.constantFrom(null, '1310000001'),
  key_base: fc.option(fc.integer({ min: 1, max: people + 10 }).map((person) => `base-${person}`)),
  file_id: fc.constantFrom(7, 17, 18),
});

test('whatever values come, everything is built, judged and conserved', async () => {
  const checkups = fc
    .sample(fc.tuple(values, cells), { numRuns: 160, seed: 20250601 })
    .map(([some, of]) => checkupRows(Object.fromEntries(some), of));
  const files = Map.groupBy(checkups, ({ checkup }) => Number(checkup['file_id']));
  const { warehouse, report } = await builtFrom({
    file: [
      ledgerFile(),
      ...[...files].map(([file_id, of]) => ({ file_id, kind: 'checkup', records: of.length })),
    ],
    eligibility: Array.from({ length: people }, (_, index) =>
      span({
        person_id: index + 1,
        household_id: index + 1,
        sex: index % 2 === 0 ? '1' : '2',
        age_month: ['1950-03-01', '1980-05-01', '2015-03-01'][index % 3],
        gained_on: '2005-04-01',
        lost_on: index % 7 === 0 ? '2025-04-01' : null,
      }),
    ),
    person_link: Array.from({ length: people }, (_, index) => link(`base-${index + 1}`, index + 1)),
    receipt: deliveries('2023-04', 36),
    checkup: checkups.map(({ checkup }) => checkup),
    checkup_result: checkups.flatMap(({ results }) => results),
  });
  const [counted] = await warehouse.rows(
    `select count(*) as all, count(*) filter (where is_kept) as kept, count(*) filter (where is_withdrawn) as withdrawn
     from core.checkup`,
  );
  warehouse.close();
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  expect(counted?.['all']).toBe(160);
  expect(Number(counted?.['kept'])).toBeGreaterThan(40);
  expect(Number(counted?.['withdrawn'])).toBeGreaterThan(10);
});
