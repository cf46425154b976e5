import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askRule } from '#private/rules/ask.ts';
import { openRule, type Rule } from '#private/rules/open.ts';

const rule = await openRule('metabolic-syndrome');

async function levels(of: Rule, people: readonly object[]): Promise<string[]> {
  async function* text() {
    yield people.map((person) => JSON.stringify(person)).join('\n');
  }
  const found: string[] = [];
  for await (const answers of askRule(of, '2025-06-01', text()))
    for (const answer of answers) found.push('refused' in answer ? 'refused' : answer.level);
  return found;
}

/** Values on both sides of a limit, in steps of the item, or missing. */
const near = (limit: number, step: number) =>
  fc.option(
    fc.integer({ min: -1, max: 1 }).map((steps) => Math.round((limit + steps * step) * 10) / 10),
    { nil: undefined, freq: 3 },
  );
const answer = fc.option(fc.boolean(), { nil: undefined, freq: 6 });

const body = fc.record({
  sex: fc.constantFrom('male', 'female', undefined),
  waist: fc.oneof(near(85, 0.1), near(90, 0.1)),
  vfa: fc.option(near(100, 0.1), { nil: undefined, freq: 1 }),
  fpg: near(110, 1),
  casualGlucose: near(110, 1),
  hba1c: near(6, 0.1),
  tg: fc.oneof(near(150, 1), near(175, 1)),
  tgFasting: fc.boolean(),
  hdl: near(40, 1),
  sbp: near(130, 1),
  dbp: near(85, 1),
  medication: fc.record({ bp: answer, glucose: answer, lipid: answer }),
});
type Body = typeof body extends fc.Arbitrary<infer B> ? B : never;
type Mark = boolean | undefined;

const least = (value: number | undefined, limit: number): Mark =>
  value === undefined ? undefined : value >= limit;

/** The rule written a second time: every unknown is tried both ways, and what comes out differently is undecidable. */
function level(one: Body): string {
  const { sex, waist, vfa, fpg, casualGlucose, hba1c, tg, tgFasting, hdl, sbp, dbp, medication } = one;
  const girth = sex === undefined ? undefined : least(waist, sex === 'male' ? 85 : 90);
  const marks: Mark[] = [
    [girth, least(vfa, 100)].includes(true) ? true : (girth ?? least(vfa, 100)),
    least(fpg, 110) ?? least(casualGlucose, 110) ?? least(hba1c, 6),
    medication.glucose,
    least(tg, tgFasting ? 150 : 175),
    hdl === undefined ? undefined : hdl < 40,
    medication.lipid,
    least(sbp, 130),
    least(dbp, 85),
    medication.bp,
  ];
  const ways = marks.reduce<boolean[][]>(
    (all, mark) =>
      all.flatMap((way) => (mark === undefined ? [false, true] : [mark]).map((m) => [...way, m])),
    [[]],
  );
  const found = new Set(
    ways.map(([wide, ...risks]) => {
      const fields = [risks.slice(0, 2), risks.slice(2, 5), risks.slice(5)];
      const count = fields.filter((field) => field.includes(true)).length;
      return !wide || count === 0 ? 'absent' : count === 1 ? 'borderline' : 'present';
    }),
  );
  return found.size === 1 ? [...found][0]! : 'undecidable';
}

test('says the same as the rule written a second time', async () => {
  const people = fc.sample(body, { numRuns: 1500, seed: 20260402 });
  const wanted = people.map(level);
  expect(await levels(rule, people)).toEqual(wanted);
  expect(new Set(wanted).size).toBe(4);
});

describe('what is not confirmed can be set the other way', () => {
  const set = (name: string, value: string): Rule => ({
    ...rule,
    parameters: rule.parameters.map((parameters) => ({ ...parameters, [name]: value })),
  });
  const no = { bp: false, glucose: false, lipid: false };
  const wide = {
    sex: 'male',
    waist: 85,
    tg: 100,
    tgFasting: true,
    hdl: 60,
    sbp: 130,
    dbp: 70,
    medication: no,
  };

  test.each([
    ['fat_overrides_waist', 'true', { ...wide, fpg: 90, vfa: 99.9 }, 'borderline', 'absent'],
    ['hba1c_only_if_no_glucose', 'false', { ...wide, fpg: 90, hba1c: 6 }, 'borderline', 'present'],
    ['min_tg_casual', '150', { ...wide, fpg: 90, tg: 150, tgFasting: false }, 'borderline', 'present'],
  ])('%s = %s', async (name, value, person, as, other) => {
    expect(await levels(rule, [person])).toEqual([as]);
    expect(await levels(set(name, value), [person])).toEqual([other]);
  });
});
