import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportForms } from '../../src/public/reports/files.ts';
import { reportContent } from '../../src/public/reports/report.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { contentWidth, cutTexts, open, smallTexts } from '../browser/in-page.ts';
import { type Watched, watchedPage } from '../browser/watched-page.ts';
import { pagesOf } from '../print/pixels.ts';
import { changed, factory, hidden, sourceOf, year } from '../public/reports/sample-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-report-'));
const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));
const address = pathToFileURL(join(folder, 'report.html')).href;
let browser: Browser;
let watched: Watched;

beforeAll(async () => {
  const source = await sourceOf(
    changed((cell) =>
      cell.at['risk'] === 'liver' && cell.at['unit'] === factory.code ? hidden(cell) : cell,
    ),
  );
  const file = await reportForms[1]!(await reportContent(source, factory, year), '2026-00012');
  writeFileSync(join(folder, 'report.html'), file.bytes);
  mkdirSync(screenshots, { recursive: true });
  browser = await launchBrowser();
  watched = await watchedPage(browser, { viewport: { width: 1280, height: 900 } });
  await open(watched.page, address);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test('the report opens by itself: one request, no complaint, no barrier', async () => {
  const { page, requests, complaints } = watched;
  await page.screenshot({ path: join(screenshots, 'report-1280.png'), fullPage: true });
  expect(requests.filter((request) => !request.startsWith('data:'))).toEqual([address]);
  expect(complaints).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.length}`)).toEqual([]);
  expect(await smallTexts(page)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
});

test('printed it is four A4 pages', async () => {
  const pdf = await watched.page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect((await pagesOf(pdf)).length).toBe(4);
});

test('on a telephone nothing scrolls sideways but the tables', async () => {
  const { page } = watched;
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await contentWidth(page)).toBe(390);
});
