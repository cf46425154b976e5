import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openRule } from '#private/rules/open.ts';
import { prepareRule, runRule } from '#private/rules/run.ts';
import { attachScratch } from '#private/warehouse.ts';
import { builtFrom, insertRows } from '../../pipelines/fixture.ts';

const { warehouse } = await builtFrom({});
await attachScratch(warehouse);
const rule = await openRule('guidance-completion');
await prepareRule(warehouse, rule);
afterAll(() => warehouse.close());

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined, freq: 6 });
/** Tenths of a centimetre or kilogram lost, near the limits. */
const lost = fc.constantFrom(-5, 0, 9, 10, 15, 19, 20, 24, 30);

const course = fc.record({
  third: fc.boolean(),
  level: maybe(fc.constantFrom('intensive', 'intensive', 'intensive', 'motivational')),
  interviewDay: maybe(fc.constantFrom(0, 1, 7, 8, 40)),
  partDay: fc.option(fc.constantFrom(0, 7), { nil: undefined, freq: 1 }),
  evaluationDay: maybe(fc.constantFrom(60, 92, 100, 140)),
  weight: maybe(fc.constantFrom(500, 625, 750, 833, 834, 1000)),
  lostKg: lost,
  lostCm: lost,
  hasFinalWaist: fc.constantFrom(true, true, true, false),
  said: fc.option(fc.constantFrom(0, 1, 2), { nil: undefined, freq: 2 }),
  habits: fc.array(maybe(fc.boolean()), { minLength: 5, maxLength: 5 }),
  process: maybe(fc.integer({ min: 0, max: 19 }).map((tens) => tens * 10)),
  attempts: fc.option(fc.constantFrom(1, 2), { nil: undefined, freq: 1 }),
  stopped: fc.constantFrom(false, false, false, true),
  drug: fc.constantFrom(false, false, false, true),
});
type Course = typeof course extends fc.Arbitrary<infer T> ? T : never;

const checkupDay = (one: Course) => Date.UTC(one.third ? 2023 : 2025, 4, 1);
const dayOf = (one: Course, days: number | undefined) =>
  days === undefined ? undefined : new Date(checkupDay(one) + days * 86_400_000);
const iso = (day: Date | undefined) => day?.toISOString().slice(0, 10);

function rowOf(one: Course, index: number) {
  const [diet, exercise, rest, other_habit, smoking_stopped] = one.habits;
  const final = (start: number | undefined, less: number) =>
    start === undefined ? undefined : (start - less) / 10;
  return {
    input_id: index,
    on_day: iso(dayOf(one, 0)),
    support_level: one.level,
    first_interview_on: iso(dayOf(one, one.interviewDay)),
    first_part_on: iso(dayOf(one, one.partDay)),
    evaluated_on: iso(dayOf(one, one.evaluationDay)),
    waist_cm: 95,
    weight_kg: one.weight === undefined ? undefined : one.weight / 10,
    final_waist_cm: one.hasFinalWaist ? final(950, one.lostCm) : undefined,
    final_weight_kg: final(one.weight ?? 700, one.lostKg),
    said_waist_weight: one.said,
    ...{ diet, exercise, rest, other_habit, smoking_stopped },
    process_points: one.process,
    attempts: one.attempts,
    stopped: one.stopped,
    drug_started: one.drug,
  };
}

/** The rule written a second time, in words of its own: tries every result of waist and weight that is not known. */
function verdict(one: Course): string {
  const interview = dayOf(one, one.interviewDay);
  const evaluation = dayOf(one, one.evaluationDay);
  const levels = new Set(resultsOf(one).map((result) => pointsOf(one, result) >= 180));
  const isEvaluated =
    interview && evaluation && monthsBetween(interview, evaluation) >= 3 && one.hasFinalWaist;
  const isExcused = evaluation === undefined && (one.attempts ?? 0) >= 2;
  const isHeld = interview !== undefined && (isEvaluated === true || isExcused);
  const enough = one.level === 'motivational' || !levels.has(false);
  if (isHeld && enough && !one.stopped) return 'completed';
  if (one.drug) return 'excluded';
  if (one.stopped) return 'dropped';
  if (one.level === undefined || (isHeld && one.level === 'intensive' && levels.has(true)))
    return 'undecidable';
  return 'incomplete';
}

/** 0, 1 or 2; whoever was not evaluated for good reason has none. */
function resultsOf(one: Course): readonly number[] {
  if (one.third) return [0];
  if (one.weight !== undefined && one.hasFinalWaist) {
    const least = Math.min(one.lostKg, one.lostCm);
    return [least >= 20 || least * 1000 >= one.weight * 24 ? 2 : least >= 10 ? 1 : 0];
  }
  if (one.said !== undefined) return [one.said];
  return one.evaluationDay === undefined && (one.attempts ?? 0) >= 2 ? [0] : [0, 2];
}

function pointsOf(one: Course, result: number): number {
  const process = one.process ?? 0;
  if (one.third) return process;
  const days =
    one.interviewDay === undefined && one.partDay === undefined
      ? undefined
      : (one.partDay ?? one.interviewDay);
  const early = days === undefined ? 0 : days === 0 ? 20 : days <= 7 ? 10 : 0;
  const [diet, exercise, rest, other, smoking] = one.habits;
  const habits = [diet, exercise, rest, other].filter((changed) => changed === true).length * 20;
  return process + early + habits + (smoking === true ? 30 : 0) + [0, 20, 180][result]!;
}

/** Whole months: the same day of a later month, or the last day of a month that has no such day. */
function monthsBetween(from: Date, to: Date): number {
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const lastDay = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  return to.getUTCDate() >= Math.min(from.getUTCDate(), lastDay) ? months : months - 1;
}

test('says the same as the rule written a second time', async () => {
  const courses = fc.sample(course, { numRuns: 1500, seed: 20260501 });
  await insertRows(warehouse, 'input.people', courses.map(rowOf));
  await runRule(warehouse, rule, 'input.judged');
  const judged = await warehouse.rows('select level from input.judged order by input_id');
  const wanted = courses.map(verdict);
  expect(judged.map((row) => row['level'])).toEqual(wanted);
  expect(new Set(wanted).size).toBe(5);
});
