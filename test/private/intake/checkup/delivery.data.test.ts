import { expect, test } from 'vitest';
import {
  act,
  cc08,
  cd,
  exchange,
  gc08,
  hc08,
  hg08,
  int,
  ix08,
  newNamespace,
  observation,
  oldNamespace,
  pq,
  section,
  st,
  su08,
  writeTemporary,
  zipFile,
} from './make.ts';
import { readArchive } from './scratch.ts';

const list = '1.2.392.200119.6.';
const codes = (rows: readonly Record<string, unknown>[] | undefined) =>
  rows?.map(({ code, expected, found }) => [code, expected, found]);

test('guidance becomes one row, one per support and one per item', async () => {
  const text = hg08({ day: '20251001', category: '22' }, [
    section('90010', [cd('1020000001', '2', `${list}1112`), st('1020000004', '20250610')]),
    section('90060', [
      act('20251001', '1', '3', [
        cd('1042001044', '1', `${list}24090`),
        pq('1042001032', '66.5', 'kg'),
        int('1042001060', 40),
      ]),
    ]),
  ]);
  const { result, tables } = await readArchive(await exchange([text], {}, '2'));
  expect(tables['guidance']).toMatchObject([
    {
      file_id: 3,
      guidance_seq: 1,
      document: 2,
      form: 'archive',
      layout: null,
      provenance: 'own',
      sex: '1',
      event_on: '2025-10-01',
      age_on_day: 55,
      institution: '1310000001',
      program: '100',
      report_code: '22',
      level_code: '2',
      examined_on: '2025-06-10',
      records: 1,
    },
  ]);
  expect(tables['guidance_support']).toEqual([
    {
      file_id: 3,
      guidance_seq: 1,
      support_seq: 1,
      section: '90060',
      kind: 'final',
      held_on: '2025-10-01',
      form_code: '1',
      minutes: null,
      performer_code: '3',
      points: null,
    },
  ]);
  const items = tables['guidance_result']?.toSorted((a, b) => Number(a['position']) - Number(b['position']));
  expect(
    items?.map((row) => [
      row['section'],
      row['support_seq'],
      row['item_code'],
      row['choice'] ?? row['number'] ?? row['day'],
    ]),
  ).toEqual([
    ['90010', null, '1020000001', '2'],
    ['90010', null, '1020000004', '2025-06-10'],
    ['90060', 1, '1042001044', '1'],
    ['90060', 1, '1042001032', 66.5],
    ['90060', 1, '1042001060', 40],
  ]);
  expect(tables['finding']).toEqual([]);
  expect(result).toMatchObject({ form: 'guidance-archive', records: 1, receipts: 0, yen: 0 });
  expect(JSON.stringify(tables)).not.toMatch(/カナリヤ|架空県|4711|９９９/);
});

test('points and minutes that cannot be a count stay with their item, and end nothing', async () => {
  const odd = (points: string, long: string) =>
    act('20250701', '1', '2', [
      observation('1032300014', `<value xsi:type="INT" value="${points}"/>`),
      pq('1032300013', long, 'min'),
    ]);
  const text = hg08({}, [section('90040', [odd('999999999999', '-5'), odd('1.5', '99999')])]);
  const { tables } = await readArchive(await exchange([text], {}, '2'));
  expect(tables['guidance_support']?.map((row) => [row['points'], row['minutes']])).toEqual([
    [null, null],
    [null, 99_999],
  ]);
  expect(tables['guidance_result']).toHaveLength(4);
});

test('claims keep their yen; keys stand for the person; the name of the file is not kept', async () => {
  const path = await exchange([hc08(), hc08({ number: '12' })], {
    'x/CLAIMS/c1.xml': cc08(),
    'x/CLAIMS/p2.xml': gc08({ number: '12' }, 5999),
    'x/CLAIMS/c3.xml': cc08({ sex: '3' }),
    'x/CLAIMS/c4.xml': cc08({ insurer: '06999983' }, 700),
  });
  const { result, tables } = await readArchive(path);
  const claims = tables['checkup_claim']?.toSorted((a, b) => Number(a['claim_seq']) - Number(b['claim_seq']));
  expect(claims?.map((row) => [row['claim_seq'], row['kind'], row['claim_yen'], row['detail_yen']])).toEqual([
    [1, 'checkup', 8000, 1500],
    [2, 'guidance', 5999, null],
  ]);
  expect(claims?.[0]?.['key_base']).toBe(tables['checkup']?.[0]?.['key_base']);
  expect(
    tables['quarantine']?.map((row) => [
      row['position'],
      row['reason'],
      row['records'],
      row['receipts'],
      row['yen'],
    ]),
  ).toEqual([
    [3, 'checkup_sex', 0, 1, 0],
    [4, 'other_insurer', 0, 1, 700],
  ]);
  expect(result).toMatchObject({ records: 2, receipts: 4, points: 0, yen: 8000 + 5999 + 700 });
  expect(JSON.stringify(tables)).not.toMatch(/カナリヤ|架空県|4711|９９９|CLAIMS|c1\.xml/);
});

test.each([
  ['the index says results received', () => exchange([hc08()], {}, '4'), 'employer'],
  ['the programme is the employer’s', () => exchange([hc08({ program: '030' })]), 'employer'],
  ['another insurer sends them', () => exchange([hc08()], {}, '1', '8'), 'other-insurer'],
  [
    'the index comes last in the archive',
    () => zipFile({ 'x/DATA/h1.xml': hc08(), 'x/ix08_V08.xml': ix08(1, newNamespace, '4') }),
    'employer',
  ],
  [
    'only the folder says so',
    () => zipFile({ '1310000001_06999991_202507020_4/DATA/h1.xml': hc08() }),
    'employer',
  ],
])('provenance: %s', async (_name, make, provenance) => {
  const { tables } = await readArchive(await make());
  expect(tables['checkup']).toMatchObject([{ provenance }]);
});

