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

test('items are written as the form has them: methods, ranges, states, series', () => {
  const nothing = { number: null, choice: null, system: null, text: null, flag: null };
  const measured = { ...nothing, state: 'measured' as const };
  const document = checkupDocument(header, identity, author, [
    { ...measured, code: '2A020161001930149', text: '貧血の疑い' },
    { ...measured, code: '2A030000001930101', number: 14.25 },
    { ...nothing, code: '2A040000001930102', state: 'not_performed' },
    { ...measured, code: '3F070000002327101', number: 600, flag: 'H' },
    { ...measured, code: '1A010000000191111', choice: '1', system: '2102' },
    { ...nothing, code: '9N011000000000001', state: 'not_measurable' },
    { ...measured, code: '9E160162100000001', number: 1.2 },
  ]);
  const oid = '1.2.392.200119.6.';
  const observation = '<observation classCode="OBS" moodCode="EVN"';
  const code = (item: string) => `<code code="${item}" codeSystem="${oid}1005"/>`;
  const entries = [
    `${observation}>${code('9N011000000000001')}<value xsi:type="PQ" nullFlavor="NI"/></observation>`,
    `${observation}>${code('3F070000002327101')}<value xsi:type="CD" code="H" codeSystem="2.16.840.1.113883.5.83"/>` +
      `<value xsi:type="PQ" value="600" unit="mg/dL"/><methodCode code="3F07010000" codeSystem="${oid}1007"/></observation>`,
    `${observation}>${code('1A010000000191111')}<value xsi:type="CO" code="1" codeSystem="${oid}2102"/>` +
      `<methodCode code="1A01010000" codeSystem="${oid}1007"/></observation>`,
    `${observation}><code nullFlavor="NA"/>` +
      `<entryRelationship typeCode="COMP">${observation} negationInd="true">${code('2A040000001930102')}</observation></entryRelationship>` +
      `<entryRelationship typeCode="COMP">${observation}>${code('2A030000001930101')}<value xsi:type="PQ" value="14.3" unit="g/dL"/></observation></entryRelationship>` +
      `<entryRelationship typeCode="RSON">${observation}>${code('2A020161001930149')}<value xsi:type="ST">貧血の疑い</value></observation></entryRelationship></observation>`,
  ];
  expect(document).toContain(
    `<text/>${entries.map((entry) => `<entry>${entry}</entry>`).join('')}</section>`,
  );
});
