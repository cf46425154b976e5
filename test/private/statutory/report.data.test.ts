import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { confirmDraft } from '#office/ledger.ts';
import { addPerson } from '#office/people.ts';
import { openDraft } from '#private/documents/draft.ts';
import { kinds } from '#private/documents/kinds.ts';
import { print as printInProcess } from '#private/documents/print.ts';
import { type PrintResult, printDraft } from '#private/documents/print-draft.ts';
import { openArchive } from '#private/intake/archive.ts';
import { inspectCheckups } from '#private/intake/checkup/inspect.ts';
import { ensureRawTables } from '#private/intake/sources.ts';
import { buildWarehouse } from '#private/models/build.ts';
import { makeStatutory, type StatutoryReport } from '#private/statutory/make.ts';
import { openForBuild } from '#private/warehouse.ts';
import { parseSettings } from '#shared/config.ts';
import { statutoryJson } from '../../../src/commands/report/statutory-json.ts';
import { statutoryText } from '../../../src/commands/report/statutory-words.ts';
import { insertRows, type RawRows } from '../../pipelines/fixture.ts';
import { effects, type PrintHome, passphrase, printHome } from '../documents/print-home.ts';
import { readArchive } from '../intake/checkup/scratch.ts';
import { begun, courses, finished } from './courses.ts';
import { type Checkup, intensive, society } from './society.ts';

const settings = (classes = ['eligibility', 'checkup', 'guidance', 'address']) =>
  parseSettings(`
[society]
name = "試験組合"
insurer_number = "06999991"
[[purpose]]
id = "state-report"
classes = ${JSON.stringify(classes)}
published_on = 2024-04-01
effective_from = 2024-04-01
`);
const order = { year: 2025, receiver: undefined, maker: 'operator' };
const withheld = { everywhere: [], households: [] };
const members = ['A', 'B', 'C', 'D'];

const name = (member: string) => `架空 ${member}`;

/** A home with a built warehouse. */
async function builtHome(rowsOf: (idOf: PrintHome['idOf']) => RawRows): Promise<PrintHome> {
  const print = await printHome(members.map((id) => ({ id, name: name(id) })));
  const warehouse = await openForBuild(print.home.warehouse);
  await ensureRawTables(warehouse);
  const rows: RawRows = { ...rowsOf(print.idOf), batch_confirmation: [{ file_id: 6 }, { file_id: 7 }] };
  for (const [table, all] of Object.entries(rows)) await insertRows(warehouse, `raw."${table}"`, all);
  await buildWarehouse(warehouse, settings(), effects);
  warehouse.close();
  return print;
}

function rowsOf(idOf: PrintHome['idOf']): RawRows {
  const person = Object.fromEntries(members.map((member) => [member, idOf(member)]));
  const [a = 0, b = 0, c = 0, d = 0] = members.map((member) => person[member] ?? 0);
  const checkups: Checkup[] = [
    {
      ...{ person: a, day: '2025-06-01' },
      further: {
        '2A030000001930101': 14.2,
        '2A020161001930149': '貧血の疑い',
        '3C015000002327101': { state: 'not_measurable' },
        '1A100000000191111': ['1', '2102'],
        '9N056160400000049': '高血圧 <治療なし> & "経過観察"',
      },
    },
    { person: b, day: '2025-06-01', given: { ...intensive, metabolic: undefined, guidance: undefined } },
    { person: c, day: '2025-06-01', given: { ast: { state: 'measured', number: 1200, flag: 'H' } } },
    { person: d, day: '2025-06-01', cells: { insurer_number: '06999983' } },
  ];
  return society(
    [a, b, c, d].map((person_id) => ({ person_id })),
    checkups,
    courses([begun(b), finished(b)]),
  );
}

let print: PrintHome;
let report: StatutoryReport;
let printed: PrintResult;

beforeAll(async () => {
  print = await builtHome(rowsOf);
  const maker = addPerson(print.home, '作成 担当', '青い川の 二本の橋と 黒い舟', effects).id;
  report = await makeStatutory(print.home, { ...order, maker }, settings(), effects);
  confirm(print, report.id);
  printed = await printDocuments(print, report.id);
});

