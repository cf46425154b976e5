import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openForBuild, openForCount } from '#private/warehouse.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const holder = `
import { DuckDBInstance } from '@duckdb/node-api';
const instance = await DuckDBInstance.create(process.argv[1]);
await instance.connect();
console.log('open');
setInterval(() => {}, 1000);`;

test('while another process writes to the warehouse it is in use, for readers and writers', async () => {
  const path = join(folder, 'warehouse.duckdb');
  (await openForBuild(path)).close();
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await once(child.stdout, 'data');
    await expect(openForCount(path)).rejects.toMatchObject({ code: 'HOME_IN_USE' });
    await expect(openForBuild(path)).rejects.toMatchObject({ code: 'HOME_IN_USE' });
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  (await openForCount(path)).close();
});
