import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildWarehouse } from '#private/models/build.ts';
import { runChecks } from '#private/models/checks.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { builtFrom, insertRows, root, settings } from '../../pipelines/fixture.ts';
import { deliveries, ledgerFile, link, receipt, span } from '../../pipelines/raw-rows.ts';

/** Inside the project, so that copied contracts find what they import. */
const cache = join(root, 'test', '.cache');

let folder = '';
beforeEach(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'models-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const society = {
  file: [
    ledgerFile(),
    { file_id: 8, kind: 'receipt', records: 60, receipts: 12, points: 0, yen: 0 },
    { file_id: 7, kind: 'checkup', records: 2 },
    { file_id: 9, kind: 'receipt', records: 12, receipts: 3, points: 1100, yen: 12010 },
  ],
  eligibility: [span()],
  person_link: [link('base-1', 1)],
  receipt: [...deliveries('2024-04', 12), receipt({ inpatient: true, meal_yen: 1010 })],
  detail: [
    {
      file_id: 9,
      receipt_seq: 1,
      line: 1,
      record: 'IY',
      unit_seq: 1,
      code: '620000001',
      points: 3,
      count: 5,
    },
  ],
  checkup: [{ file_id: 7, checkup_seq: 1, key_base: 'base-1', examined_on: '2024-06-01', records: 1 }],
  duplicate: [{ file_id: 9, position: 2, of_file_id: 8, records: 4, receipts: 1, points: 400, yen: 4000 }],
  quarantine: [
    { file_id: 7, position: 2, reason: 'x', records: 1, receipts: 0, points: 0, yen: 0 },
    { file_id: 9, position: 3, reason: 'x', records: 3, receipts: 1, points: 200, yen: 2000 },
  ],
};

describe('checks', () => {
  const built = builtFrom(society);
  afterAll(async () => (await built).warehouse.close());

  const failing = async (change: string) => {
    const { warehouse } = await built;
    await warehouse.run('begin transaction');
    await warehouse.run(change);
    const checks = await runChecks(warehouse);
    await warehouse.run('rollback');
    return checks.filter((check) => !check.ok).map(({ name, failing, of }) => [name, failing, of]);
  };

  test('all pass on a sound society', async () => {
    expect(await failing('select 1')).toEqual([]);
  });

  test.each([
    ['a record', 'update raw.file set records = records + 1 where file_id = 9', 'receipts-conserved', 1, 2],
    [
      'a receipt',
      'update raw.file set receipts = receipts + 1 where file_id = 9',
      'receipts-conserved',
      1,
      2,
    ],
    ['a point', 'update raw.file set points = points + 1 where file_id = 9', 'receipts-conserved', 1, 2],
    ['a yen', 'update raw.file set yen = yen + 1 where file_id = 9', 'receipts-conserved', 1, 2],
    ['a checkup', 'update raw.file set records = records + 1 where file_id = 7', 'checkups-conserved', 1, 1],
    ['an analysis', 'update analyses."disease-cost" set yen = yen - 1', 'yen-conserved', 1, 1],
    ['a month', 'update analyses.members set person_months = 11', 'person-months-conserved', 1, 1],
    ['a person', 'delete from core.member', 'linked-persons-known', 2, 2],
    ['a unit', 'update core.member_year set unit = null', 'members-described', 1, 1],
    ['too long a year', 'update core.member_year set person_months = 13', 'person-months-within-year', 1, 1],
    ['a father in labour', `update analyses."disease-cost" set disease = '15'`, 'structural-zeros', 1, 1],
    ['a row twice', 'insert into core.member from core.member', 'key:core.member', 1, 2],
    ['a lost receipt', 'insert into raw.receipt (decided_points) values (0)', 'receipts-complete', 1, 14],
    ['a receipt gone from core', 'delete from core.receipt where file_id = 9', 'receipts-complete', 1, 13],
    ['a point gone from core', 'update core.receipt set points = points - 1', 'receipts-complete', 1, 13],
    ['a meal gone from core', 'update core.receipt set meal_yen = meal_yen - 1', 'receipts-complete', 1, 13],
    ['a version gone', 'delete from core.receipt_version where points = 500', 'receipts-conserved', 1, 2],
    [
      'two versions at once',
      'insert into core.receipt_version select * replace (1 as step) from core.receipt_version where points = 500',
      'versions-consistent',
      1,
      14,
    ],
    [
      'a yen of the triangle',
      'update core.revision set yen = yen + 1 where points = 500',
      'revisions-conserved',
      1,
      12,
    ],
    ['a month of the triangle', 'delete from core.revision where points = 500', 'revisions-conserved', 1, 12],
    [
      'a yen nobody bears',
      'update core.receipt_cost set unrated_yen = unrated_yen - 1 where yen > 0',
      'costs-conserved',
      1,
      13,
    ],
    [
      'a meal nobody bears',
      'update core.receipt_cost set meal_member_yen = meal_member_yen - 1 where meal_yen > 0',
      'costs-conserved',
      1,
      13,
    ],
    ['a point of a drug', 'update core.drug set points = points + 1', 'drugs-conserved', 1, 1],
    ['a drug', 'delete from core.drug', 'drugs-conserved', 1, 0],
  ])('%s that does not fit is found', async (_title, change, name, count, of) => {
    expect(await failing(change)).toContainEqual([name, count, of]);
  });
});

