import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inspectCheckups } from '#private/intake/checkup/inspect.ts';
import { sniffCheckups } from '#private/intake/checkup/source.ts';
import { checkupFindings, checkupReasons } from '#private/intake/checkup/words.ts';
import {
  act,
  cc08,
  cd,
  exchange,
  gc08,
  hc08,
  hg08,
  notMeasurable,
  notPerformed,
  observation,
  pq,
  section,
  st,
  writeTemporary,
  zipBytes,
  zipFile,
} from './make.ts';

const now = new Date('2026-11-21T12:00:00+09:00');

test('tells kind, documents, months, states and findings, and nothing about a person', async () => {
  const path = await exchange([
    hc08({
      day: '20260110',
      entries: [
        pq('9N001000000000001', '170', 'cm'),
        notPerformed('9A751000000000001'),
        cd('9N506000000000011', '1', '1.2.392.200119.6.3001'),
      ],
    }),
    hc08({
      day: '20251210',
      insurer: '06999983',
      entries: [notMeasurable('9N001000000000001'), pq('9Z001000000000001', '1', 'x')],
    }),
    hc08({ day: '20261210' }),
    '<x',
    hg08({ day: '20251301' }, [section('90010', [])]),
    hc08({ day: '20251210', entries: [st('9N061160800000049', '1234 5678 9018')] }),
  ]);
  const inspection = await inspectCheckups(path, now);
  expect(inspection).toEqual({
    kind: 'checkup',
    form: 'checkup-archive',
    encoding: 'utf-8',
    bytes: statSync(path).size,
    records: 6,
    byRecord: { index: 1, checkup: 5, guidance: 1 },
    months: ['2025-12', '2026-01'],
    documents: 6,
    items: 6,
    knownItems: 5,
    unknownItems: { '9Z001000000000001': 1 },
    notPerformed: 1,
    notMeasurable: 1,
    outOfRange: 0,
    levels: { intensive: 1 },
    schema: [{ document: 5, line: 1, path: '/', expected: 'well-formed XML in UTF-8' }],
    quarantined: { future_month: 1, checkup_broken_xml: 1, checkup_day: 1 },
    findings: [
      { code: 'checkup_unlisted_item', count: 1, line: 15 },
      { code: 'my_number', count: 1, line: 14 },
      { code: 'checkup_mixed', count: 1 },
    ],
  });
  expect(JSON.stringify(inspection)).not.toMatch(/カナリヤ|4711|1234/);
});

test('guidance, in an archive with its claims and alone: category instead of level, yen of the claims', async () => {
  const text = hg08({ day: '20251001', category: '22' }, [
    section('90010', [cd('1020000001', '3', '1.2.392.200119.6.1112'), st('1029999999', 'x')]),
    section('90060', [act('20251001', '1', '2', [notPerformed('1042001031'), notMeasurable('1042001032')])]),
  ]);
  const counts = {
    kind: 'guidance',
    documents: 1,
    items: 4,
    knownItems: 3,
    unknownItems: { '1029999999': 1 },
    notPerformed: 1,
    notMeasurable: 1,
    outOfRange: 0,
    levels: { 'motivational-equivalent': 1 },
    schema: 'valid',
  };
  const archive = await exchange([text], { 'x/CLAIMS/p1.xml': gc08({}, 1234) }, '2');
  expect(await inspectCheckups(archive, now)).toMatchObject({
    ...counts,
    form: 'guidance-archive',
    records: 1,
    receipts: 1,
    yen: 1234,
    byRecord: { index: 1, claim: 1, guidance: 1 },
  });
  const alone = await inspectCheckups(writeTemporary(Buffer.from(text), 'g1.xml'), now);
  expect(alone).toMatchObject({ ...counts, form: 'guidance-xml', records: 1 });
  expect(alone).not.toHaveProperty('yen');
});

test('values beyond the range are counted, with or without their number; repeated and unkept items are items too', async () => {
  const beyond = '<value xsi:type="CD" code="H" codeSystem="2.16.840.1.113883.5.83"/>';
  const path = await exchange([
    hc08({
      entries: [
        observation('9N001000000000001', `${beyond}<value xsi:type="PQ" value="251" unit="cm"/>`),
        observation('9N006000000000001', beyond),
        pq('9N001000000000001', '170', 'cm'),
        st('9N516000000000049', 'カナリヤ医師'),
      ],
    }),
  ]);
  expect(await inspectCheckups(path, now)).toMatchObject({
    items: 4,
    knownItems: 4,
    unknownItems: {},
    outOfRange: 2,
    levels: {},
    schema: 'valid',
  });
});

test('a departure from the schema is told by document, line and path', async () => {
  const inspection = await inspectCheckups(
    await exchange([hc08(), hc08().replace(/<custodian>.*<\/custodian>/, '')], { 'x/note.xml': '<x/>' }),
    now,
  );
  expect(inspection.schema).toEqual([
    { document: 2, line: 1, path: '/', expected: 'a document of the V08 schemas' },
    { document: 4, line: 10, path: '/ClinicalDocument', expected: 'custodian' },
  ]);
});

test('refuses a ZIP of another kind by name', async () => {
  await expect(inspectCheckups(await zipFile({ 'b.txt': 'x' }))).rejects.toMatchObject({
    code: 'INTAKE_UNKNOWN_KIND',
  });
});

test('a ZIP is recognised by its first bytes, whatever its name', async () => {
  expect(sniffCheckups(Buffer.from(await zipBytes({ a: 'x' })))).toBe('checkup-archive');
  expect(sniffCheckups(Buffer.from(await zipBytes({})))).toBe('checkup-archive');
  expect(sniffCheckups(Buffer.from('PK'))).toBeUndefined();
});

test('an XML document is recognised by a namespace of the format, with or without a mark of the byte order', () => {
  for (const text of [hc08(), `\uFEFF${hg08()}`, ` ${cc08()}`])
    expect(sniffCheckups(Buffer.from(text))).toBe('checkup-xml');
  expect(sniffCheckups(Buffer.from('<html/>'))).toBeUndefined();
  expect(sniffCheckups(Buffer.from('urn:hl7-org:v3'))).toBeUndefined();
});

test('every reason and finding has words in both languages', () => {
  for (const [code, text] of Object.entries({ ...checkupReasons, ...checkupFindings })) {
    expect(code).toMatch(/^[a-z_]+$/);
    expect(text.ja.length).toBeGreaterThan(3);
    expect(text.en.length).toBeGreaterThan(3);
  }
});
