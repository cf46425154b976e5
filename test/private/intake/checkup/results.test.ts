import { expect, test } from 'vitest';
import { checkupItems } from '#private/intake/checkup/items.ts';
import { type CheckupResults, readResults } from '#private/intake/checkup/results.ts';
import { convertUnit } from '#private/intake/checkup/units.ts';
import { isFault, parseXml, type XmlElement } from '#private/intake/xml.ts';
import { cd, hc08, notMeasurable, notPerformed, observation, pq, st } from './make.ts';

function parsed(text: string): XmlElement {
  const result = parseXml(Buffer.from(text));
  if (isFault(result)) throw new Error(`fault ${result.fault}`);
  return result;
}

const resultsOf = (...entries: string[]): CheckupResults => readResults(parsed(hc08({ entries })));
const only = (entry: string) => {
  const { results, noticed } = resultsOf(entry);
  return { result: results[0], findings: noticed.map(({ code }) => code) };
};

const height = '9N001000000000001';
const smoking = '9N736000000000011';
const list = '1.2.392.200119.6.';
const beyond = (code: string) => `<value xsi:type="CD" code="${code}" codeSystem="2.16.840.1.113883.5.83"/>`;

test.each([
  ['number', pq(height, '170.5', 'cm'), { state: 'measured', number: 170.5, unit: 'cm' }, []],
  [
    'number with blanks and full-width digits',
    pq(height, ' １７０.５ ', 'cm'),
    { state: 'measured', number: 170.5, unit: 'cm' },
    [],
  ],
  [
    'number without unit',
    observation(height, '<value xsi:type="PQ" value="170"/>'),
    { state: 'measured', number: 170 },
    [],
  ],
  [
    'unit in other letter case',
    pq('3F070000002327101', '60', 'MG/dl'),
    { state: 'measured', number: 60, unit: 'mg/dL' },
    [],
  ],
  [
    'prefixed type',
    observation(height, '<value xsi:type="hl7:PQ" value="170" unit="cm"/>'),
    { state: 'measured', number: 170, unit: 'cm' },
    [],
  ],
  [
    'no type: number',
    observation(height, '<value value="170" unit="cm"/>'),
    { state: 'measured', number: 170, unit: 'cm' },
    [],
  ],
  [
    'no type: choice',
    observation(smoking, '<value code="1"/>'),
    { state: 'measured', choice: '1', choiceSystem: '24060' },
    [],
  ],
  [
    'no type: text',
    observation('9N061160800000049', '<value> 頭痛 </value>'),
    { state: 'measured', text: '頭痛' },
    [],
  ],
  ['not performed', notPerformed(height), { state: 'not_performed' }, []],
  [
    'not performed, value left in',
    observation(height, '<value xsi:type="PQ" value="1" unit="cm"/>', ' negationInd="1"'),
    { state: 'not_performed' },
    [],
  ],
  [
    'negation false',
    observation(height, '<value xsi:type="PQ" value="1" unit="cm"/>', ' negationInd="false"'),
    { state: 'measured', number: 1, unit: 'cm' },
    [],
  ],
  ['not measurable', notMeasurable(height), { state: 'not_measurable' }, []],
  [
    'choice of the list in force',
    cd(smoking, '2', `${list}24060`),
    { state: 'measured', choice: '2', choiceSystem: '24060' },
    [],
  ],
  [
    'choice of the former list',
    cd(smoking, '2', `${list}2003`),
    { state: 'measured', choice: '2', choiceSystem: '2003' },
    [],
  ],
  [
    'ordered choice',
    cd('1A020000000191111', '5', `${list}2102`, 'CO'),
    { state: 'measured', choice: '5', choiceSystem: '2102' },
    [],
  ],
  [
    'nominal instead of ordered',
    cd('1A020000000191111', '5', `${list}2102`),
    { state: 'measured', choice: '5', choiceSystem: '2102' },
    [],
  ],
  [
    'beyond range, exact value known',
    observation(height, `${beyond('H')}<value xsi:type="PQ" value="251" unit="cm"/>`),
    { state: 'measured', flag: 'H', number: 251, unit: 'cm' },
    [],
  ],
  ['beyond range only', observation(height, beyond('L')), { state: 'measured', flag: 'L' }, []],
  [
    'the exact value before its flag',
    observation(height, `<value xsi:type="PQ" value="251" unit="cm"/>${beyond('H')}`),
    { state: 'measured', flag: 'H', number: 251, unit: 'cm' },
    [],
  ],
  [
    'a flag without a code system, of a number',
    observation(height, '<value xsi:type="CD" code="L"/>'),
    { state: 'measured', flag: 'L' },
    [],
  ],
  [
    'retired item',
    cd('9N761000000000011', '1', `${list}2003`),
    { state: 'measured', choice: '1', choiceSystem: '2003' },
    [],
  ],
])('reads %s', (_name, entry, expected, findings) => {
  const read = only(entry);
  const { itemCode, ...rest } = read.result ?? {};
  expect(rest).toEqual(expected);
  expect(read.findings).toEqual(findings);
});

