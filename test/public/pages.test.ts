import { describe, expect, test } from 'vitest';
import { membersBySex, sampleContent } from '../release/sample-release.ts';
import { appOf, everyPage, get, linksOf, sampleRelease, sampleSite } from './sample-site.ts';

const app = appOf(await sampleSite());
const pages = await everyPage(app);
const dashboards = ['/', '/cost', '/disease', '/checkup'].flatMap((path) => [
  path,
  path === '/' ? '/en/' : `/en${path}`,
]);

describe('every page', () => {
  test('the walk finds them all, in both languages', () => {
    const paths = new Set([...pages.keys()].map((path) => path.split('?')[0]));
    expect(paths).toContain('/analyses/checkup-risk');
    expect(paths).toContain('/about/disclosure');
    expect(paths).toContain('/en/about/method');
    expect(paths.size).toBeGreaterThanOrEqual(26);
  });

  test('no inline style, no inline script, nothing from elsewhere', () => {
    for (const [path, text] of pages) {
      expect(text, path).not.toMatch(/ style="|<style|<script(?![^>]* src=)|javascript:| on[a-z]+="/);
      const outside = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '');
      for (const link of outside) expect(link, path).toMatch(/^[/#]/);
    }
  });

  test('one h1, headings without jumps, a language, a title', () => {
    for (const [path, text] of pages) {
      expect(text.match(/<h1/g), path).toHaveLength(1);
      expect(text, path).not.toMatch(/<h[3-6]/);
      expect(text, path).toContain(`<html lang="${path.startsWith('/en') ? 'en' : 'ja'}">`);
      expect(text, path).toMatch(/<title>[^<]+｜Kenpo Lens<\/title>/);
    }
  });

  test('downloads and assets it names exist', async () => {
    const links = new Set(
      [...pages.values()].flatMap(linksOf).filter((link) => /^\/(api|assets)/.test(link)),
    );
    expect(links.size).toBeGreaterThan(15);
    for (const link of links) expect((await get(app, link)).status, link).toBe(200);
  });

  test('every number in a sentence or a chart label stands in a table of the page', () => {
    for (const path of dashboards) {
      const text = pages.get(path) ?? '';
      const tables = numbersIn(
        [...text.matchAll(/<(table|dl)[ >].*?<\/\1>/gs)].map(([table]) => table).join(' '),
      );
      const sentences = [...text.matchAll(/<strong class="n">([^<]*)<\/strong>/g)].map(
        ([, said]) => said ?? '',
      );
      const labels = [...text.matchAll(/aria-label="([^"]*(?:最高|highest)[^"]*)"/g)].map(
        ([, said]) => said ?? '',
      );
      expect(sentences.length, path).toBeGreaterThan(1);
      for (const said of [...sentences, ...labels.map(withoutNames)])
        for (const number of numbersIn(said))
          expect(tables.has(number) || isRounded(number, tables), `${path} ${said}`).toBe(true);
    }
  });

  test('each figure has a heading, a subtitle with its unit, a short label, a table, a method and downloads', () => {
    for (const path of dashboards) {
      const figures = [...(pages.get(path) ?? '').matchAll(/<figure.*?<\/figure>/gs)].map(
        ([figure]) => figure,
      );
      expect(figures.length, path).toBeGreaterThanOrEqual(2);
      for (const figure of figures) {
        expect(figure).toMatch(
          /<h2>.+<\/h2>\s*<p class="subtitle">[^<]*(円|%|人|[Yy]en|Patients|[Pp]ersons|[=＝] ?100)/,
        );
        expect(figure).toContain('<table');
        expect(figure).toMatch(/href="(\/en)?\/analyses\//);
        for (const form of ['csv', 'xlsx', 'arrow']) expect(figure).toContain(`.${form}" download`);
        for (const [, label = ''] of figure.matchAll(/<svg[^>]*aria-label="([^"]*)"/g)) {
          expect(label.length).toBeGreaterThan(5);
          expect(label.length).toBeLessThanOrEqual(120);
        }
      }
    }
  });

  test('a question is a question, or the page has a fixed name', () => {
    for (const path of ['/', '/cost', '/disease', '/checkup'])
      expect(pages.get(path)).toMatch(/<h1>[^<]*か<\/h1>/);
  });

  test('cost without meals says so', () => {
    for (const path of ['/', '/cost', '/disease']) {
      const text = pages.get(path) ?? '';
      for (const [, subtitle = ''] of text.matchAll(/<p class="subtitle">([^<]*円／[^<]*)</g))
        expect(subtitle, path).toContain('食事を除く');
    }
  });
});

describe('navigation', () => {
  test('shows only pages that the release can fill', async () => {
    const release = await sampleRelease(sampleContent([membersBySex({ total: 100, male: 60, female: 40 })]));
    const small = appOf(await sampleSite(release));
    const text = await (await get(small, '/')).text();
    expect(text).toContain('href="/analyses/members"');
    expect(text).not.toContain('href="/cost"');
    expect((await get(small, '/cost')).status).toBe(404);
    for (const [path] of await everyPage(small)) expect(path).not.toMatch(/checkup|cost|disease\b/);
  });

  test('the language switch keeps page and filters', async () => {
    const text = await (await get(app, '/disease?fy=2024&sex=male')).text();
    expect(text).toContain('href="/en/disease?fy=2024&amp;sex=male"');
    expect(await (await get(app, '/en/disease?fy=2024&sex=male')).text()).toContain(
      'href="/disease?fy=2024&amp;sex=male"',
    );
  });

  test('an unknown filter is dropped, never an error', async () => {
    const plain = await (await get(app, '/disease')).text();
    const odd = await (await get(app, '/disease?fy=1066&sex=<script>&who=x')).text();
    expect(odd).not.toContain('<script>&');
    expect(numbersIn(odd)).toEqual(numbersIn(plain));
  });
});

/** Digits with commas and decimals; 億 and 万 become yen. */
function numbersIn(text: string): ReadonlySet<string> {
  const plain = text.replaceAll(/<[^>]*>/g, ' ');
  return new Set(
    [...plain.matchAll(/(?:[\d,]+億)?(?:[\d,]+万)?[\d,]*(?:\.\d+)?/g)]
      .map(([one]) => one)
      .filter((one) => /\d/.test(one)),
  );
}

/** A sum said in 億 and 万 (or millions) is a figure of a table, rounded. */
function isRounded(said: string, tables: ReadonlySet<string>): boolean {
  const digits = (text: string | undefined) => Number((text ?? '0').replaceAll(/[^\d.]/g, '') || 0);
  const [, large, small] = /^(?:([\d,]+)億)?(?:([\d,]+)万)?$/.exec(said) ?? [];
  const yen = digits(large) * 1e8 + digits(small) * 1e4;
  const values = [...tables].map(digits);
  if (yen > 0) return values.some((value) => Math.round(value / 1e4) * 1e4 === yen);
  return values.some((value) => value >= 1e7 && (value / 1e6).toFixed(1) === said.replaceAll(',', ''));
}

/** Years, months and ages in names are not figures. */
function withoutNames(label: string): string {
  return label
    .replaceAll(
      /\d{4}年度|FY\d{4}|\d{4}年\d+月|\d{4}-\d{2}|\d+月|\d+〜\d*歳?|\d+歳以上|\d+–\d*|\d+ and over/g,
      '',
    )
    .replaceAll(/(非表示|not shown) \d+/g, '');
}
