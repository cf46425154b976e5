import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secondaryWords } from '#gate/disclosure-report.ts';
import { reasons } from '#gate/primary.ts';
import { sampleHome } from '../fixtures/sample-home.ts';
import { type Served, serveHome } from '../fixtures/serve-home.ts';
import { type Visit, walkSite } from '../fixtures/walk-site.ts';
import { compareExits, listedExits } from '../house/exits.ts';
import { root } from '../house/source-files.ts';

let served: Served;
let visits: Visit[];

beforeAll(async () => {
  served = await serveHome(root, sampleHome().root);
  visits = await walkSite(served.url);
});
afterAll(() => served?.stop());

/** Pages and downloads by address, without language, query and the name of the analysis. */
function exitsOf(list: readonly Visit[]): string[] {
  const exits = list
    .filter(({ path }) => !/^\/(assets|charts)\//.test(path))
    .map(({ path, type }) => {
      const address =
        new URL(path, served.url).pathname.replace(/^\/en(?=\/|$)/, '').replace(/(?<=.)\/$/, '') || '/';
      return `${type.includes('html') ? 'page' : 'download'} ${address.replace(/\/analyses\/[a-z-]+/, '/analyses/<analysis>')}`;
    });
  return [...new Set(exits)].sort();
}

test('every page and download that links lead to is a listed exit, and every listed one is reached', () => {
  const listed = listedExits().filter((exit) => /^(page|download) /.test(exit));
  expect(compareExits(listed, exitsOf(visits))).toEqual({ unlisted: [], gone: [] });
});

/** Codes of the private disclosure report, and its Japanese words for them. */
const privateWords = [...Object.entries(reasons).flat(), ...Object.entries(secondaryWords).flat()].filter(
  (word) => !['equal', 'tied', 'households', 'everyone', 'complement'].includes(word),
);
const roles = /\b(primary|secondary)\b|一次秘匿|二次秘匿|1次秘匿|2次秘匿/;

function tells(text: string): string[] {
  const role = roles.exec(text)?.[0];
  return [...privateWords.filter((word) => text.includes(word)), ...(role ? [role] : [])];
}

test('pages, charts, downloads and public files know "hidden" and nothing else: no reason, no role', () => {
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const shown = visits.filter(({ path, type }) => !path.startsWith('/assets/') && !/image|font/.test(type));
  expect(shown.length).toBeGreaterThan(20);
  for (const { path, body } of shown) expect(tells(decode(body)), path).toEqual([]);
  const home = sampleHome();
  const files = readdirSync(home.releases, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const { parentPath, name } of files)
    expect(
      tells(readFileSync(join(parentPath, name), 'latin1') + readFileSync(join(parentPath, name), 'utf8')),
      name,
    ).toEqual([]);
});

test('the search sees a reason, a role and a Japanese reason', () => {
  expect(tells('{"reason":"small_count"}')).toEqual(['small_count']);
  expect(tells('<td>primary</td>')).toEqual(['primary']);
  expect(tells(reasons.employer_few)).toEqual([reasons.employer_few]);
});

test('the enumeration sees a page that nobody listed', () => {
  const planted: Visit = { path: '/en/rows?fy=2024', status: 200, type: 'text/html', body: new Uint8Array() };
  expect(exitsOf([planted])).toEqual(['page /rows']);
});
