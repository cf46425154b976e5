import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { kenpo, kenpoReading } from '../fixtures/kenpo.ts';

/** Waist of 85.0 cm; every other value one step below its limit; HbA1c at it, but fasting glucose comes first. */
const example =
  '{"sex":"male","age":52,"waist":85.0,"bmi":24.9,"fpg":99,"hba1c":5.6,"tg":149,"tgFasting":true,"hdl":45,"sbp":129,"dbp":84,"smoker":true,"medication":{"bp":false,"glucose":false,"lipid":false}}';
const at = (more: object) => JSON.stringify({ ...JSON.parse(example), ...more });
const rule = (name: string, input: string, ...more: readonly string[]) =>
  kenpoReading(input, 'rule', name, '--on', '2025-06-01', ...more);
const jsonLines = (out: string): unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('kenpo rule guidance-level', () => {
  test('the example, and each of its values at the limit', () => {
    const given = [
      example,
      at({ fpg: 100 }),
      at({ fpg: 100, smoker: 'former' }),
      at({ fpg: 100, age: 65 }),
      at({ tg: 150, smoker: false }),
      at({ tg: 174, tgFasting: false }),
      at({ tg: 175, tgFasting: false }),
      at({ waist: 84.9, sbp: 130, fpg: 100 }),
      at({ waist: 84.9, bmi: 25, sbp: 130, fpg: 100 }),
      at({ medication: { bp: true, glucose: false, lipid: false } }),
      at({ age: 39 }),
      at({ waist: null }),
    ];
    const run = rule('guidance-level', `${given.join('\n')}\n`, '--json');
    expect(run).toMatchObject({ code: 0, err: '' });
    const answers = jsonLines(run.out) as { level: string }[];
    expect(answers.map(({ level }) => level)).toEqual([
      'information',
      'intensive',
      'motivational',
      'motivational',
      'motivational',
      'information',
      'intensive',
      'information',
      'intensive',
      'excluded',
      'excluded',
      'undecidable',
    ]);
    expect(answers[0]).toEqual({
      level: 'information',
      steps: {
        step1: 'waist',
        step2: { glucose: false, lipid: false, bloodPressure: false, smoking: true },
        risks: 0,
        step3: 'information',
        step4: { medication: false, capped: false },
      },
      reasons: ['waist_male', 'no_risk'],
      rule: {
        name: 'guidance-level',
        version: '第4期（令和6年度版）',
        from: '2024-04-01',
        unconfirmed: { fat_overrides_waist: true },
      },
    });
    expect(answers.at(-1)).toMatchObject({ reasons: ['missing_waist'] });
  });

  test('a bad line is told in its place without its value, the others are judged, and the exit code is 2', () => {
    const input = [example, '{"sex":"見本太郎"}', '{"見本太郎":1}', '見本太郎', example].join('\n');
    const run = rule('guidance-level', input, '--json');
    expect(run.code).toBe(2);
    expect(run.out + run.err).not.toContain('見本');
    const answers = jsonLines(run.out);
    expect(answers).toHaveLength(5);
    expect(answers[1]).toMatchObject({ error: { code: 'INPUT_UNREADABLE', data: { line: 2, key: 'sex' } } });
    expect(answers[2]).toMatchObject({ error: { data: { line: 3, place: 1 } } });
    expect(answers[3]).toMatchObject({ error: { data: { line: 4 } } });
    expect(answers[4]).toEqual(answers[0]);
    expect(run.err).toContain('3 行は読めなかった');
  });

  test('in words', () => {
    const run = rule('guidance-level', `${at({ fpg: 100 })}\n{"age":"x"}\n`);
    expect(run.out.split('\n')).toEqual([
      '1\t積極的支援\t腹囲85cm以上（男性）・空腹時血糖100以上・喫煙',
      expect.stringMatching(/^2\t読めない行\t2 行目の age .*0 から 120 までの整数/),
      '',
    ]);
    expect(run.err).toContain('第4期（令和6年度版）');
    expect(run.err).toContain('内臓脂肪面積があるとき');
  });
});

/** Everything the other rules look at, and nothing wrong. */
const sound = at({ fpg: 90, hba1c: 5.2, ldl: 100, urineProtein: '-', egfr: 80, diabetes: false });
const more = (values: object) => JSON.stringify({ ...JSON.parse(sound), ...values });

test.each([
  [
    'metabolic-syndrome',
    [more({ fpg: 109 }), more({ fpg: 110 }), more({ fpg: 110, dbp: 85 })],
    ['absent', 'borderline', 'present'],
  ],
  ['referral', [sound, more({ sbp: 139 }), more({ sbp: 140 })], ['within', 'guidance', 'referral']],
  ['ckd-stage', [sound, more({ egfr: 44.9 })], ['green', 'orange']],
  ['diabetic-nephropathy', [sound, more({ diabetes: true, acr: 300 })], ['excluded', 'stage-3']],
  ['outreach-tier', [sound, more({ sbp: 160 }), more({ sbp: 160, hba1c: 6.5 })], ['none', 'first', 'second']],
])('kenpo rule %s', (name, people, levels) => {
  const run = rule(name, people.join('\n'), '--json');
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(jsonLines(run.out)).toEqual(levels.map((level) => expect.objectContaining({ level })));
});

describe('around it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-rule-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('nothing is written', () => {
    const run = kenpoReading(
      { text: example, folder },
      'rule',
      'guidance-level',
      '--on',
      '2025-06-01',
      '--json',
    );
    expect(run.code).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('without a name it lists the rules', () => {
    const run = kenpo('rule', '--json');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toContainEqual({
      name: 'guidance-level',
      title: expect.objectContaining({ ja: '特定保健指導の階層化' }),
    });
  });

  test('explains a rule with its limits, its keys and what is not confirmed', () => {
    const { code, out } = kenpo('rule', 'metabolic-syndrome', '--about', '--on', '2025-06-01');
    expect(code).toBe(0);
    expect(out).toMatch(/min_tg_casual +175/);
    expect(out).toMatch(/hoursSinceMeal +0 から/);
    expect(out).toContain('随時中性脂肪は175以上とします（150以上とする読み方もあります）');
  });

  test.each([
    [2, ['guidance-level']],
    [2, ['guidance-level', '--on', '2025-02-30']],
    [2, ['guidance-level', 'referral', '--on', '2025-06-01']],
    [13, ['guidance-level', '--on', '2018-03-31']],
    [13, ['no-such-rule', '--on', '2025-06-01']],
    [13, ['generic-saving', '--on', '2025-06-01']],
  ])('exit %i: rule %j', (code, given) => {
    expect(kenpoReading('', 'rule', ...given)).toMatchObject({ code, out: '' });
  });
});
