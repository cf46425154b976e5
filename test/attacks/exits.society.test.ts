import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('the enumeration sees a page that nobody listed', () => {
  const planted: Visit = { path: '/en/rows?fy=2024', status: 200, type: 'text/html', body: new Uint8Array() };
  expect(exitsOf([planted])).toEqual(['page /rows']);
});
