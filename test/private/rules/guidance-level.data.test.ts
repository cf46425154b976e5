import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openRule } from '#private/rules/open.ts';
import { prepareRule, runRule } from '#private/rules/run.ts';
import { attachScratch } from '#private/warehouse.ts';
import { type Body, guidanceLevel } from '#sample-data/guidance-level.ts';
import { builtFrom, insertRows } from '../../pipelines/fixture.ts';

const { warehouse } = await builtFrom({});
await attachScratch(warehouse);
const rule = await openRule('guidance-level');
await prepareRule(warehouse, rule);
afterAll(() => warehouse.close());

/** Values on both sides of a limit, in steps of the item, or missing. */
const near = (limit: number, step: number) =>
  fc.option(
    fc.integer({ min: -2, max: 2 }).map((steps) => Math.round((limit + steps * step) * 10) / 10),
    { nil: undefined, freq: 5 },
  );
const answer = fc.option(fc.boolean(), { nil: undefined, freq: 6 });

const body: fc.Arbitrary<Body> = fc.record({
  male: fc.boolean(),
  age: fc.constantFrom(39, 40, 52, 64, 65, 74, 75),
  waist: fc.oneof(near(85, 0.1), near(90, 0.1)),
  fat: fc.option(near(100, 0.1), { nil: undefined, freq: 1 }),
  bmi: near(25, 0.1),
  fpg: near(100, 1),
  hba1c: near(5.6, 0.1),
  casual: near(100, 1),
  tg: near(150, 1),
  casualTg: near(175, 1),
  hdl: near(40, 1),
  sbp: near(130, 1),
  dbp: near(85, 1),
  smokes: answer,
  medicines: fc
    .tuple(answer, answer, answer)
    .map((all) => all.map((taken) => (taken === true ? undefined : taken))),
});

const rowOf = (one: Body, index: number) => ({
  input_id: index,
  on_day: '2025-06-01',
  sex: one.male ? 'male' : 'female',
  age: one.age,
  waist_cm: one.waist,
  visceral_fat_cm2: one.fat,
  bmi: one.bmi,
  fpg: one.fpg,
  hba1c: one.hba1c,
  casual_glucose: one.casual,
  tg_fasting: one.tg,
  tg_casual: one.casualTg,
  hdl: one.hdl,
  sbp: one.sbp,
  dbp: one.dbp,
  meal_time: 'between',
  smoking: one.smokes === undefined ? undefined : one.smokes ? 'current' : 'no',
  medication_bp: one.medicines[0],
  medication_glucose: one.medicines[1],
  medication_lipid: one.medicines[2],
});

test('says the same as the rule written a second time, which tries every unknown both ways', async () => {
  const people = fc.sample(body, { numRuns: 800, seed: 20260401 });
  await insertRows(warehouse, 'input.people', people.map(rowOf));
  await runRule(warehouse, rule, 'input.judged');
  const judged = await warehouse.rows('select level from input.judged order by input_id');
  const wanted = people.map(guidanceLevel);
  expect(judged.map((row) => row['level'])).toEqual(wanted);
  expect(new Set(wanted).size).toBe(5);
});
