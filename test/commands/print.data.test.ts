import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#office/chain.ts';
import { inOffice } from '#office/database.ts';
import { knownDraft } from '#office/ledger/events.ts';
import { disablePerson } from '#office/people.ts';
import { examplePurposes } from '#office/purposes-template.ts';
import { writeDraft } from '#private/documents/draft.ts';
import { ensureRawTables } from '#private/intake/sources.ts';
import { buildWarehouse } from '#private/models/build.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';
import confirm from '../../src/commands/confirm.ts';
import { initialiseHome } from '../../src/commands/init.ts';
import { registerPerson } from '../../src/commands/person/register.ts';
import print from '../../src/commands/print.ts';
import { insertRows, settings } from '../pipelines/fixture.ts';
import { ledgerFile, span } from '../pipelines/raw-rows.ts';
import { header } from '../private/documents/print-home.ts';

const passphrase = '緑の丘の 三本の木と 白い石';
const refused = (code: string) => expect.objectContaining({ code });
let home: Home;
let maker: string;

beforeAll(async () => {
  home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-confirm-')));
  const society = { name: 'みほん', insurerNumber: '06999991', demo: false, purposes: examplePurposes() };
  await initialiseHome(home, society, silentEffects());
  mkdirSync(home.private, { recursive: true });
  maker = registerPerson(home, '作成 担当', passphrase, silentEffects()).id;
  registerPerson(home, '確認 担当', passphrase, silentEffects());
  writeFileSync(join(home.root, 'passphrase.txt'), `${passphrase}\n`, { mode: 0o600 });
  writeFileSync(join(home.root, 'wrong.txt'), `${passphrase}x\n`, { mode: 0o600 });
});
afterAll(() => rmSync(home.root, { recursive: true }));

/** A built warehouse with a ledger of one person and one consent list more. */
async function takeIn(list: { readonly as_of: string }): Promise<void> {
  const warehouse = await openForBuild(home.warehouse);
  await ensureRawTables(warehouse);
  const [files] = await warehouse.rows('select count(*) as files from raw.file');
  if (files?.['files'] === 0) {
    await insertRows(warehouse, 'raw.file', [ledgerFile()]);
    await insertRows(warehouse, 'raw.eligibility', [span()]);
  }
  await insertRows(warehouse, 'raw.file', [{ file_id: 5, kind: 'consent', ...list }]);
  await buildWarehouse(warehouse, settings, silentEffects());
  warehouse.close();
}

type Asked = { readonly by?: string; readonly file?: string; readonly json?: boolean };

/** Runs one of the two commands; resolves to what it says on stdout. */
async function run(
  command: typeof confirm,
  id: string | undefined,
  { by = '確認担当', file = 'passphrase.txt', json = true }: Asked = {},
): Promise<string> {
  const said: string[] = [];
  const effects = { ...silentEffects(), output: (text: string) => said.push(text) };
  const options = { home: home.root, by, 'passphrase-file': join(home.root, file) };
  expect(await command.run({ positionals: id === undefined ? [] : [id], options, effects, json })).toBe(0);
  return said.join('');
}

const draft = async (kind = 'notice:medical-cost', by: string = maker) =>
  (
    await writeDraft(
      home,
      { ...header, kind, maker: by, labels: { letter: { ja: '通知', en: 'letters' } } },
      [],
      silentEffects(),
    )
  ).id;
const confirmedBy = (id: string) => inOffice(home.office, (office) => knownDraft(office, id)?.confirmedBy);

describe('kenpo confirm', () => {
  it('shows what is confirmed in words, with its counts, and enters it once', async () => {
    const id = await draft();
    const shown = await run(confirm, id, { json: false });
    for (const part of ['医療費通知', '極秘', header.period, header.scope, '通知', '4,711'])
      expect(shown).toContain(part);
    expect(confirmedBy(id)).toBe('P0002');
    const events = verifyChain(home.office, 'ledger').events;
    expect(JSON.parse(await run(confirm, id))).toEqual({ id, state: 'confirmed', confirmedBy: 'P0002' });
    expect(verifyChain(home.office, 'ledger').events).toBe(events);
  });

  it('tells no count where its output may be kept', async () => {
    expect(await run(confirm, await draft())).not.toContain('4,711');
    expect(readFileSync(home.office, 'latin1')).not.toContain('4711');
  });

  it('refuses the maker, a stranger, another passphrase, an unknown or an altered draft', async () => {
    const id = await draft();
    await expect(run(confirm, id, { by: '作成担当' })).rejects.toThrow(refused('SAME_PERSON'));
    await expect(run(confirm, id, { by: '知らない人' })).rejects.toThrow(refused('PERSON_UNKNOWN'));
    await expect(run(confirm, id, { file: 'wrong.txt' })).rejects.toThrow(refused('PASSPHRASE_WRONG'));
    await expect(run(confirm, 'd-aaaaaaaaaa')).rejects.toThrow(refused('NOT_FOUND'));
    await expect(run(confirm, undefined)).rejects.toThrow(refused('USAGE'));
    const other = await draft();
    const bytes = readFileSync(join(home.drafts, `${other}.sealed`));
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(join(home.drafts, `${other}.sealed`), bytes);
    await expect(run(confirm, other)).rejects.toThrow(refused('DRAFT_ALTERED'));
    expect([confirmedBy(id), confirmedBy(other)]).toEqual([undefined, undefined]);
  });
});

describe('kenpo print', () => {
  it('refuses before confirmation and without the flags of the society', async () => {
    const id = await draft();
    await expect(run(print, id)).rejects.toThrow(refused('NOT_CONFIRMED'));
    await run(confirm, id);
    await expect(run(print, id)).rejects.toThrow(refused('NOT_FOUND'));
    await expect(run(print, undefined)).rejects.toThrow(refused('USAGE'));
  });

  it('where nobody signed in to make it, two registered people take part: the confirmer does not print', async () => {
    for (const by of ['operator', 'schedule', 'P9999']) {
      const id = await draft('notice:medical-cost', by);
      await run(confirm, id);
      await expect(run(print, id)).rejects.toThrow(refused('SAME_PERSON'));
      await expect(run(print, id, { by: '作成担当' })).rejects.toThrow(refused('NOT_FOUND'));
    }
  });

  it('refuses the maker and a disabled person; what fails in the print process tells its place, no value', async () => {
    const id = await draft();
    await run(confirm, id);
    await expect(run(print, id, { by: '作成担当' })).rejects.toThrow(refused('SAME_PERSON'));
    await takeIn({ as_of: '2026-09-30' });
    await expect(run(print, id)).rejects.toThrow(refused('CONSENT_STALE'));
    await takeIn({ as_of: '2026-11-20' });
    await expect(run(print, id)).rejects.toThrow(refused('PRINT_FAILED'));
    disablePerson(home, '確認担当', silentEffects());
    await expect(run(print, id)).rejects.toThrow(refused('PERSON_DISABLED'));
  });
});
