import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openDraft } from '#private/documents/draft.ts';
import { ensureRawTables } from '#private/intake/sources.ts';
import { createKeys } from '#private/keys.ts';
import { makeList } from '#private/lists/make.ts';
import { buildWarehouse } from '#private/models/build.ts';
import { openForBuild } from '#private/warehouse.ts';
import { parseSettings } from '#shared/config.ts';
import { silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { insertRows } from '../../pipelines/fixture.ts';

const adopted = (classes: readonly string[], from = '2024-04-01') =>
  parseSettings(`
[society]
name = "試験組合"
insurer_number = "06999991"
[[purpose]]
id = "guidance-targeting"
classes = ${JSON.stringify(classes)}
published_on = ${from}
effective_from = ${from}
`);
const settings = adopted(['eligibility', 'checkup', 'consent', 'address']);
/** Today is the day of the order. */
const effects = { ...silentEffects(), now: () => new Date('2026-03-31T09:00:00+09:00') };
const order = { list: 'guidance', asOf: '2026-03-31', maker: 'P0007' };

const checkup = {
  fiscal_year: 2025,
  examined_on: '2025-06-10',
  is_kept: true,
  waist_cm: 90,
  bmi: 26,
  fpg: 105,
  tg_fasting: 100,
  hdl: 60,
  sbp: 120,
  dbp: 75,
  meal_time: '2',
  smoking_status: 'no',
  medication_bp: '2',
  medication_glucose: '2',
  medication_lipid: '2',
};

const people = [481516, 234200, 108815, 161803];
const template = join(mkdtempSync(join(tmpdir(), 'kenpo-list-')), 'warehouse.duckdb');

/** Four persons: motivational, intensive, on medicine, and one who may have a flag. */
beforeAll(async () => {
  const warehouse = await openForBuild(template);
  await ensureRawTables(warehouse);
  await insertRows(warehouse, 'raw.file', [{ file_id: 1, kind: 'eligibility', as_of: '2026-03-31' }]);
  const spans = people.map((person_id, index) => ({
    file_id: 1,
    row: index + 1,
    person_id,
    household_id: person_id,
    relation: 'insured',
    sex: '1',
    age_month: '1975-06-01',
    gained_on: '2020-04-01',
  }));
  await insertRows(warehouse, 'raw.eligibility', spans);
  await buildWarehouse(warehouse, settings, effects);
  const differing = [{}, { smoking_status: 'current' }, { medication_bp: '1' }, {}];
  await insertRows(
    warehouse,
    'core.checkup',
    people.map((person_id, index) => ({ ...checkup, checkup_id: index + 1, person_id, ...differing[index] })),
  );
  warehouse.close();
});

/** A home with these four; the consent list of a day has the flag 不開示 for the last. */
async function homeOfFour(consentOn: string | undefined): Promise<Home> {
  const home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-list-')));
  for (const folder of [home.tmp, home.officeDirectory]) mkdirSync(folder, { recursive: true });
  await createKeys(home);
  cpSync(template, home.warehouse);
  if (consentOn === undefined) return home;
  const warehouse = await openForBuild(home.warehouse);
  await insertRows(warehouse, 'raw.file', [{ file_id: 2, kind: 'consent', as_of: consentOn }]);
  await insertRows(warehouse, 'raw.consent', [
    { file_id: 2, row: 1, person_id: people[3], flag: 'nondisclosure', from_on: '2025-01-01' },
  ]);
  warehouse.close();
  return home;
}

test('a draft holds everybody: the listed with their grounds, the others with a reason alone', async () => {
  const home = await homeOfFour('2026-03-15');
  const result = await makeList(home, order, settings, effects);
  expect(result).toMatchObject({ list: 'guidance', asOf: '2026-03-31', rows: 2 });
  expect(result.counts.byLevel).toEqual({
    intensive: 1,
    motivational: 1,
    information: 0,
    excluded: 2,
    undecidable: 0,
  });
  expect(result.counts.byReason).toMatchObject({ medication: 1, 'non-disclosure': 1, dead: 0 });

  const draft = openDraft(home, result.id);
  const rows = [...draft.rows()].map(({ row }) => row);
  draft.close();
  expect(draft.header).toMatchObject({
    kind: 'list:guidance',
    purpose: 'guidance-targeting',
    confidentiality: 'top-secret',
    period: '2025',
    maker: 'P0007',
    ruleVersions: { 'guidance-level': '2024-04-01' },
    counts: result.counts,
  });
  expect(new Set(rows.map(({ row }) => row)).size).toBe(4);
  const byPerson = new Map(rows.map((row) => [row.person, row]));
  expect(byPerson.get(234200)).toMatchObject({
    level: 'intensive',
    listed: true,
    why: '腹囲85cm以上（男性）・空腹時血糖100以上・喫煙',
    examinedOn: '2025-06-10',
    sex: 'male',
    age: 50,
    values: { waist_cm: 90, fpg: 105, smoking: 'current' },
  });
  for (const [person, reason] of [
    [108815, 'medication'],
    [161803, 'non-disclosure'],
  ] as const) {
    const { row: _, ...content } = byPerson.get(person)!;
    expect(content).toEqual({ person, level: 'excluded', reason, listed: false });
  }
});

test('neither the ledger nor a file outside the sealed draft tells a count, a reason or a person', async () => {
  const home = await homeOfFour('2026-03-15');
  const said: string[] = [];
  await makeList(home, order, settings, { ...effects, log: (line) => said.push(line) });
  expect(said).toEqual([]);
  const office = readFileSync(home.office).toString('latin1');
  const drafts = readdirSync(home.drafts).map((name) =>
    readFileSync(join(home.drafts, name)).toString('latin1'),
  );
  for (const word of ['481516', '161803', 'non-disclosure', 'byLevel', 'intensive'])
    for (const bytes of [office, ...drafts]) expect(bytes).not.toContain(word);
  expect(office).toContain('list:guidance');
});

test.each([
  ['no consent list', undefined, 'CONSENT_STALE'],
  ['a consent list 32 days old', '2026-02-27', 'CONSENT_STALE'],
])('%s: refused, and nothing is written', async (_, consentOn, code) => {
  const home = await homeOfFour(consentOn);
  await expect(makeList(home, order, settings, effects)).rejects.toMatchObject({ code });
  expect(readdirSync(home.private)).not.toContain('drafts');
});

test('a list of a past day needs a consent list of today', async () => {
  const home = await homeOfFour('2026-03-15');
  const later = { ...effects, now: () => new Date('2026-04-16T09:00:00+09:00') };
  await expect(makeList(home, order, settings, later)).rejects.toMatchObject({ code: 'CONSENT_STALE' });
  expect(readdirSync(home.private)).not.toContain('drafts');
});

test('a consent list 31 days old is enough', async () => {
  const home = await homeOfFour('2026-02-28');
  await expect(makeList(home, order, settings, effects)).resolves.toMatchObject({ rows: 2 });
});

test.each([
  ['no purpose adopted', parseSettings('[society]\nname = "試験組合"\ninsurer_number = "06999991"\n')],
  ['addressing not adopted', adopted(['eligibility', 'checkup', 'consent'])],
  ['checkups not adopted', adopted(['eligibility', 'consent', 'address'])],
  ['not in force yet', adopted(['eligibility', 'checkup', 'consent', 'address'], '2027-04-01')],
])('%s: refused before the warehouse is opened', async (_, refusing) => {
  const home = homeOf(join(tmpdir(), 'kenpo-no-such-home'));
  await expect(makeList(home, order, refusing, effects)).rejects.toMatchObject({
    code: 'PURPOSE_NOT_ADOPTED',
  });
});

test('an unknown list, and a day the rule knows nothing of', async () => {
  const home = await homeOfFour('2026-03-15');
  for (const list of ['nothing', '../rules', 'standing.sql'])
    await expect(makeList(home, { ...order, list }, settings, effects)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  const warehouse = await openForBuild(home.warehouse);
  await warehouse.run("update core.checkup set examined_on = date '2017-06-10', fiscal_year = 2017");
  await warehouse.run("update core.eligibility_span set gained_on = date '2010-04-01'");
  warehouse.close();
  const early = makeList(home, { ...order, asOf: '2018-03-31' }, settings, effects);
  await expect(early).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a warehouse that was never built: refused with what to do, and no draft', async () => {
  const home = await homeOfFour('2026-03-15');
  const warehouse = await openForBuild(home.warehouse);
  await warehouse.run('drop schema core cascade');
  warehouse.close();
  const error = await makeList(home, order, settings, effects).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'MODEL_FAILED', hint: { ja: expect.stringContaining('kenpo build') } });
  expect(String(error)).not.toMatch(/core|schema/);
  expect(readdirSync(home.private)).not.toContain('drafts');
});
