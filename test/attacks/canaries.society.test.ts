import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openForCount } from '#private/warehouse.ts';
import { readPlanted, sampleHome } from '../fixtures/sample-home.ts';
import { type Served, serveHome } from '../fixtures/serve-home.ts';
import { type Visit, walkSite } from '../fixtures/walk-site.ts';
import { root } from '../house/source-files.ts';
import { findCanaries } from './find-canaries.ts';

const home = sampleHome();
const { canaries } = readPlanted(home);
let served: Served;
let visits: Visit[];

beforeAll(async () => {
  served = await serveHome(root, home.root);
  visits = await walkSite(served.url);
});
afterAll(() => served?.stop());

/** Files below a folder, as [relative path, bytes]. */
function filesBelow(folder: string): [string, Uint8Array][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(home.root, path), readFileSync(path)]);
}

test('the canaries really stand in the files the society received', () => {
  const inbox = filesBelow(home.inbox).filter(([path]) => /csv$/i.test(path));
  const found = new Set(inbox.flatMap(([, bytes]) => findCanaries(bytes, canaries)));
  expect(found.size).toBeGreaterThan(0);
});

test('the search finds a planted canary in every wrapping', () => {
  const canary = canaries[0]!;
  const wrappings = [
    Buffer.from(`x${canary}y`),
    Buffer.from(canary, 'utf16le'),
    Buffer.from(encodeURIComponent(canary)),
  ];
  for (const bytes of wrappings) expect(findCanaries(bytes, canaries)).toEqual([canary]);
  expect(findCanaries(Buffer.from('nothing here'), canaries)).toEqual([]);
});

test('no page, asset, API answer or download shows a canary', () => {
  expect(visits.length).toBeGreaterThan(30);
  const caught = visits.flatMap(({ path, body }) =>
    findCanaries(unpack(body), canaries).map((canary) => `${path}: ${canary.length}`),
  );
  expect(caught).toEqual([]);
});

test('finished documents are named by their number and nothing else', () => {
  const names = filesBelow(home.outbox).map(([path]) => relative('private/outbox', path));
  expect(names.filter((name) => !/^\d{4}-\d{5,}\.(pdf|xlsx|html)$/.test(name))).toEqual([]);
});

test('office, public, logs, candidates, proofs and sealed drafts hold no canary, in content or in name', () => {
  const folders = [
    home.officeDirectory,
    home.public,
    home.logs,
    home.candidates,
    home.proofs,
    home.tmp,
    home.drafts,
  ];
  const caught = folders
    .flatMap(filesBelow)
    .filter(
      ([path, bytes]) =>
        findCanaries(Buffer.concat([Buffer.from(path), Buffer.from('\n'), bytes]), canaries).length > 0,
    )
    .map(([path]) => path);
  expect(caught).toEqual([]);
});

test('the vault and the sealed originals do not show a canary in the clear', () => {
  const caught = [
    ...filesBelow(home.raw),
    ...filesBelow(home.private).filter(([path]) => path.includes('vault')),
  ]
    .filter(([, bytes]) => findCanaries(bytes, canaries).length > 0)
    .map(([path]) => path);
  expect(caught).toEqual([]);
});

test('no text column of the warehouse holds a canary', async () => {
  const warehouse = await openForCount(home.warehouse);
  try {
    const columns = await warehouse.rows(
      "select table_schema s, table_name t, column_name c from information_schema.columns where data_type = 'VARCHAR' and table_schema not in ('information_schema', 'pg_catalog')",
    );
    expect(columns.length).toBeGreaterThan(50);
    const caught: string[] = [];
    for (const { s, t, c } of columns) {
      const values = await warehouse.rows(
        `select distinct "${c}" v from "${s}"."${t}" where "${c}" is not null`,
      );
      if (findCanaries(Buffer.from(values.map((row) => String(row['v'])).join('\n')), canaries).length > 0)
        caught.push(`${s}.${t}.${c}`);
    }
    expect(caught).toEqual([]);
  } finally {
    warehouse.close();
  }
});

function unpack(body: Uint8Array): Uint8Array {
  return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body;
}