test.each([
  ['no value at all', observation(height, ''), 'checkup_no_value', false],
  ['an empty text', st('9N061160800000049', ' '), 'checkup_no_value', false],
  ['a choice without code', observation(smoking, '<value xsi:type="CD"/>'), 'checkup_no_value', false],
  ['letters for a number', pq(height, '１７O', 'cm'), 'checkup_unreadable_number', false],
  ['an exponent', pq(height, '1e3', 'cm'), 'checkup_unreadable_number', false],
  ['an endless number', pq(height, '9'.repeat(400), 'cm'), 'checkup_unreadable_number', false],
  ['an empty number', pq(height, '', 'cm'), 'checkup_unreadable_number', false],
  [
    'an unreadable number beside a flag',
    observation(height, `${beyond('H')}<value xsi:type="PQ" value="x"/>`),
    'checkup_unreadable_number',
    true,
  ],
  ['a text for a number', st(height, '170'), 'checkup_unexpected_type', true],
  ['another unit', pq('3F070000002327101', '1.5', 'meq/L'), 'checkup_unit_differs', true],
  ['a unit that can be converted', pq('3F070000002327101', '1.5', 'mmol/L'), 'checkup_unit_converted', true],
  ['a choice beyond the list', cd(smoking, '4', `${list}24060`), 'checkup_unknown_choice', true],
  ['a choice beyond the former list', cd(smoking, '3', `${list}2003`), 'checkup_unknown_choice', true],
  ['a list of another item', cd(smoking, '1', `${list}2102`), 'checkup_unknown_choice', true],
  ['an item we do not list', pq('9Z001000000000001', '1', 'x'), 'checkup_unlisted_item', true],
])('notes %s', (_name, entry, finding, kept) => {
  const { result, findings } = only(entry);
  expect(findings).toEqual([finding]);
  expect(result !== undefined).toBe(kept);
});

test('a value in a unit without a known factor never becomes a number', () => {
  const { result } = only(pq('3F070000002327101', '1.5', 'meq/L'));
  expect(result).toMatchObject({ state: 'measured', text: '1.5', unit: 'meq/L' });
  expect(result).not.toHaveProperty('number');
});

