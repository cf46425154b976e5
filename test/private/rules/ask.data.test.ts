import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aboutRule, keysOf, ruleUsed } from '#private/rules/about.ts';
import { type Answer, askRule, isAskable } from '#private/rules/ask.ts';
import { openRule, parametersOn, type Rule, ruleNames } from '#private/rules/open.ts';
import { UserError } from '#shared/errors.ts';

const on = '2025-06-01';
const guidance = await openRule('guidance-level');

async function* parts(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const at = [0, ...[...new Set(cuts)].sort((a, b) => a - b), bytes.length];
  for (let index = 1; index < at.length; index += 1) yield bytes.subarray(at[index - 1], at[index]);
}

async function ask(rule: Rule, text: string, cuts: readonly number[] = [], day = on): Promise<Answer[]> {
  const answers: Answer[] = [];
  for await (const some of askRule(rule, day, parts(new TextEncoder().encode(text), cuts)))
    answers.push(...some);
  return answers;
}

const lines = [
  '{"sex":"male","age":52,"waist":85,"fpg":100,"smoker":"former","urineProtein":"±"}',
  '',
  '{"sex":"男性"}',
  '{"sex":"female","age":30}',
  'no JSON 見本',
].join('\r\n');

describe('lines', () => {
  test('are answered in their order, a bad one in its place', async () => {
    const answers = await ask(guidance, lines);
    expect(answers.map((one) => [one.line, 'refused' in one ? one.refused.code : one.level])).toEqual([
      [1, 'undecidable'],
      [3, 'INPUT_UNREADABLE'],
      [4, 'excluded'],
      [5, 'INPUT_UNREADABLE'],
    ]);
  });

  test('come to the same wherever the stream is cut', async () => {
    const whole = JSON.stringify(await ask(guidance, lines));
    const length = new TextEncoder().encode(lines).length;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: length }), { maxLength: 6 }), async (cuts) => {
        expect(JSON.stringify(await ask(guidance, lines, cuts))).toBe(whole);
      }),
      { numRuns: 15 },
    );
  });

  test('are answered before the stream ends', async () => {
    let asked = 0;
    async function* slowly() {
      for (asked = 1; asked <= 3; asked += 1) yield '{"age":39}\n';
    }
    const seen: number[] = [];
    for await (const some of askRule(guidance, on, slowly())) if (some.length > 0) seen.push(asked);
    expect(seen).toEqual([1, 2, 3]);
  });

  test('more than one batch of the engine keeps its order', async () => {
    const ages = Array.from({ length: 5000 }, (_, index) => (index % 3 === 0 ? 39 : 75));
    const answers = await ask(guidance, ages.map((age) => `{"age":${age}}`).join('\n'));
    expect(answers).toHaveLength(5000);
    expect(answers.at(-1)).toMatchObject({ line: 5000, level: 'excluded' });
  });

  test('one without an end stops with its number', async () => {
    const endless = `{"age":39}\n${'9'.repeat(100_001)}`;
    await expect(ask(guidance, endless, [11])).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
      data: { line: 2 },
    });
  });

  test('none: no answer', async () => expect(await ask(guidance, '')).toEqual([]));
});

test('a day without parameters is refused before anything is read', async () => {
  const never: AsyncIterable<string> = {
    [Symbol.asyncIterator]() {
      throw new Error('the input was read');
    },
  };
  const first = askRule(guidance, '2018-03-31', never).next();
  await expect(first).rejects.toBeInstanceOf(UserError);
  await expect(first).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the limits of the day are used', async () => {
  const person =
    '{"sex":"male","age":52,"waist":85,"tg":175,"tgFasting":false,"hdl":60,"fpg":90,"sbp":120,"dbp":70,"smoker":false,"medication":{"bp":false,"glucose":false,"lipid":false}}';
  const [before] = await ask(guidance, person, [], '2024-03-31');
  const [after] = await ask(guidance, person, [], '2024-04-01');
  expect(before).toMatchObject({ level: 'undecidable', version: expect.stringContaining('第3期') });
  expect(after).toMatchObject({
    level: 'motivational',
    reasons: ['waist_male', 'tg_casual'],
    steps: { step1: 'waist', step2: { lipid: true, bloodPressure: false }, step4: { medication: false } },
  });
});

describe('every rule that judges a person', async () => {
  const rules = await Promise.all(ruleNames().map((name) => openRule(name)));

  test('can be asked, and no other', () => {
    expect(rules.filter(isAskable).map(({ name }) => name)).toEqual([
      'checkup-target',
      'ckd-stage',
      'diabetic-nephropathy',
      'guidance-completion',
      'guidance-equivalent',
      'guidance-level',
      'guidance-support',
      'metabolic-syndrome',
      'outreach-tier',
      'referral',
      'required-items',
      'value-choice',
    ]);
  });

  test.each(rules.filter(isAskable).map((rule) => [rule.name, rule] as const))(
    '%s takes nothing at all and answers that it is undecidable',
    async (_, rule) => {
      const [answer] = await ask(rule, '{}');
      expect(answer).toMatchObject({ level: 'undecidable' });
    },
  );

  test.each(rules.map((rule) => [rule.name, rule] as const))(
    '%s: what is not confirmed is a parameter, told with its value',
    (_, rule) => {
      const unconfirmed = Object.keys(rule.contract.unconfirmed);
      expect(Object.keys(rule.contract.parameters)).toEqual(expect.arrayContaining(unconfirmed));
      const set = parametersOn(rule, on)!;
      const { unconfirmed: told } = ruleUsed(rule, set);
      expect(Object.keys(told)).toEqual(unconfirmed);
      for (const value of Object.values(told)) expect(value).not.toBeNull();
      expect(JSON.stringify(aboutRule(rule, set))).not.toMatch(/\{\w+\}|undefined/);
      if (isAskable(rule)) expect(keysOf(rule).length).toBeGreaterThan(1);
    },
  );
});
