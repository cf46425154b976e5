import { expect, test } from 'vitest';
import { ageOnDay } from '#private/intake/checkup/age.ts';
import { readHeader } from '#private/intake/checkup/header.ts';
import { checkupItems, guidanceItems } from '#private/intake/checkup/items.ts';
import { documentKind, kindByName } from '#private/intake/checkup/kinds.ts';
import { isFault, parseXml, type XmlElement } from '#private/intake/xml.ts';
import { loadReference } from '#shared/lists.ts';
import { cc08, gc08, hc08, hg08, ix08, oldNamespace, type Person, su08 } from './make.ts';

function parsed(text: string): XmlElement {
  const result = parseXml(Buffer.from(text));
  if (isFault(result)) throw new Error(`fault ${result.fault}`);
  return result;
}

test('takes every mark from where the format puts it', () => {
  expect(readHeader(parsed(hc08({ branch: '01', day: '20250610123000' })))).toEqual({
    symbol: '９９９',
    number: '4711',
    branch: '01',
    kana: 'カナリヤ　ミホン',
    birthDate: '1970-04-01',
    sex: '1',
    day: '2025-06-10',
    institution: '1310000001',
    program: '010',
    category: '10',
    insurer: '06999991',
  });
});

test('marks are told apart by the root of their id, not by their order', () => {
  const text = hc08();
  const swapped = text.replace(/(<id root="[^"]*204"[^>]*>)(<id root="[^"]*205"[^>]*>)/, '$2$1');
  expect(swapped).not.toBe(text);
  expect(readHeader(parsed(swapped))).toEqual(readHeader(parsed(text)));
});

test('elements of another namespace are not taken for those of the format', () => {
  const foreign = '<f:id xmlns:f="urn:foreign" root="1.2.392.200119.6.205" extension="1"/>';
  const text = hc08().replace('<patientRole>', `<patientRole>${foreign}`);
  expect(readHeader(parsed(text))).toMatchObject({ number: '4711' });
});

test('a name in parts and a date of examination as an interval are read too', () => {
  const text = hc08({ name: '<family>カナリヤ</family><given>ミホン</given>', day: undefined }).replace(
    '<performer ',
    '<effectiveTime><low value="20250611"/></effectiveTime><performer ',
  );
  expect(readHeader(parsed(text))).toMatchObject({ kana: 'カナリヤミホン', day: '2025-06-11' });
});

test.each<[string, Person]>([
  ['checkup_insurer', { insurer: undefined }],
  ['checkup_insurer', { insurer: '0699999a' }],
  ['checkup_insurer', { insurer: '106999991' }],
  ['checkup_number', { number: undefined }],
  ['checkup_number', { number: ' ' }],
  ['checkup_sex', { sex: undefined }],
  ['checkup_sex', { sex: '9' }],
  ['checkup_birth', { birth: undefined }],
  ['checkup_birth', { birth: '19700229' }],
  ['checkup_birth', { birth: '197004' }],
  ['checkup_day', { day: undefined }],
  ['checkup_day', { day: '20251301' }],
  ['checkup_day', { day: '19700331' }],
])('%s: %j', (fault, person) => {
  expect(readHeader(parsed(hc08(person)))).toEqual({ fault, line: expect.any(Number) });
});

test.each([
  ['1970-04-01', '2025-03-31', 54],
  ['1970-04-01', '2025-04-01', 55],
  ['1970-04-02', '2025-04-01', 54],
  ['1970-04-02', '2025-04-02', 55],
  ['1970-06-01', '2025-05-31', 54],
  ['1970-06-01', '2025-06-01', 55],
  ['1972-02-29', '2025-02-28', 52],
  ['1972-02-29', '2025-03-01', 53],
  ['1972-02-29', '2024-02-28', 51],
  ['1972-02-29', '2024-02-29', 52],
  ['2025-06-10', '2025-06-10', 0],
])('born %s, examined %s: %i years old', (birth, day, age) => {
  expect(ageOnDay(birth, day)).toBe(age);
});

