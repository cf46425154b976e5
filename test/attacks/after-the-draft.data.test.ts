import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { confirmDraft } from '#office/ledger.ts';
import { addPerson } from '#office/people.ts';
import { openDraft } from '#private/documents/draft.ts';
import { print } from '#private/documents/print.ts';
import { buildWarehouse } from '#private/models/build.ts';
import { draftNotice } from '#private/notices/run.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { homeOf } from '#shared/home.ts';
import { insertRows, type RawRows } from '../pipelines/fixture.ts';
import { ledgerFile, span } from '../pipelines/raw-rows.ts';
import { type PrintHome, passphrase } from '../private/documents/print-home.ts';
import { members, noticeHome, settings, withoutPurpose } from '../private/notices/notice-home.ts';

const on = (day: string) => silentEffects(new Date(`${day}T09:00:00+09:00`));
let first: PrintHome;
let made: PrintHome;
let draft: string;

/** A home with a confirmed draft of 1 August: a letter to M1 about M1 and M2, and one to M4; M3 is on none. */
beforeAll(async () => {
  first = await noticeHome();
  const { home, person } = first;
  const maker = addPerson(home, '作成 担当', 'who made the draft', on('2024-08-01'));
  const order = { notice: 'medical-cost', from: '2024-06', to: '2024-06', maker: maker.id } as const;
  ({ id: draft } = await draftNotice(home, settings, order, on('2024-08-01')));
  const { digest, close } = openDraft(home, draft);
  close();
  confirmDraft(home, draft, person, digest, on('2024-08-01'));
});
afterAll(() => rmSync(first.home.root, { recursive: true }));
beforeEach(() => {
  const home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-after-')));
  cpSync(first.home.root, home.root, { recursive: true });
  made = { ...first, home };
});
afterEach(() => rmSync(made.home.root, { recursive: true }));

/** What comes in after the draft was confirmed; built, unless told otherwise. */
async function arrives(rows: RawRows, isBuilt = true): Promise<void> {
  const warehouse = await openForBuild(made.home.warehouse, made.home.tmp);
  for (const [table, some] of Object.entries(rows)) await insertRows(warehouse, `raw."${table}"`, some);
  if (isBuilt) await buildWarehouse(warehouse, settings, on('2024-08-20'));
  warehouse.close();
}

const printed = (day = '2024-08-20', policy = settings) =>
  print(made.home, policy, draft, made.person.id, passphrase, on(day));

/** Members whose family name stands anywhere in the outbox. */
async function named(): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  let text = '';
  for (const name of readdirSync(made.home.outbox)) {
    const document = await library.loadDocument(readFileSync(join(made.home.outbox, name)));
    for (let page = 0; page < document.getPageCount(); page++) text += document.getPage(page).getText();
    document.destroy();
  }
  library.destroy();
  const found = members.filter(({ name }) => text.includes(name.split('　')[1]!));
  return found.map(({ id }) => id);
}

const list = (flags: readonly (readonly [member: number, flag: string])[]): RawRows => ({
  file: [{ file_id: 6, kind: 'consent', as_of: '2024-08-15' }],
  consent: flags.map(([member, flag], row) => ({
    ...{ file_id: 6, row, person_id: made.idOf(members[member]!.id), flag },
    ...{ from_on: '2024-08-10', as_of: '2024-08-15' },
  })),
});
/** A newer ledger; people as `[member, insured member, other cells]`. */
const ledger = (people: readonly (readonly [number, number, object?])[]): RawRows => ({
  file: [ledgerFile({ file_id: 20, as_of: '2024-08-15' })],
  eligibility: people.map(([member, insured, cells]) =>
    span({
      ...{ file_id: 20, person_id: made.idOf(members[member]!.id) },
      ...{ household_id: made.idOf(members[insured]!.id), ...cells },
    }),
  ),
});

test('nothing came: the letters name whom the draft is about', async () => {
  const { exceptions } = await printed();
  expect(exceptions).toBe(0);
  expect(await named()).toEqual(['M1', 'M2', 'M4']);
});

test.each([
  ['通知不要 of the addressee', [[3, 'no-notice']], ['M1', 'M2']],
  ['不開示 of somebody on another one’s sheet', [[1, 'nondisclosure']], ['M4']],
  ['own envelope of somebody on another one’s sheet', [[1, 'own-envelope']], ['M4']],
] as const)('a flag that came after the draft: %s', async (_what, flags, left) => {
  await arrives(list([[2, 'nondisclosure'], ...flags]), false);
  expect((await printed()).exceptions).toBe(1);
  expect(await named()).toEqual(left);
});

test.each([
  [
    'moved to an own household, as if it had always been so',
    [
      [0, 0],
      [1, 1],
      [3, 0],
    ],
    ['M4'],
  ],
  [
    'left',
    [
      [0, 0],
      [1, 0],
      [3, 0, { lost_on: '2024-08-05', loss_reason: '1' }],
    ],
    ['M1', 'M2'],
  ],
  [
    'died',
    [
      [0, 0],
      [1, 0, { lost_on: '2024-08-05', loss_reason: '2' }],
      [3, 0],
    ],
    ['M4'],
  ],
  [
    'is in the ledger no more',
    [
      [0, 0],
      [3, 0],
    ],
    ['M4'],
  ],
] as const)('a ledger that came after the draft: somebody %s', async (_what, people, left) => {
  await arrives(ledger(people));
  expect((await printed()).exceptions).toBe(1);
  expect(await named()).toEqual(left);
});

test('nothing is printed for a purpose that was withdrawn after the draft', async () => {
  await expect(printed('2024-08-20', withoutPurpose)).rejects.toMatchObject({ code: 'PURPOSE_NOT_ADOPTED' });
  expect(readdirSync(made.home.outbox)).toEqual([]);
});

test('nothing is printed from tables older than the ledger, nor long after the last list of flags', async () => {
  await expect(printed('2024-09-01')).rejects.toMatchObject({ code: 'CONSENT_STALE' });
  await arrives(ledger([[0, 0]]), false);
  await expect(printed()).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  expect(readdirSync(made.home.outbox)).toEqual([]);
});