test.each([
  ['3D010000001926101', '5.5', 'mmol/L', 99.088],
  ['3F015000002327101', '1.7', 'mmol/L', 150.569],
  ['3C015000002327101', '88.4', 'umol/L', 1],
  ['3D046000001906202', '42', 'mmol/mol', 5.9942],
  ['9A751000000000001', '120', 'mmHg', 120],
  ['9A751000000000001', '16', 'kPa', 120.0099],
  ['2A020000001930101', '4.5', '10*6/uL', 450],
  ['2A050000001930101', '230', '10*3/uL', 23],
  ['2A010000001930101', '6.1', '10*3/uL', 6100],
  [height, '1.705', 'm', 170.5],
  [height, '170', '㎝', 170],
  ['3D010000001926101', '99', 'ｍｇ／ｄｌ', 99],
  ['3C015000002327101', '88.4', 'μmol/L', 1],
  ['9N016160100000001', '850', 'mm', 85],
])('%s of %s %s is converted to %d', (code, number, unit, expected) => {
  const { result } = only(pq(code, number, unit));
  expect(result?.number).toBeCloseTo(expected, 3);
  expect(result?.unit).toBe(checkupItems().get(code)?.unit);
});

test('a factor of one analyte is not used for another', () => {
  expect(convertUnit(1, 'mmol/L', { unit: 'mg/dL', analyte: '3B035' })).toBeUndefined();
  expect(convertUnit(1, 'mmol/L', { unit: 'mg/dL', analyte: '3D010' })).toBe(18.016);
});

test('a series group: its items are found, the group itself is none', () => {
  const group = `<observation classCode="OBS"><code nullFlavor="NA"/>
    <entryRelationship typeCode="COMP">${pq('2A040000001930102', '42.1', '%')}</entryRelationship>
    <entryRelationship typeCode="COMP">${pq('2A030000001930101', '14.2', 'g/dL')}</entryRelationship>
    <entryRelationship typeCode="RSON">${st('2A020161001930149', '医師の判断')}</entryRelationship>
  </observation>`;
  const { results, noticed } = resultsOf(group, pq(height, '170', 'cm'));
  expect(results.map(({ itemCode }) => itemCode)).toEqual([
    '2A040000001930102',
    '2A030000001930101',
    '2A020161001930149',
    height,
  ]);
  expect(noticed).toEqual([]);
});

test('of a repeated item the first is kept, whatever its state; methods of one test are different items', () => {
  const { results, noticed } = resultsOf(
    notPerformed(height),
    pq(height, '170', 'cm'),
    pq('3D010000001926101', '99', 'mg/dL'),
    pq('3D010000001999901', '101', 'mg/dL'),
  );
  expect(results.map(({ itemCode, state, number }) => [itemCode, state, number])).toEqual([
    [height, 'not_performed', undefined],
    ['3D010000001926101', 'measured', 99],
    ['3D010000001999901', 'measured', 101],
  ]);
  expect(noticed).toEqual([{ code: 'checkup_repeated_item', item: height, line: 15, count: 1 }]);
});

test('names of physicians and results of cancer screening are not kept, wherever they stand', () => {
  const judgement = observation(
    '9N511000000000049',
    '<value xsi:type="ST">異常なし</value><author><assignedAuthor><assignedPerson><name>カナリヤ医師</name></assignedPerson></assignedAuthor></author>',
  );
  const { results, noticed } = resultsOf(
    judgement,
    st('9N516000000000049', 'カナリヤ医師'),
    cd('9N581161300000011', '1', `${list}2141`),
  );
  expect(results.map(({ itemCode, text }) => [itemCode, text])).toEqual([['9N511000000000049', '異常なし']]);
  expect(JSON.stringify([...results, ...noticed])).not.toContain('カナリヤ');
});

test('observations and values of another namespace are no items', () => {
  const { results } = resultsOf(
    `<f:observation xmlns:f="urn:foreign"><f:code code="${height}"/><f:value value="1"/></f:observation>`,
    observation(
      height,
      '<f:value xmlns:f="urn:foreign" value="1"/><value xsi:type="PQ" value="170" unit="cm"/>',
    ),
  );
  expect(results.map(({ number }) => number)).toEqual([170]);
});

test('entries without an item code and narrative text are no items', () => {
  const { results } = resultsOf(
    '<observation><code nullFlavor="NA"/></observation>',
    '<act><code code="x"/></act>',
  );
  expect(results).toEqual([]);
});
