import { afterAll, expect, test } from 'vitest';
import { readGuidanceProgress } from '#private/guidance/progress.ts';
import { runChecks } from '#private/models/checks.ts';
import { builtFrom } from './fixture.ts';
import { people } from './guidance-people.ts';
import { rowsOfPersons } from './guidance-rows.ts';

const names = Object.keys(people);
const { warehouse, report } = await builtFrom(
  rowsOfPersons(Object.values(people)),
  new Date('2025-12-01T09:00:00'),
);
afterAll(() => warehouse.close());

const of = (table: string) => (who: keyof typeof people, columns: string) =>
  warehouse.rows(
    `select ${columns} from core.${table} where person_id = ${names.indexOf(who) + 1} order by all`,
  );
const courses = of('guidance_course');
const targets = of('guidance_target');

test('every check holds', () => {
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
});

test('documents of one course complete each other, and its points are counted by the rule', async () => {
  const columns = `status, fiscal_year, level, contractor, first_interview_on, final_on, supports_given, early_points,
    process_points, outcome_points, points, delivered_points, is_completed, delivered_completed, weight_change_kg,
    waist_change_cm, waist_weight, diet, smoking, delivered_early`;
  expect(await courses('whole', columns)).toEqual([
    {
      status: 'completed',
      fiscal_year: 2025,
      level: 'intensive',
      contractor: '1320000001',
      first_interview_on: '2025-05-08',
      final_on: '2025-08-08',
      supports_given: 3,
      early_points: 10,
      process_points: 130,
      outcome_points: 40,
      points: 180,
      delivered_points: 180,
      is_completed: true,
      delivered_completed: true,
      weight_change_kg: -1,
      waist_change_cm: -1,
      waist_weight: 1,
      diet: true,
      smoking: null,
      delivered_early: 'within-week',
    },
  ]);
});

test('a support that was too short leaves it short of points though the delivery says it is complete', async () => {
  expect(await courses('short', 'status, points, is_completed, delivered_completed')).toEqual([
    { status: 'short', points: 150, is_completed: false, delivered_completed: true },
  ]);
});

test('minutes not told: the points delivered stand in', async () => {
  expect(await courses('untimed', 'process_points')).toEqual([{ process_points: 70 }]);
});

test('no support told: the delivered sum stands in', async () => {
  expect(await courses('untold', 'process_points, points, status')).toEqual([
    { process_points: 130, points: 180, status: 'completed' },
  ]);
});

test('documents that tell of no support: their days stand for interview and evaluation', async () => {
  expect(await courses('bare', 'status, first_interview_on, final_on')).toEqual([
    { status: 'completed', first_interview_on: '2025-05-08', final_on: '2025-08-08' },
  ]);
});

test('a course of 動機付け支援 does not complete a target of 積極的支援', async () => {
  expect(await courses('bare', 'level, status')).toEqual([{ level: 'motivational', status: 'completed' }]);
  expect(await targets('bare', 'level, stage')).toEqual([{ level: 'intensive', stage: 'underway' }]);
  expect(await targets('whole', 'level, stage')).toEqual([{ level: 'intensive', stage: 'completed' }]);
});

test('two supports of a day and form in one file are two', async () => {
  expect(await courses('twoMails', 'supports_given, process_points')).toEqual([
    { supports_given: 2, process_points: 60 },
  ]);
});

test('the months run from the last interview', async () => {
  expect(await courses('twoInterviews', 'first_interview_on, first_part_on, status')).toEqual([
    { first_interview_on: '2025-05-08', first_part_on: '2025-05-03', status: 'short' },
  ]);
});

test('what names no checkup follows an interview of the same day', async () => {
  expect(await courses('sameDay', 'examined_on, documents')).toEqual([
    { examined_on: '2024-04-30', documents: 2 },
  ]);
});

test('the summary for the state repeats what was told: nothing counts twice', async () => {
  expect(await courses('repeated', 'documents, supports_given, process_points, outcome_points')).toEqual([
    { documents: 4, supports_given: 3, process_points: 90, outcome_points: 180 },
  ]);
});

test('a later value of an item holds; of the same day that of the later file', async () => {
  expect(await courses('corrected', 'weight_change_kg')).toEqual([{ weight_change_kg: -2 }]);
  expect(await courses('laterDay', 'weight_change_kg')).toEqual([{ weight_change_kg: -5 }]);
});

test('documents that name no checkup follow the latest one before the first interview', async () => {
  expect(await courses('unnamed', 'examined_on, documents, status, fiscal_year')).toEqual([
    { examined_on: '2024-04-30', documents: 2, status: 'completed', fiscal_year: 2024 },
    { examined_on: '2025-05-01', documents: 2, status: 'completed', fiscal_year: 2025 },
  ]);
});

test('what follows no checkup is a course of its own', async () => {
  expect(await courses('lost', 'examined_on, status, fiscal_year')).toEqual([
    { examined_on: null, status: 'short', fiscal_year: 2025 },
  ]);
});

test('a course whose last document says so is stopped', async () => {
  expect(await courses('stopped', 'status, delivered_completed')).toEqual([
    { status: 'dropped', delivered_completed: false },
  ]);
  expect(await courses('resumed', 'status, delivered_completed')).toEqual([
    { status: 'completed', delivered_completed: true },
  ]);
});

