import { describe, expect, test } from 'vitest';
import type { Release } from '#release/read.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { appOf, everyPage, get, sampleRelease, sampleSite } from './sample-site.ts';

const release = await sampleRelease();

/** The same release as if the gate had left a true value in its hidden cells. */
function leaking(value: number): Release {
  return {
    ...release,
    cells: (name) =>
      release.cells(name).map((cell) => (cell.status === 'hidden' ? { ...cell, value } : cell)),
  };
}

const [three, many] = await Promise.all(
  [3, 987_654_321].map(async (value) => appOf(await sampleSite(leaking(value)))),
);

describe('a hidden cell renders the same bytes whatever its true value', () => {
  test('on every page', async () => {
    const small = await everyPage(three!, 40);
    const large = await everyPage(many!, 40);
    expect([...small.keys()]).toEqual([...large.keys()]);
    for (const [path, text] of small) expect(sha256(large.get(path) ?? ''), path).toBe(sha256(text));
    const hidden = [...small.values()].filter((text) => text.includes('class="n hatch'));
    expect(hidden.length).toBeGreaterThan(1);
  });

  test('in the API, the CSV and the chart specifications', async () => {
    for (const { name } of release.manifest.analyses)
      for (const path of [`/api/analyses/${name}`, `/api/analyses/${name}.csv`]) {
        const [a, b] = await Promise.all([three!, many!].map(async (app) => (await get(app, path)).text()));
        expect(sha256(a ?? ''), path).toBe(sha256(b ?? ''));
      }
    for (const figure of ['overview/diseases', 'disease/diseases', 'checkup/ages', 'analyses/disease-cost']) {
      const path = `/charts/ja/${figure}.json?fy=2025&sex=female`;
      const [a, b] = await Promise.all([three!, many!].map(async (app) => (await get(app, path)).text()));
      expect(sha256(a ?? ''), path).toBe(sha256(b ?? ''));
      expect(a).toContain('variants');
    }
  });
});

describe('words at hidden cells', () => {
  test('no cause is named, and every X is read as 非表示', async () => {
    const pages = await everyPage(appOf(await sampleSite(release)), 60);
    for (const [path, text] of pages) {
      expect(text, path).not.toMatch(/少人数|10人未満|1〜9|少ないため/);
      const crosses = [...text.matchAll(/aria-hidden="true">X<\/span>(.{0,40})/g)];
      for (const [, after] of crosses) expect(after, path).toMatch(/class="vh">(非表示|not shown)/);
    }
  });

  test('a chart gives every hidden row one band of the whole width', async () => {
    const site = await sampleSite(release);
    const text = await (await get(appOf(site), '/disease?fy=2025&sex=female')).text();
    const bands = [...text.matchAll(/<path d="M0,[\d.]+h([\d.]+)v([\d.]+)h-[\d.]+Z" fill="url\(#hatch\)"/g)];
    const sizes = new Set(bands.map(([, width, height]) => `${width}×${height}`));
    expect(bands.length).toBeGreaterThan(3);
    expect(sizes.size).toBeLessThanOrEqual(4);
  });
});