function confirm({ home, person }: PrintHome, id: string): void {
  const draft = openDraft(home, id);
  draft.close();
  confirmDraft(home, id, person, draft.digest, effects);
}

function printDocuments({ home, person, vaultKey }: PrintHome, draft: string): Promise<PrintResult> {
  return printDraft(home, { draft, person: person.id, vaultKey, withheld }, kinds, effects);
}

/** The archives of the outbox in their order. */
const archives = () =>
  printed.files.filter(({ file }) => file.endsWith('.zip')).map(({ file }) => join(print.home.root, file));

test('the archives are valid by structure and hold what they say', async () => {
  const [checkups, guidance] = await Promise.all(
    archives().map((path) => inspectCheckups(path, new Date('2026-11-21'))),
  );
  expect(archives()).toHaveLength(2);
  expect(checkups).toMatchObject({
    ...{ kind: 'checkup', schema: 'valid', documents: 3, unknownItems: {}, findings: [], quarantined: {} },
    ...{ notMeasurable: 1, outOfRange: 1 },
  });
  expect(guidance).toMatchObject({
    ...{ kind: 'guidance', schema: 'valid', documents: 1, unknownItems: {}, findings: [], quarantined: {} },
  });
});

test('what our reader takes in again is what was taken in, less what is not reported', async () => {
  const raw = rowsOf(print.idOf);
  const [path = ''] = archives();
  const { tables } = await readArchive(path);
  const key = ['checkup_seq', 'item_code', 'state', 'number', 'choice', 'choice_system', 'text', 'flag'];
  const told = (rows: RawRows[string] = []) =>
    rows.map((row) => key.map((column) => row[column] ?? null).join('|')).toSorted();
  const reported = (raw['checkup_result'] ?? []).filter(
    ({ checkup_seq, item_code }) => checkup_seq !== 4 && item_code !== '1A100000000191111',
  );
  const computed = [
    { item_code: '9N501000000000011', choice: '1', choice_system: '1008' },
    { item_code: '9N506000000000011', choice: '1', choice_system: '3001' },
  ].map((row) => ({ checkup_seq: 2, state: 'measured', ...row }));
  expect(told(tables['checkup_result'])).toEqual(told([...reported, ...computed]));
  expect(tables['checkup']).toMatchObject(
    [1, 2, 3].map(() => ({ examined_on: '2025-06-01', institution: '1310000001', report_code: '10' })),
  );
});

test('guidance is one document with level, day of the checkup, supports, results and institution', async () => {
  const { tables } = await readArchive(archives()[1] ?? '');
  expect(tables['guidance']).toMatchObject([
    {
      ...{ report_code: '30', level_code: '1', examined_on: '2025-06-01', event_on: '2025-09-20' },
      ...{ institution: '1320000001', program: '100' },
    },
  ]);
  expect(tables['guidance_support']).toMatchObject([
    { kind: 'first', held_on: '2025-06-10', form_code: '1', minutes: 30, performer_code: '2' },
    { kind: 'final', held_on: '2025-09-20', form_code: '5' },
  ]);
  const codes = (tables['guidance_result'] ?? []).map((row) => row['item_code']);
  expect(codes).toEqual(expect.arrayContaining(['1020000004', '1042001031', '1042010080', '1042000081']));
});

test('a document that would be refused is in no archive, and the list of places tells where it came from', () => {
  expect(report.documents.checkup).toEqual({ written: 3, held: 1 });
  const places = readFileSync(join(print.home.root, printed.files[4]?.file ?? ''), 'utf8');
  const lines = places.trim().split('\r\n').slice(1);
  expect(lines).toEqual([
    '"収録せず","受領ファイル 7","4番目","1310000001","checkup-insurer-differs","健診結果の保険者番号がこの組合のものでない"',
    expect.stringMatching(
      /^"収録","06999991_94899010_\d{8}0_5","h1310000001\d{8}01000002.xml","1310000001","checkup-level-missing"/,
    ),
  ]);
  for (const member of members) expect(places).not.toContain(name(member));
});

