import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as cda from '#private/intake/checkup/schema/cda.ts';
import * as exchangeGrammars from '#private/intake/checkup/schema/exchange.ts';
import { type Grammar, shapeOf } from '#private/intake/checkup/schema/grammar.ts';
import {
  type SchemaFinding,
  schemaTypeOf,
  validateDocument,
} from '#private/intake/checkup/schema/validate.ts';
import { isFault, parseXml, type XmlElement } from '#private/intake/xml.ts';
import {
  act,
  cc08,
  gc08,
  hc08,
  hg08,
  int,
  ix08,
  minutes,
  notMeasurable,
  notPerformed,
  observation,
  oldNamespace,
  pq,
  section,
  st,
  su08,
} from './make.ts';

function parsed(text: string): XmlElement {
  const result = parseXml(Buffer.from(text));
  if (isFault(result)) throw new Error(`fault ${result.fault}`);
  return result;
}
const faults = (text: string) => validateDocument(parsed(text)).map(({ path, expected }) => [path, expected]);

const guidance = hg08({}, [
  section('90030', [act('20250611', '1', '2', [minutes('1022000013', 20), int('1021001059', 20, 'INT')])]),
]);
const series = `<observation classCode="OBS" moodCode="EVN"><code nullFlavor="NA"/><entryRelationship typeCode="COMP">${pq('2A040000001930102', '42.1', '%')}</entryRelationship></observation>`;
const measured = observation(
  '9N001000000000001',
  '<value xsi:type="PQ" value="170" unit="cm"/><interpretationCode code="N"/><methodCode code="x"/><referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="1" unit="cm"/></value></observationRange></referenceRange>',
);

test.each([
  ['ix08', ix08(1)],
  ['ix08', ix08(99_999_999, oldNamespace, '2')],
  ['su08', su08(1)],
  ['cc08', cc08()],
  ['gc08', gc08()],
  ['hc08', hc08({ branch: '01', entries: [measured, series, notPerformed('9A751000000000001')] })],
  ['hc08', hc08({ entries: [notMeasurable('9A751000000000001'), st('9N061160800000049', 'x')] })],
  ['hg08', guidance],
])('%s as it should be has no fault', (type, text) => {
  expect(schemaTypeOf(parsed(text))).toBe(type);
  expect(faults(text)).toEqual([]);
});

const body = '/ClinicalDocument/component/structuredBody/component/section';
const settlement = '/checkupClaim/settlement';
test.each([
  ['an element missing', ix08(1).replace('<creationTime value="20250702"/>', ''), '/index', 'creationTime'],
  ['an attribute missing', ix08(1).replace(' value="20250702"', ''), '/index/creationTime', '@value: day'],
  ['a day that is none', ix08(1).replace('20250702', '20251302'), '/index/creationTime', '@value: day'],
  ['a code beyond its list', ix08(1, undefined, '10'), '/index/serviceEventType', '@code: 1..9'],
  ['too many records', ix08(100_000_000), '/index/totalRecordCount', '@value: 0..99999999'],
  [
    'a number of 9 digits',
    ix08(1).replace('1310000001', '131000001'),
    '/index/sender/id',
    '@extension: party',
  ],
  ['an element too many', ix08(1).replace('</index>', '<x/></index>'), '/index', 'nothing'],
  ['text between elements', ix08(1).replace('</index>', 'x</index>'), '/index', 'text: none'],
  [
    'an attribute too many',
    ix08(1).replace('<sender>', '<sender x="1">'),
    '/index/sender',
    'no other attribute',
  ],
  [
    'an element of another namespace',
    su08(1).replace('<totalSubjectCount', '<totalSubjectCount xmlns="urn:x"'),
    '/summary',
    'totalSubjectCount',
  ],
  ['yen of 10 digits', su08(1, undefined, 1_000_000_000), '/summary/totalCostAmount', '@value: 0..999999999'],
  [
    'another currency',
    cc08().replace('JPY', 'USD'),
    `${settlement}/unitPriceBasic/amount`,
    '@currency: =JPY',
  ],
  [
    'a claim out of order',
    cc08().replace(/(<checkupCard\/>)(<settlement>.*<\/settlement>)/, '$2$1'),
    '/checkupClaim',
    'checkupCard',
  ],
  [
    'a postal code without hyphen',
    gc08().replace('000-0000', '0000000'),
    '/healthGuidanceClaim/subjectPerson/addr/postalCode',
    'text: postal',
  ],
  [
    'a symbol of 21 characters',
    cc08().replace('９９９', '９'.repeat(21)),
    '/checkupClaim/subjectPerson/insuranceCard/symbol',
    '@extension: up-to-20-characters',
  ],
  [
    'a percentage over 100',
    gc08().replace('"50"', '"101"'),
    '/healthGuidanceClaim/settlement/paymentRate',
    '@value: 0..100',
  ],
  ['no type id', hc08().replace(/<typeId[^>]*>/, ''), '/ClinicalDocument', 'typeId'],
  [
    'a header out of order',
    hc08().replace(/(<author>.*<\/author>)(<custodian>.*<\/custodian>)/, '$2$1'),
    '/ClinicalDocument',
    'author',
  ],
  [
    'a list of report codes of another kind',
    hc08().replace('119.6.1001', '119.6.1002'),
    '/ClinicalDocument/code',
    '@codeSystem: =1.2.392.200119.6.1001',
  ],
  [
    'no class of an observation',
    hc08().replace(' classCode="OBS"', ''),
    `${body}/entry/observation`,
    '@classCode: code',
  ],
  [
    'a value without type',
    hc08().replace(' xsi:type="PQ"', ''),
    `${body}/entry/observation/value`,
    '@xsi:type: data-type',
  ],
  [
    'letters for a number',
    hc08().replace('"170.5"', '"x"'),
    `${body}/entry/observation/value`,
    '@value: number',
  ],
  [
    'a negation that is no truth value',
    hc08({ entries: [notPerformed('9A751000000000001').replace('"true"', '"1"')] }),
    `${body}/entry/observation`,
    '@negationInd: boolean',
  ],
  [
    'an act in a checkup',
    hc08({ entries: ['<act classCode="ACT" moodCode="EVN"><code code="1"/></act>'] }),
    `${body}/entry`,
    'observation',
  ],
  ['no code of a guidance section', guidance.replace('<code code="90030"/>', ''), body, 'code'],
  [
    'no event of guidance',
    guidance.replace(/<documentationOf>[\s\S]*<\/documentationOf>/, ''),
    '/ClinicalDocument',
    'documentationOf',
  ],
  [
    'guidance without a mood',
    guidance.replace(' moodCode="EVN"', ''),
    `${body}/entry/act`,
    '@moodCode: code',
  ],
])('%s', (_name, text, path, expected) => {
  expect(faults(text)).toContainEqual([path, expected]);
});

