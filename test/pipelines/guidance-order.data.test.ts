import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { builtFrom } from './fixture.ts';
import {
  continued,
  final,
  first,
  intensive,
  type Person,
  rowsOfPersons,
  type Told,
  values,
} from './guidance-rows.ts';

const dayAfter = (days: number) => new Date(Date.UTC(2024, 4, 1 + days)).toISOString().slice(0, 10);

/** One document per day, of any kind, some naming their checkup. */
const document = fc.record({
  kind: fc.constantFrom('21', '21', '25', '24', '24', '24', '22', '23', '30'),
  form: fc.constantFrom('1', '3', '5', '6'),
  minutes: fc.option(fc.constantFrom(3, 10, 40), { nil: undefined }),
  points: fc.option(fc.constantFrom(30, 70), { nil: undefined }),
  isNamed: fc.boolean(),
  kilograms: fc.integer({ min: 80, max: 86 }),
  file_id: fc.constantFrom(7, 9),
});
const course = fc
  .uniqueArray(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 7 })
  .chain((days) =>
    fc.record({
      days: fc.constant(days),
      documents: fc.array(document, { minLength: days.length, maxLength: days.length }),
      order: fc.shuffledSubarray([...days.keys()], { minLength: days.length, maxLength: days.length }),
    }),
  );

function told(one: typeof document extends fc.Arbitrary<infer T> ? T : never, day: number): Told {
  const event_on = dayAfter(day);
  const supports = {
    '21': [first(event_on)],
    '25': [first(event_on, { section: '90020' })],
    '24': [continued(event_on, one.form, one.minutes, one.points)],
    '22': [final(event_on)],
    '23': [],
    '30': [first(event_on), final(event_on)],
  }[one.kind];
  return {
    report_code: one.kind,
    event_on,
    examined_on: one.isNamed ? (day < 365 ? '2024-05-01' : '2025-05-01') : null,
    file_id: one.file_id,
    ...(supports === undefined ? {} : { supports }),
    ...(one.kind === '22' || one.kind === '30' ? { items: values(93, one.kilograms) } : {}),
  };
}

const courses = fc.sample(course, { numRuns: 40, seed: 20251201 });
const person = (documents: readonly Told[]): Person => ({
  checkups: [
    ['2024-05-01', intensive],
    ['2025-05-01', intensive],
  ],
  documents,
});
/** Every person twice: as the days went by, and in any other order. */
const people = courses.flatMap(({ days, documents, order }) => {
  const all = documents.map((one, index) => told(one, days[index]!));
  const byDay = [...all.keys()].sort((one, other) => days[one]! - days[other]!);
  return [byDay, order].map((indices) => person(indices.map((index) => all[index]!)));
});

const { warehouse, report } = await builtFrom(rowsOfPersons(people), new Date('2026-11-21T09:00:00'));
afterAll(() => warehouse.close());

const compared = `examined_on, status, documents, supports_given, first_interview_on, first_part_on, final_on, points,
  process_points, outcome_points, is_completed, delivered_completed, weight_change_kg, is_silent`;

test('what came in adds up, whatever it is', () => {
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
});

test('the order in which documents come does not matter', async () => {
  const of = async (isShuffled: boolean) => {
    const rows = await warehouse.rows(
      `select (person_id - 1) // 2 as pair, ${compared} from core.guidance_course
       where (person_id % 2 = 0) = ${isShuffled} order by all`,
    );
    return rows;
  };
  const inOrder = await of(false);
  expect(await of(true)).toEqual(inOrder);
  expect(new Set(inOrder.map((row) => row['status'])).size).toBeGreaterThan(4);
});

test('no support counts twice, none is lost', async () => {
  const [row] = await warehouse.rows(`
    select
      (select count(*) from staging.guidance_support where guidance_id in (select guidance_id from core.guidance where is_linked))
        as told,
      (select count(*) from core.guidance_support) as kept,
      (select count(distinct (course_id, kind, held_on)) from core.guidance_support) as days`);
  expect(row?.['kept']).toBe(row?.['told']);
  expect(row?.['days']).toBe(row?.['told']);
});