test('a model that fails is named by line, never with a value, and the last build stays', async () => {
  const { warehouse } = await builtFrom(society);
  cpSync(join(root, 'pipelines'), join(folder, 'pipelines'), { recursive: true });
  writeFileSync(
    join(folder, 'pipelines', 'core', 'member.sql'),
    "-- grain: one row\n-- key: person_id\nselect\n  cast(relation || 'カナリヤ' as integer) as person_id\nfrom core.eligibility_span",
  );
  const again = buildWarehouse(warehouse, settings, silentEffects(), join(folder, 'pipelines'));
  const error: unknown = await again.catch((caught: unknown) => caught);
  expect(error).toMatchObject({ code: 'MODEL_FAILED', data: { model: 'core.member' }, cause: undefined });
  expect(JSON.stringify([error, String(error)])).not.toContain('カナリヤ');
  expect(await warehouse.rows('select person_id from core.member')).toEqual([{ person_id: 1 }]);
  expect(await warehouse.rows('select yen from analyses."cost-by-age" where has_care')).toEqual([
    { yen: 5000 },
  ]);
  warehouse.close();
});

test('an analysis folder that is not whole is refused by name before anything changes', async () => {
  const { warehouse } = await builtFrom(society);
  cpSync(join(root, 'pipelines'), join(folder, 'pipelines'), { recursive: true });
  rmSync(join(folder, 'pipelines', 'analyses', 'members', 'cases.ts'));
  await expect(
    buildWarehouse(warehouse, settings, silentEffects(), join(folder, 'pipelines')),
  ).rejects.toMatchObject({ code: 'GATE_CONTRACT', message: expect.stringContaining('members') });
  expect(await warehouse.rows('select person_id from core.member')).toEqual([{ person_id: 1 }]);
  warehouse.close();
});

describe('rules the build runs itself', () => {
  const changed = async (change: (sql: string) => string) => {
    const { warehouse } = await builtFrom(society);
    cpSync(join(root, 'pipelines'), join(folder, 'pipelines'), { recursive: true });
    const path = join(folder, 'pipelines', 'rules', 'referral', 'rule.sql');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const again = buildWarehouse(warehouse, settings, silentEffects(), join(folder, 'pipelines'));
    return { warehouse, error: await again.then(() => undefined).catch((caught: unknown) => caught) };
  };

  test('a table that is not there is named', async () => {
    const { warehouse, error } = await changed((sql) => sql.replace('core.checkup_person', 'core.nowhere'));
    expect(error).toMatchObject({ code: 'MODEL_FAILED', data: { model: 'judged.referral' } });
    warehouse.close();
  });

  test('a fault of the SQL leaves the last build, and nothing of the rule behind', async () => {
    const { warehouse, error } = await changed((sql) => sql.replace('people.sbp', 'people.nothing'));
    expect(error).toMatchObject({ code: 'MODEL_FAILED', data: { model: 'judged.referral' } });
    expect(await warehouse.rows('select count(*) as n from judged.referral')).toEqual([{ n: 1 }]);
    const schemas = await warehouse.rows(
      "select schema_name from information_schema.schemata where schema_name in ('input', 'parameter')",
    );
    expect(schemas).toEqual([]);
    warehouse.close();
  });

  test('what is judged has the key of its table', async () => {
    const { warehouse, report } = await builtFrom(society);
    const names = report.models.map(({ name }) => name);
    expect(names.indexOf('judged.referral')).toBeGreaterThan(names.indexOf('core.checkup_person'));
    expect(await warehouse.rows('select checkup_id, level from judged.referral')).toEqual([
      { checkup_id: 700000001, level: 'undecidable' },
    ]);
    warehouse.close();
  });
});

test('a home is built twice over: the second build replaces the first, in the file', async () => {
  const path = join(folder, 'warehouse.duckdb');
  const first = await openForBuild(path);
  await buildWarehouse(first, settings, silentEffects());
  for (const [table, rows] of Object.entries(society)) await insertRows(first, `raw."${table}"`, rows);
  const report = await buildWarehouse(first, settings, silentEffects());
  first.close();
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  const second = await openForBuild(path);
  expect(await second.rows('select count(*) as n from analyses.members')).toEqual([{ n: 1 }]);
  second.close();
});