test.each([
  ['index', ix08(1)],
  ['index', ix08(1, oldNamespace)],
  ['summary', su08(1)],
  ['summary', su08(1, oldNamespace)],
  ['claim', cc08()],
  ['claim', gc08()],
  ['guidance', hg08()],
  ['checkup', hc08()],
  ['checkup', hc08({ program: '020', category: '40' })],
  ['guidance', hc08({ program: '100' })],
  ['guidance', hc08({ category: '22' })],
  ['guidance', hc08({ category: '30' })],
  ['other', '<index xmlns="urn:other"/>'],
  ['other', '<index/>'],
  ['other', '<ClinicalDocument/>'],
  ['other', '<html xmlns="urn:hl7-org:v3"/>'],
])('%s by content', (kind, text) => {
  expect(documentKind(parsed(text))).toBe(kind);
});

test.each([
  ['index', 'a/ix08_V08.xml'],
  ['index', 'IX08_V08.XML'],
  ['summary', 'a\\su08.xml'],
  ['claim', 'a/CLAIMS/c1.xml'],
  ['checkup', 'a/data/x1.xml'],
  ['checkup', 'h131.xml'],
  ['guidance', 'a/g131.xml'],
  ['other', 'a/readme.xml'],
])('%s by name where the content is broken: %s', (kind, name) => {
  expect(kindByName(name)).toBe(kind);
});

test('the item list: codes of 17 characters, types and options that fit together, ranks without gaps', () => {
  const rows = loadReference('checkup-items');
  expect(rows.length).toBe(checkupItems().size);
  const ranks = new Map<string, Set<number>>();
  for (const { code = '', ja, en, wide = '', rank, type = '', unit, system, choices } of rows) {
    expect(code).toMatch(/^[0-9A-Z]{17}$/);
    expect(ja).toMatch(/\S/);
    expect(en).toMatch(/\S/);
    expect(['PQ', 'CD', 'CO', 'ST']).toContain(type);
    expect(system !== '').toBe(type === 'CD' || type === 'CO');
    expect(choices !== '').toBe(system !== '');
    if (type !== 'PQ') expect(unit).toBe('');
    expect(rank !== '').toBe(wide !== '');
    if (wide) ranks.set(wide, (ranks.get(wide) ?? new Set()).add(Number(rank)));
  }
  for (const [wide, found] of ranks) {
    expect([wide, [...found].sort()]).toEqual([wide, Array.from(found, (_, index) => index + 1)]);
  }
  for (const name of [
    'height',
    'bmi',
    'waist_measured',
    'sbp_first',
    'dbp_first',
    'tg_fasting',
    'tg_casual',
    'hdl',
    'ldl',
    'ast',
    'alt',
    'ggt',
    'fpg',
    'casual_glucose',
    'hba1c',
    'smoking',
  ]) {
    expect(ranks.has(name)).toBe(true);
  }
});

test('the guidance item list: codes of 10 digits, options and roles that fit the types', () => {
  const rows = loadReference('guidance-items');
  expect(rows.length).toBe(guidanceItems().size);
  for (const { code, section, mood = '', ja, en, type = '', unit, system, choices, role = '' } of rows) {
    expect(code).toMatch(/^\d{10}$/);
    expect(section).toMatch(/^900[1-8]0( 900[1-8]0)?$/);
    expect(['EVN', 'GOL', 'INT']).toContain(mood);
    expect(ja).toMatch(/\S/);
    expect(en).toMatch(/\S/);
    expect(['PQ', 'INT', 'CD', 'ST', 'DAY']).toContain(type);
    expect(system !== '').toBe(type === 'CD');
    expect(choices !== '').toBe(type === 'CD');
    expect(unit !== '').toBe(type === 'PQ');
    const types = { held_on: 'DAY', form: 'CD', performer: 'CD', minutes: 'PQ', points: 'INT' };
    expect(role === '' || types[role as keyof typeof types] === type).toBe(true);
  }
});
