import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleHome } from '../fixtures/sample-home.ts';
import { type Served, serveHome } from '../fixtures/serve-home.ts';
import { walkSite } from '../fixtures/walk-site.ts';
import { root } from '../house/source-files.ts';

/** All that `kenpo serve` may need; everything that can see a person is left out. */
const kept = [
  'package.json',
  'src/cli.ts',
  'src/commands/table.ts',
  'src/commands/serve.ts',
  'src/shared',
  'src/release',
  'src/office',
  'src/public',
  'dashboards',
];

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kenpo-alone-'));
  const project = join(folder, 'project');
  mkdirSync(project);
  for (const path of kept) cpSync(join(root, path), join(project, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  const home = sampleHome();
  for (const part of ['office', 'public'])
    cpSync(join(home.root, part), join(folder, 'home', part), { recursive: true });
  served = await serveHome(project, join(folder, 'home'));
});

afterAll(async () => {
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the server shows every page with all private code and data deleted', async () => {
  const visits = await walkSite(served.url);
  expect(visits.filter((visit) => visit.status !== 200).map((visit) => visit.path)).toEqual([]);
  expect(visits.filter((visit) => visit.type.includes('html')).length).toBeGreaterThan(10);
});