test('a transfer from another insurer carries the number of that insurer and is taken in', async () => {
  const foreign = hc08({ insurer: '06999983' });
  const { tables } = await readArchive(await exchange([foreign, foreign], {}, '1', '8'));
  expect(tables['checkup']).toMatchObject([
    { provenance: 'other-insurer', insurer_number: '06999983' },
    { provenance: 'other-insurer', insurer_number: '06999983' },
  ]);
  expect(tables['quarantine']).toEqual([]);
});

test('one document outside of any archive is read as in one', async () => {
  const inside = await readArchive(await exchange([hc08()]));
  const alone = await readArchive(writeTemporary(Buffer.from(`\uFEFF${hc08()}`), 'h1.xml'));
  expect(alone.tables['checkup_result']).toEqual(inside.tables['checkup_result']);
  expect(alone.tables['checkup']).toEqual([{ ...inside.tables['checkup']?.[0], document: 1, form: 'xml' }]);
  expect(alone.tables['finding']).toEqual([]);
  expect(alone.result).toMatchObject({ form: 'checkup-xml', records: 1, receipts: 0 });
  const guided = await readArchive(writeTemporary(Buffer.from(hg08({}, [section('90010', [])])), 'g1.xml'));
  expect(guided.result).toMatchObject({ form: 'guidance-xml', records: 1 });
  const bill = await readArchive(writeTemporary(Buffer.from(cc08()), 'c1.xml'));
  expect(bill.result).toMatchObject({ records: 0, receipts: 1, yen: 8000 });
});

test('findings of the archive about kinds, claims and amounts', async () => {
  const mixed = await readArchive(await exchange([hc08(), hg08({}, [section('90010', [])])], {}, '1'));
  expect(codes(mixed.tables['finding'])).toEqual([['checkup_mixed', null, null]]);
  const wrong = await readArchive(await exchange([hg08({}, [section('90010', [])])], {}, '1'));
  expect(codes(wrong.tables['finding'])).toEqual([['checkup_index_event', null, null]]);
});

test('a departure from the schema is counted per document, with its first line', async () => {
  const { tables } = await readArchive(
    await exchange([
      hc08()
        .replace(/<typeId[^>]*>/, '')
        .replace('"170.5"', '""'),
    ]),
  );
  expect(tables['finding']?.map((row) => [row['code'], row['position'], row['line'], row['found']])).toEqual([
    ['checkup_schema', 1, 2, 2],
    ['checkup_unreadable_number', 1, 14, 1],
  ]);
});

test.each([
  ['as many as declared', { 'i/ix08.xml': ix08(1) }, []],
  ['more declared', { 'i/ix08.xml': ix08(2) }, [['checkup_index_count', 2, 1]]],
  ['older namespace', { 'i/ix08.xml': ix08(3, oldNamespace) }, [['checkup_index_count', 3, 1]]],
  ['no index', {}, [['checkup_index_missing', null, null]]],
  ['broken index', { 'i/ix08.xml': '<index' }, [['checkup_index_broken', null, null]]],
  [
    'index without a number',
    { 'i/IX08.XML': `<index xmlns="${newNamespace}"/>` },
    [['checkup_index_broken', null, null]],
  ],
  [
    'summary and claims',
    {
      'i/ix08.xml': ix08(1),
      'i/su08.xml': su08(1),
      'i/CLAIMS/c1.xml': cc08({}, 8500).replace('"500"', '"0"'),
    },
    [],
  ],
  [
    'summary that differs',
    { 'i/ix08.xml': ix08(1), 'i/su08.xml': su08(2, oldNamespace) },
    [['checkup_summary_count', 2, 1]],
  ],
  ['summary without claims', { 'i/ix08.xml': ix08(1), 'i/su08.xml': su08(1) }, []],
  [
    'summary of one with two claims',
    { 'i/ix08.xml': ix08(1), 'i/su08.xml': su08(1), 'i/CLAIMS/c1.xml': cc08(), 'i/CLAIMS/c2.xml': cc08() },
    [
      ['checkup_claim_alone', null, 1],
      ['checkup_summary_count', 1, 2],
      ['checkup_summary_yen', 0, 1000],
      ['checkup_summary_yen', 8500, 16000],
      ['checkup_summary_yen', 8500, 17000],
    ],
  ],
  [
    'summary that is broken',
    { 'i/ix08.xml': ix08(1), 'i/su08.xml': '<summary' },
    [['checkup_summary_broken', null, null]],
  ],
  ['schemas', { 'i/ix08.xml': ix08(1), 'i/XSD/hc08_V08.xsd': '<x', 'i/XSD/coreschemas/voc.xml': 'y' }, []],
  [
    'other files',
    { 'i/ix08.xml': ix08(1), 'i/readme.txt': 'x', 'i/other.xml': '<html/>' },
    [['checkup_other_file', null, 2]],
  ],
])('index, summary and the rest of the archive: %s', async (_name, members, expected) => {
  const { result, tables } = await readArchive(await zipFile({ ...members, 'i/DATA/h1.xml': hc08() }));
  expect(codes(tables['finding'])).toEqual(expected);
  expect(result.records).toBe(1);
  expect(tables['checkup']).toHaveLength(1);
});
