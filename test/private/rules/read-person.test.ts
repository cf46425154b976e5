import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personKeys } from '#private/rules/person-keys.ts';
import { readPerson } from '#private/rules/read-person.ts';
import { UserError } from '#shared/errors.ts';

const read = (person: unknown) => readPerson(JSON.stringify(person), 7);

/** What a line is refused with. */
function refusal(text: string): UserError {
  try {
    readPerson(text, 7);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('the line was taken');
}

describe('a person of one line', () => {
  test('fills the columns of a rule', () => {
    const person = {
      sex: 'female',
      age: 52,
      waist: 85,
      bmi: 24.9,
      vfa: 99.5,
      fpg: 99,
      hba1c: 5.6,
      hdl: 45,
      sbp: 129,
      dbp: 84,
      height: 160.5,
      weight: 60,
      smoker: true,
      medication: { bp: true, glucose: false, lipid: null },
      casualGlucose: null,
    };
    expect(read(person)).toEqual({
      sex: 'female',
      age: 52,
      waist_cm: 85,
      bmi: 24.9,
      visceral_fat_cm2: 99.5,
      fpg: 99,
      hba1c: 5.6,
      hdl: 45,
      sbp: 129,
      dbp: 84,
      height_cm: 160.5,
      weight_kg: 60,
      smoking: 'current',
      medication_bp: true,
      medication_glucose: false,
    });
  });

  test.each([
    [true, 'current'],
    [false, 'no'],
    ['current', 'current'],
    ['former', 'former'],
    ['no', 'no'],
  ])('smoker %s', (smoker, smoking) => expect(read({ smoker })).toEqual({ smoking }));

  test.each([
    [10, 'fasting'],
    [9.9, 'between'],
    [3.5, 'between'],
    [3.4, 'after'],
    [0, 'after'],
  ])('%s hours since the meal', (hoursSinceMeal, meal_time) =>
    expect(read({ hoursSinceMeal })).toEqual({ meal_time }),
  );

  test.each([
    ['said to be fasting', { tgFasting: true, hoursSinceMeal: 2 }, 'tg_fasting'],
    ['said not to be', { tgFasting: false, hoursSinceMeal: 12, fpg: 90 }, 'tg_casual'],
    ['10 hours since the meal', { hoursSinceMeal: 10 }, 'tg_fasting'],
    ['9.9 hours since the meal', { hoursSinceMeal: 9.9, fpg: 90 }, 'tg_casual'],
    ['a fasting glucose of the same blood', { fpg: 90 }, 'tg_fasting'],
    ['nothing that tells', {}, undefined],
  ])('triglycerides with %s', (_, more, column) => {
    const { tg_fasting, tg_casual } = read({ tg: 160, ...more });
    expect({ tg_fasting, tg_casual }).toEqual(
      column === undefined ? {} : { tg_fasting: undefined, tg_casual: undefined, [column]: 160 },
    );
  });

  test.each([
    ['-', 1],
    ['±', 2],
    ['+', 3],
    ['1+', 3],
    ['2+', 4],
    ['+++', 5],
  ])('urine strip %s', (urineProtein, urine_protein) =>
    expect(read({ urineProtein })).toEqual({ urine_protein }),
  );
});

describe('what is refused', () => {
  test.each([
    ['age', 39.5],
    ['age', -1],
    ['age', 121],
    ['age', '52'],
    ['sex', 'M'],
    ['sex', 'toString'],
    ['waist', 29.9],
    ['waist', 300.1],
    ['waist', true],
    ['sbp', [120]],
    ['tgFasting', 'yes'],
    ['smoker', 'sometimes'],
    ['hoursSinceMeal', -0.1],
    ['medication', true],
    ['medication', ['bp']],
    ['medication', { bp: 'yes' }],
    ['medication', { heart: true }],
    ['urineProtein', 3],
  ])('%s: %j, with line, key and what is expected', (key, value) => {
    const error = refusal(JSON.stringify({ [key]: value }));
    expect(error).toMatchObject({
      code: 'INPUT_UNREADABLE',
      data: { line: 7, key, expected: personKeys[key]!.expects.en },
    });
    expect(error.text.ja).toContain(`7 行目の ${key} `);
    expect(error.hint?.ja).toContain(personKeys[key]!.expects.ja);
  });

  test('an unknown key by its name, one that is no word by its place', () => {
    expect(refusal('{"sex":"male","cholesterol":200}').data).toEqual({ line: 7, key: 'cholesterol' });
    const odd = refusal('{"sex":"male","見本太郎":200}');
    expect(odd.data).toEqual({ line: 7, place: 2 });
    expect(JSON.stringify([odd.text, odd.hint])).not.toContain('見本');
    expect(refusal('{"__proto__":{"age":1}}').data).toMatchObject({ line: 7 });
  });

  test.each(['{"sex":', '見本太郎', '[{"sex":"male"}]', '52', 'null', '{"sex":"male"} {}'])(
    'no object: %s',
    (text) => expect(refusal(text)).toMatchObject({ code: 'INPUT_UNREADABLE', data: { line: 7 } }),
  );

  test('never says what stood there', () => {
    const secret = fc.string({ minLength: 6, maxLength: 20 }).map((text) => `見本${text}`);
    const key = fc.constantFrom(...Object.keys(personKeys));
    fc.assert(
      fc.property(secret, key, fc.boolean(), (value, name, whole) => {
        const error = refusal(whole ? value : JSON.stringify({ [name]: value }));
        const told = JSON.stringify([error.message, error.text, error.hint, error.data, String(error.cause)]);
        expect(told).not.toContain('見本');
      }),
      { numRuns: 200 },
    );
  });
});