test('a type can be demanded; something else has no schema', () => {
  expect(validateDocument(parsed(su08(1)), 'ix08')).toEqual([{ line: 1, path: '/', expected: 'index' }]);
  expect(validateDocument(parsed('<html/>'))).toEqual([
    { line: 1, path: '/', expected: 'a document of the V08 schemas' },
  ]);
});

test('what stands in a document is never told', () => {
  const names = ['カナリヤ', '9753'];
  const places = [
    hc08().replace('<typeId', '<カナリヤ>9753</カナリヤ><typeId'),
    hc08().replace('classCode="OBS"', 'カナリヤ="9753"'),
    hc08().replace('"170.5"', '"カナリヤ9753"'),
    cc08({}, 'カナリヤ9753'),
  ];
  for (const text of places) {
    const found = JSON.stringify(validateDocument(parsed(text)));
    expect(found).not.toBe('[]');
    for (const name of names) expect(found).not.toContain(name);
  }
});

test('every type a grammar names is defined, every kind of value known', () => {
  for (const grammar of [...Object.values(cda), ...Object.values(exchangeGrammars)] as Grammar[]) {
    const defined = new Set(Object.keys(grammar.types));
    expect(defined).toContain(grammar.root);
    for (const definition of Object.values(grammar.types)) {
      for (const { types, least, most } of shapeOf(definition).parts) {
        expect(most).toBeGreaterThanOrEqual(Math.max(least, 1));
        for (const type of types.values()) expect(defined).toContain(type);
      }
      for (const type of Object.values(definition.byDataType ?? {})) expect(defined).toContain(type);
    }
  }
});

const lawful = [ix08(1), su08(1), cc08(), gc08(), hc08({ entries: [measured, series] }), guidance];

/** All elements of a document, in order. */
function elements(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(elements)];
}

/** A copy in which the element at a place is dropped, doubled or swapped with its neighbour. */
function broken(text: string, place: number, how: 'drop' | 'double'): XmlElement {
  const root = parsed(text);
  const all = elements(root).slice(1);
  const chosen = all[place % all.length];
  const rebuild = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children.flatMap((child) =>
      child === chosen ? (how === 'drop' ? [] : [rebuild(child), rebuild(child)]) : [rebuild(child)],
    ),
  });
  return rebuild(root);
}

test('a claim or index with one element dropped or doubled is never valid, where the schema demands one', () => {
  const optional =
    /branchCode|symbol|checkupCardId|pointCount|unitPrice|receiver|effectiveTime|paymentByOther/;
  fc.assert(
    fc.property(
      fc.constantFrom(ix08(1), su08(1), cc08(), gc08()),
      fc.nat(60),
      fc.constantFrom('drop', 'double'),
      (text, place, how) => {
        const all = elements(parsed(text)).slice(1);
        const chosen = all[place % all.length]!;
        const repeatable = /unitPriceDetail|unitPriceOther/.test(chosen.name);
        fc.pre(how === 'drop' ? !optional.test(chosen.name) : !repeatable);
        expect(validateDocument(broken(text, place, how))).not.toEqual([]);
      },
    ),
    { numRuns: 300, seed: 20261121 },
  );
});

test('whatever is dropped or doubled, validating ends and names only places of the schema', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lawful),
      fc.nat(200),
      fc.constantFrom('drop', 'double'),
      (text, place, how) => {
        const found: SchemaFinding[] = validateDocument(broken(text, place, how));
        for (const { path, line } of found) {
          expect(path).toMatch(/^(\/[A-Za-z]+)+$/);
          expect(line).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 300, seed: 20261121 },
  );
});