test.each([
  ['dueToday', 'interviewed'],
  ['dueYesterday', 'overdue'],
  ['underway', 'underway'],
  ['underwayLate', 'overdue'],
] as const)('six months after the first interview: %s is %s', async (who, status) => {
  expect(await courses(who, 'status')).toEqual([{ status }]);
});

test('silent: open, and nothing delivered for six months', async () => {
  expect(await courses('dueToday', 'is_silent')).toEqual([{ is_silent: false }]);
  expect(await courses('dueYesterday', 'is_silent')).toEqual([{ is_silent: true }]);
  expect(await courses('underwayLate', 'is_silent')).toEqual([{ is_silent: false }]);
  expect(await courses('untold', 'is_silent')).toEqual([{ is_silent: false }]);
});

test('a split first interview is complete with its second part', async () => {
  const columns = 'status, first_part_on, first_interview_on, early_points';
  const begun = { first_part_on: '2025-05-01', early_points: 20 };
  expect(await courses('part', columns)).toEqual([{ status: 'begun', first_interview_on: null, ...begun }]);
  expect(await courses('split', columns)).toEqual([
    { status: 'overdue', first_interview_on: '2025-05-08', ...begun },
  ]);
});

test('attempts without values mean that nobody was reached', async () => {
  expect(await courses('unreached', 'status, final_on')).toEqual([{ status: 'completed', final_on: null }]);
  expect(await courses('calledOnce', 'status')).toEqual([{ status: 'interviewed' }]);
});

test('guidance of strangers and of persons without cover stays outside', async () => {
  expect(
    await of('guidance')('leaver', 'is_linked, unlinked_reason, course_id is null as no_course'),
  ).toEqual([
    { is_linked: false, unlinked_reason: 'no_cover', no_course: true },
    { is_linked: true, unlinked_reason: null, no_course: false },
  ]);
  expect(
    await warehouse.rows('select unlinked_reason, course_id from core.guidance where person_id is null'),
  ).toEqual([{ unlinked_reason: 'no_person', course_id: null }]);
});

test.each([
  ['invited', 'target'],
  ['part', 'target'],
  ['dueToday', 'interviewed'],
  ['underwayLate', 'underway'],
  ['short', 'underway'],
  ['untold', 'completed'],
  ['twoCourses', 'completed'],
  ['stopped', 'dropped'],
  ['medicatedLate', 'completed'],
] as const)('a target of guidance: %s is at %s', async (who, stage) => {
  expect(await targets(who, 'level, stage')).toEqual([{ level: 'intensive', stage }]);
});

test('no target: the healthy, and whoever began medicine before guidance was completed', async () => {
  expect(await targets('healthy', 'stage')).toEqual([]);
  expect(await targets('medicated', 'stage')).toEqual([]);
  expect(await courses('medicated', 'status, drug_started')).toEqual([
    { status: 'excluded', drug_started: true },
  ]);
});

test('a second intensive year that is better may be guided like motivational', async () => {
  expect(await targets('secondYear', 'fiscal_year, can_be_equivalent')).toEqual([
    { fiscal_year: 2024, can_be_equivalent: false },
    { fiscal_year: 2025, can_be_equivalent: true },
  ]);
  expect(await targets('secondYearTold', 'can_be_equivalent')).toEqual([
    { can_be_equivalent: false },
    { can_be_equivalent: false },
  ]);
  expect(await targets('secondYearOpen', 'fiscal_year, can_be_equivalent')).toMatchObject([
    {},
    { can_be_equivalent: false },
  ]);
});

test('contractors: every course in one status, and what differs from the rule', async () => {
  const rows = await warehouse.rows('select * from core.guidance_contractor where fiscal_year = 2025');
  expect(rows).toMatchObject([
    {
      contractor: '1320000001',
      courses: 26,
      begun: 1,
      interviewed: 3,
      underway: 1,
      overdue: 5,
      completed: 9,
      short: 5,
      dropped: 1,
      excluded: 1,
      points_differ: 2,
      process_points_differ: 1,
      completed_by_delivery_only: 6,
      completed_by_rule_only: 0,
    },
  ]);
});

test('a planted fault of each kind is seen by the check', async () => {
  const failing = async (fault: string) => {
    await warehouse.run(`begin transaction; ${fault}`);
    try {
      const checks = await runChecks(warehouse);
      return checks.find(({ name }) => name === 'guidance-conserved')?.failing;
    } finally {
      await warehouse.run('rollback');
    }
  };
  expect(await failing('select 1')).toBe(0);
  for (const fault of [
    'delete from core.guidance_course where course_id = (select min(course_id) from core.guidance_course)',
    "update core.guidance_course set documents = documents + 1 where status = 'short'",
    'update core.guidance_contractor set begun = begun + 1',
    'update core.guidance set course_id = null where is_linked',
  ])
    expect(await failing(fault)).toBeGreaterThan(0);
});

test('the reader of the terminal adds up', async () => {
  const { targets, contractors, unlinked } = await readGuidanceProgress(warehouse);
  const sum = (counts: object) => Object.values(counts).reduce((all, count) => all + count, 0);
  for (const { persons, stages } of targets) expect(sum(stages)).toBe(persons);
  for (const { courses: all, statuses } of contractors) expect(sum(statuses)).toBe(all);
  expect(unlinked).toEqual({ no_person: 1, no_cover: 1 });
  const of2024 = await readGuidanceProgress(warehouse, 2024);
  expect(of2024.contractors).toEqual(contractors.filter(({ year }) => year === 2024));
  expect(of2024.contractors.length).toBe(1);
});
