import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { contentWidth, cutTexts, enliven, focused, open, plantContrastFault } from '../browser/in-page.ts';
import { watchedPage } from '../browser/watched-page.ts';
import { rules, screenshots, serveRelease } from './served.ts';

const { browser, url } = serveRelease();

test('the accessibility check is alive: a planted contrast fault is found', async () => {
  const { page, close } = await watchedPage(browser());
  await open(page, url());
  await plantContrastFault(page);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(violations.map(({ id }) => id)).toContain('color-contrast');
  await close();
});

test.each([320, 390, 768])('nothing overflows at %s px', async (width) => {
  const { page, close } = await watchedPage(browser(), { viewport: { width, height: 800 } });
  for (const path of [
    '',
    'cost',
    'disease',
    'en/checkup',
    'habits',
    'guidance',
    'en/severity',
    'changes',
    'analyses/members',
    'about/disclosure',
  ]) {
    await open(page, url() + path);
    expect(await contentWidth(page), path).toBe(width);
  }
  await close();
});

test('without script a page is complete: charts, tables, filters', async () => {
  const { page, close } = await watchedPage(browser(), { javaScriptEnabled: false });
  await open(page, `${url()}disease`);
  expect(await page.locator('figure svg.chart:visible').count()).toBe(1);
  await page.locator('figure summary', { hasText: '表で見る' }).click();
  expect(await page.locator('figure table:visible').count()).toBe(2);
  await page.locator('.filter a', { hasText: '女性' }).click();
  expect(page.url()).toContain('sex=female');
  expect(await page.locator('.filter a[aria-current]').allTextContents()).toEqual(['2025年度', '女性']);
  await close();
});

test('keyboard: the skip link comes first; arrow keys read the points of a chart; Esc leaves', async () => {
  const { page, complaints, close } = await watchedPage(browser());
  await open(page, url());
  await page.keyboard.press('Tab');
  expect(await focused(page, 'textContent')).toBe('本文へ');
  await page.keyboard.press('Enter');
  expect(await focused(page, 'id')).toBe('main');

  await enliven(page);
  const chart = page.locator('#monthly .drawings');
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  const first = await page.locator('#monthly [aria-live]').textContent();
  expect(first).toMatch(/4月.*円/);
  expect(await page.locator('#monthly .tip').textContent()).toBe(first);
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('#monthly [aria-live]').textContent()).not.toBe(first);
  await page.keyboard.press('Escape');
  expect(await page.locator('#monthly .tip').isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await close();
});

test.each(['', 'cost', 'disease', 'checkup', 'habits', 'guidance', 'severity', 'changes'])(
  'no text of a chart is cut, still or live: /%s',
  async (path) => {
    const { page, close } = await watchedPage(browser());
    await open(page, url() + path);
    expect(await cutTexts(page)).toEqual([]);
    await enliven(page);
    expect(await cutTexts(page)).toEqual([]);
    await close();
  },
);

test('pointer: a bar tells its figure', async () => {
  const { page, close } = await watchedPage(browser());
  await open(page, url());
  await enliven(page);
  const bar = page.locator('#diseases .live:visible .mark-rect path').first();
  await bar.hover();
  expect(await page.locator('#diseases .tip').textContent()).toMatch(/\d円$/);
  await close();
});

test('print: the overview is complete on one sheet, with its head line and without controls', async () => {
  const { page, close } = await watchedPage(browser(), { viewport: { width: 688, height: 1000 } });
  await open(page, url());
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.print-head').isVisible()).toBe(true);
  expect(await page.locator('nav, .filters, .menu, summary').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('svg.chart:visible').count()).toBe(3);
  const third = await page.locator('#diseases').boundingBox();
  expect((third?.y ?? 0) + (third?.height ?? 9999)).toBeLessThan(267 * (96 / 25.4));
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, 'overview-print.png'), fullPage: true });
  await close();
});
