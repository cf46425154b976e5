import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { confirmDraft, giveNumber, recordFile } from '#office/ledger.ts';
import { addPerson } from '#office/people.ts';
import { writeDraft } from '#private/documents/draft.ts';
import { createKeys } from '#private/keys.ts';
import { openNotice } from '#private/notices/discover.ts';
import { noteWritten } from '#private/notices/written.ts';
import { attachScratch, openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { homeOf } from '#shared/home.ts';

const effects = silentEffects();
const home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-written-')));
for (const folder of [home.keys, home.drafts]) mkdirSync(folder, { recursive: true });
await createKeys(home);
const person = addPerson(home, '確認 担当', '緑の丘の 三本の木と 白い石', effects);
const warehouse = await openForBuild(':memory:');
await attachScratch(warehouse);
afterAll(() => {
  warehouse.close();
  rmSync(home.root, { recursive: true, force: true });
});

/** A draft with a letter to 1 about the child 2, and one to 3, and how far it has come. */
async function letters(kind: string, month: string, state: 'draft' | 'confirmed' | 'printed') {
  const line = (patient: number) => ({ patient, month });
  const header = {
    kind,
    purpose: 'generic-difference-notice',
    confidentiality: 'top-secret' as const,
    period: month,
    scope: '本人',
    asOf: '2026-08-01',
    maker: 'operator',
    ruleVersions: {},
    counts: {},
  };
  const rows = [
    { row: 'a', person: 1, others: [2], lines: [line(1), line(1)] },
    { row: 'b', person: 3, others: [], lines: [line(0)] },
  ];
  const { id, digest } = await writeDraft(home, header, rows, effects);
  if (state === 'draft') return;
  confirmDraft(home, id, person, digest, effects);
  if (state === 'confirmed') return;
  const number = giveNumber(home, id, 1, person, effects);
  recordFile(home, number, { digest: 'a'.repeat(64), sheets: 2 }, effects);
}

test('the patients of printed letters of the same kind, each month once; drafts and other kinds do not count', async () => {
  await letters('notice:generic', '2026-04', 'printed');
  await letters('notice:generic', '2026-05', 'confirmed');
  await letters('notice:generic', '2026-06', 'draft');
  await letters('notice:medical-cost', '2026-03', 'printed');
  await noteWritten(warehouse, home, await openNotice('generic'));
  const rows = await warehouse.rows('select person_id, month from input.written order by person_id');
  expect(rows).toEqual([
    { person_id: 2, month: '2026-04-01' },
    { person_id: 3, month: '2026-04-01' },
  ]);
});

test('a notice that does not remember opens no draft', async () => {
  await warehouse.run('delete from input.written');
  await noteWritten(warehouse, home, await openNotice('medical-cost'));
  expect(await warehouse.rows('select count(*) as rows from input.written')).toEqual([{ rows: 0 }]);
});
