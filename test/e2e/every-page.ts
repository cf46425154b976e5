import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentWidth, enliven, open, smallTexts } from '../browser/in-page.ts';
import { type Watched, watchedPage } from '../browser/watched-page.ts';
import { rules, screenshots, serveRelease } from './served.ts';

const pages = [
  '/',
  '/cost',
  '/cost?fy=2026',
  '/disease',
  '/disease?sex=female',
  '/checkup',
  '/habits',
  '/guidance',
  '/severity',
  '/changes',
  '/analyses',
  ...[
    'members',
    'cost-by-care',
    'cost-by-age',
    'disease-cost',
    'checkup-participation',
    'checkup-risk',
    'checkup-findings',
    'guidance-levels',
    'checkup-transitions',
    'health-level',
    'habits',
    'employer-cost',
    'receipt-linkage',
  ].map((name) => `/analyses/${name}`),
  '/about/disclosure',
  '/about/method',
];

export type Look = {
  readonly language: 'ja' | 'en';
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
};

/** Every page in one look: accessible, in the frame, readable, quiet, asking nobody else; and a picture of each. */
export function testEveryPage({ language, width, colorScheme }: Look): void {
  const { browser, url } = serveRelease();
  let watched: Watched;
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    watched = await watchedPage(browser(), { viewport: { width, height: 900 }, colorScheme });
  });
  afterAll(() => watched.close());

  test.each(pages)('%s', async (path) => {
    const { page, complaints, requests } = watched;
    await open(page, url() + (language === 'en' ? `en${path}` : path.slice(1)));
    await enliven(page);

    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    expect(await contentWidth(page)).toBe(width);
    expect(await smallTexts(page)).toEqual([]);
    expect(complaints).toEqual([]);
    for (const request of requests) expect(request.startsWith(url()), request).toBe(true);

    const name = `${language}-${width}${path.replaceAll(/[^a-z0-9]+/g, '-')}`.replace(/-$/, '');
    await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
  });
}