test('names of files tell insurer, receiver, day and serial, never a person', async () => {
  for (const path of archives()) {
    const archive = await openArchive(path);
    const names = archive.members.map((member) => member.name);
    archive.close();
    for (const one of names)
      expect(one).toMatch(/^06999991_94899010_\d{9}_5\/(DATA\/[hg]\d{10}\d{8}\d1\d{6}\.xml|ix08_V08\.xml)$/);
  }
});

test('printing again makes the same bytes under the same numbers', async () => {
  expect(await printDocuments(print, report.id)).toEqual(printed);
});

test('no consent list is asked for: the law has everybody reported', async () => {
  const { home, person } = print;
  expect(Object.entries(kinds).filter(([, { heedsConsent }]) => !heedsConsent)).toHaveLength(1);
  expect(await printInProcess(home, settings(), report.id, person.id, passphrase, effects)).toEqual(printed);
});

test('the aggregate table of the document is that of the command', () => {
  const csv = readFileSync(join(print.home.root, printed.files[1]?.file ?? ''), 'utf8');
  const total = report.figures.find(({ sex, band }) => sex === 'both' && band === 'total');
  expect(total?.counts).toMatchObject({ targets: 4, examined: 4, assessed: 4, guided_completed: 1 });
  expect(csv).toContain('"計","1","特定健康診査の対象者（人）","B","0","4","0","0","0","0","0","4"');
  expect(csv).toContain('"男","2","特定健康診査の受診者（人）","B","0","4","0","0","0","0","0","4"');
});

test('the command tells every cell, check and setting, and what is next', () => {
  const json = z.looseObject({ figures: z.array(z.looseObject({})), precheck: z.array(z.looseObject({})) });
  const told = json.parse(JSON.parse(JSON.stringify(statutoryJson(report))));
  expect(told).toMatchObject({
    ...{ id: report.id, report: 'statutory', year: 2025, dueOn: '2026-11-01', yearIsOver: true },
    documents: { checkup: { written: 3, held: 1 }, guidance: { written: 1, held: 0 } },
    waiting: { checkup: 0, guidance: 0 },
    next: [`kenpo confirm ${report.id}`, `kenpo print ${report.id}`],
  });
  expect(told.figures).toHaveLength(3 * 8);
  expect(told.figures).toContainEqual(
    expect.objectContaining({
      ...{ sex: 'male', band: '45-49', assessed: 4, metabolic: 1 },
      shares: expect.objectContaining({ metabolic: 25, guided_completed: 100 }),
    }),
  );
  expect(told.precheck).toContainEqual(
    expect.objectContaining({ code: 'checkup-insurer-differs', severity: 'reject', documents: 1 }),
  );
  for (const language of ['ja', 'en'] as const) {
    const text = statutoryText(report, language);
    expect(text).toContain(report.id);
    expect(text).toContain('checkup-level-missing');
    for (const member of members) expect(text).not.toContain(name(member));
  }
  expect(statutoryText(report, 'en')).toMatch(/^[ -~\n─–→]+$/);
});

test('nobody prints it before somebody else confirmed it', async () => {
  const { home, person } = print;
  const own = await makeStatutory(home, { ...order, maker: person.id }, settings(), effects);
  await expect(printDocuments(print, own.id)).rejects.toThrow('NOT_CONFIRMED');
  expect(() => confirm(print, own.id)).toThrow('SAME_PERSON');
});

test('a year without checkups is refused, and nothing is left behind', async () => {
  const drafts = readdirSync(print.home.drafts).length;
  await expect(makeStatutory(print.home, { ...order, year: 2024 }, settings(), effects)).rejects.toThrow(
    'NOT_FOUND',
  );
  expect(readdirSync(print.home.drafts)).toHaveLength(drafts);
});

test.each([
  ['no purpose', parseSettings('[society]\nname = "x"\ninsurer_number = "06999991"\n')],
  ['names and addresses are not in the purpose', settings(['eligibility', 'checkup', 'guidance'])],
  ['guidance is not in the purpose', settings(['eligibility', 'checkup', 'address'])],
])('is refused: %s', async (_, without) => {
  await expect(makeStatutory(print.home, order, without, effects)).rejects.toThrow('PURPOSE_NOT_ADOPTED');
});
