import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { openForBuild, openForCount, openForSelection } from '#private/warehouse.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const holder = `
import { DuckDBInstance } from '@duckdb/node-api';
const instance = await DuckDBInstance.create(process.argv[1]);
await instance.connect();
console.log('open');
setInterval(() => {}, 1000);`;

test('while another process goes on writing to the warehouse it is in use', async () => {
  const path = join(folder, 'warehouse.duckdb');
  (await openForBuild(path)).close();
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await once(child.stdout, 'data');
    await expect(openForCount(path)).rejects.toMatchObject({ code: 'HOME_IN_USE' });
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  (await openForCount(path)).close();
});

test.each([
  ['count', openForCount],
  ['selection', openForSelection],
  ['build', openForBuild],
])('who opens a warehouse for a %s waits for a process that is just done with it', async (name, open) => {
  const path = join(folder, `${name}.duckdb`);
  (await openForBuild(path)).close();
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const opening = open(path);
  const refusedMeanwhile = DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  await expect(refusedMeanwhile).rejects.toThrow(/could not set lock/i);
  child.kill('SIGKILL');
  (await opening).close();
});

test('a selection may fill input and parameter, and reach nothing else', async () => {
  const path = join(folder, 'selected.duckdb');
  const building = await openForBuild(path);
  await building.run('create schema core; create table core.some as select 1 as one');
  building.close();
  const spill = join(folder, 'spill');
  mkdirSync(spill);
  const warehouse = await openForSelection(path, spill);
  try {
    await warehouse.run('create table input.chosen as select one from core.some');
    await warehouse.run('create table parameter.limits as select 2 as two');
    expect(await warehouse.rows('select one, two from input.chosen, parameter.limits')).toEqual([
      { one: 1, two: 2 },
    ]);
    for (const sql of [
      'create table core.other as select 1',
      'insert into core.some values (2)',
      `copy core.some to '${join(folder, 'out.csv')}'`,
      `attach '${join(folder, 'other.duckdb')}' as other`,
      'set enable_external_access = true',
    ])
      await expect(warehouse.run(sql), sql).rejects.toThrow();
    await expect(openForSelection(path)).rejects.toThrow('already open');
  } finally {
    warehouse.close();
  }
  (await openForBuild(path)).close();
});

test('a selection from a warehouse that does not exist', async () => {
  await expect(openForSelection(join(folder, 'none.duckdb'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
