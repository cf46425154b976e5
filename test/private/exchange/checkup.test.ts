import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkupDocument, type Result } from '#private/exchange/checkup.ts';
import { itemForms } from '#private/exchange/items.ts';
import { readHeader } from '#private/intake/checkup/header.ts';
import { checkupItems } from '#private/intake/checkup/items.ts';
import { readResults } from '#private/intake/checkup/results.ts';
import { validateDocument } from '#private/intake/checkup/schema/validate.ts';
import { author, header, identity, parsed } from './make.ts';

/** Any result that may be kept of one reported item. */
function resultOf(code: string): fc.Arbitrary<Result> {
  const { type = '', system = '', choices } = checkupItems().get(code) ?? {};
  const decimals = itemForms().get(code)?.decimals ?? 0;
  const nothing = { code, number: null, choice: null, system: null, text: null, flag: null };
  const number = fc.integer({ min: 0, max: 99999 }).map((value) => value / 10 ** decimals);
  const measured =
    type === 'PQ'
      ? fc.oneof(
          number.map((value) => ({ ...nothing, number: value })),
          fc.record({ flag: fc.constantFrom('H', 'L'), number }).map((beyond) => ({ ...nothing, ...beyond })),
          fc.constantFrom('H', 'L').map((flag) => ({ ...nothing, flag })),
        )
      : type === 'ST'
        ? fc
            .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
            .map((words) => words.replace(/[\p{Cc}\u2028\ufffe\uffff]/gu, 'x').trim())
            .filter((words) => words !== '')
            .map((text) => ({ ...nothing, text }))
        : fc
            .constantFrom(...(choices?.get(system) ?? ['1']))
            .map((choice) => ({ ...nothing, choice, system }));
  return fc.oneof(
    { weight: 4, arbitrary: measured.map((values) => ({ ...values, state: 'measured' as const })) },
    { weight: 1, arbitrary: fc.constant({ ...nothing, state: 'not_performed' as const }) },
    { weight: 1, arbitrary: fc.constant({ ...nothing, state: 'not_measurable' as const }) },
  );
}

const results = fc
  .shuffledSubarray([...itemForms().keys()], { minLength: 1 })
  .chain((codes) => fc.tuple(...codes.map(resultOf)));

/** As the reader tells a result: what is null is not told, and the unit is the listed one. */
function asRead({ code, state, number, choice, system, text, flag }: Result) {
  const unit = checkupItems().get(code)?.unit;
  const told = { number, choice, choiceSystem: system, text, flag };
  return {
    itemCode: code,
    state,
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)),
    ...(number !== null && unit ? { unit } : {}),
  };
}

test('whatever is written is read back as it was, in all three states', () => {
  fc.assert(
    fc.property(results, (written) => {
      const document = parsed(checkupDocument(header, identity, author, written));
      expect(validateDocument(document)).toEqual([]);
      const read = readResults(document);
      expect(read.noticed).toEqual([]);
      const place = (code: string) => itemForms().get(code)?.place ?? -1;
      const expected = written.toSorted((a, b) => place(a.code) - place(b.code)).map(asRead);
      expect(read.results.toSorted((a, b) => place(a.itemCode) - place(b.itemCode))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('the header is read back as it was', () => {
  expect(readHeader(parsed(checkupDocument(header, identity, author, [])))).toEqual({
    symbol: '９９９',
    number: '4711',
    branch: '01',
    kana: 'カナリヤ　ミホン',
    birthDate: '1970-04-01',
    sex: '1',
    day: '2025-06-10',
    category: '10',
    institution: '1310000001',
    program: '010',
    insurer: '06999991',
  });
});
