import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block, Item, ReportContent } from '../../../src/public/reports/content.ts';
import { reportDigest } from '../../../src/public/reports/digest.ts';
import { reportHtml } from '../../../src/public/reports/html.ts';
import { reportContent } from '../../../src/public/reports/report.ts';
import { unitsOf } from '../../../src/public/reports/units.ts';
import {
  changed,
  factory,
  hidden,
  isAt,
  othersThan,
  pool,
  sourceOf,
  withValue,
  year,
} from './sample-report.ts';

const source = await sourceOf();
const content = await reportContent(source, factory, year);
const html = reportHtml(content, '2026-00012', '');

function items(one: ReportContent): readonly Item[] {
  const tables = one.pages.flatMap((page) => page.blocks.filter((block) => block.kind === 'table'));
  return tables.flatMap((table) => table.sections.flatMap((section) => section.rows.flat()));
}

const answers = (one: ReportContent) =>
  one.pages.map((page) => page.answer.map((parts) => parts.map((part) => part.text).join('')).join(''));

describe('a report of a unit', () => {
  test('has four pages, each with a question, tables and notes', () => {
    expect(content.pages.map(({ question }) => question)).toEqual([
      '働く人と家族の健康は、組合の平均とどこが違うか',
      '健診はどこまで進んだか',
      'どのリスクと生活習慣に気をつけるか',
      'この数年でどう変わったか',
    ]);
    for (const page of content.pages) {
      expect(page.blocks.some(({ kind }) => kind === 'table')).toBe(true);
      expect(page.notes.length).toBeGreaterThan(0);
      expect(page.answer.length).toBeGreaterThan(0);
    }
    const rows = content.pages[0]!.blocks.flatMap((block: Block) =>
      block.kind === 'table' ? block.sections.map((section) => section.rows.length) : [],
    );
    expect(rows).toEqual([2, 5, 5, 1]);
  });

  test('holds nothing of another unit: their figures and names may be anything', async () => {
    const others = new Set(othersThan(factory).map(({ code }) => code));
    const lists = {
      ...source.cells.release.manifest.lists,
      'reporting-unit': source.cells.release.manifest.lists['reporting-unit']!.map((entry) =>
        others.has(entry.code) ? { ...entry, ja: `別名${entry.code}`, en: 'Other' } : entry,
      ),
    };
    const id = source.cells.release.manifest.id;
    const foreign = await sourceOf(
      changed(
        (cell) => (others.has(cell.at['unit'] ?? '') ? withValue(cell, (cell.value ?? 0) * 3 + 7) : cell),
        { lists },
      ),
    );
    const other = await reportContent(foreign, factory, year);
    const known = JSON.stringify(other).replaceAll(foreign.cells.release.manifest.id, id);
    expect(known).toBe(JSON.stringify(content));
    for (const { code, ja } of othersThan(factory)) {
      expect(html).not.toContain(ja);
      expect(html.includes(`>${code}<`)).toBe(false);
    }
  });

  test('knows its own figures: another value of one cell is another report', async () => {
    const own = { unit: factory.code };
    const moved = await sourceOf(
      changed((cell, name) =>
        name === 'checkup-participation' && cell.measure === 'participation_rate' && isAt(cell, own)
          ? withValue(cell, 12.3)
          : cell,
      ),
    );
    const other = await reportContent(moved, factory, year);
    expect(reportDigest(other)).not.toBe(reportDigest(content));
    expect(items(other).some((item) => item.kind === 'figure' && item.text === '12.3')).toBe(true);
  });

  test('marks hidden cells with one sign, in tables and drawings, and says nothing about them', async () => {
    const dark = await sourceOf(changed((cell) => (cell.at['unit'] === factory.code ? hidden(cell) : cell)));
    const { cells } = dark;
    const units = unitsOf(cells, year).map(({ code }) => code);
    expect(units).toContain(factory.code);
    const other = await reportContent(dark, factory, year);
    const own = items(other).filter((item) => item.kind === 'figure' && item.strong);
    expect(own).toEqual([]);
    expect(items(other).some((item) => item.kind === 'verdict' && item.verdict !== 'unknown')).toBe(false);
    expect(answers(other)).toEqual([
      'この年度は、組合平均と比べられる値を表示していません。',
      expect.stringMatching(/^貴社の受診率は表示していません。組合平均は[\d.]+%です。$/),
      '健診リスクの割合は表示していません。',
      '前年度と比べられる値を表示していません。',
    ]);
    const page = reportHtml(other, '2026-00012', '');
    expect(page).toContain('<span class="mark" aria-hidden="true">X</span><span class="vh">非表示</span>');
    expect(page).not.toMatch(/あと\d+人|少人数|10人未満/);
  });

  test('says only numbers that stand in its tables', () => {
    const texts = items(content).flatMap((item) =>
      item.kind === 'figure' ? [item.text, item.sub] : item.kind === 'text' ? [item.text] : [],
    );
    const known = new Set(texts.flatMap((text) => text.match(/[\d,.]+/g) ?? []));
    const said = answers(content).flatMap((text) => text.match(/[\d,.]+/g) ?? []);
    expect(said.length).toBeGreaterThan(3);
    expect(said.filter((number) => !known.has(number))).toEqual([]);
  });

  test('names a pool and its rule', async () => {
    const one = await reportContent(source, pool, year);
    expect(one.unit).toBe('かくうグループ');
    expect(one.about.join('')).toMatch(/40〜74歳の本人が50人に満たない事業所をまとめた区分/);
    expect(one.scope).toBe('組合と区分の事業所');
    expect(JSON.stringify(one)).not.toContain('貴社');
    expect(content.about.join('')).not.toContain('まとめた区分');
  });
});

/** 1,000 entitled in the society, 800 examined: the unit's 99 need 80 (79.2), its 100 need 80. */
test.each([
  [99, 79, 'あと1人'],
  [99, 80, '到達'],
  [100, 79, 'あと1人'],
  [100, 80, '到達'],
  [100, 60, 'あと20人'],
])('of %i entitled %i were examined: %s', async (target, examined, says) => {
  const figures: Record<string, readonly [number, number]> = {
    target: [target, 1000],
    examined: [examined, 800],
  };
  const some = await sourceOf(
    changed((cell, name) => {
      const known = name === 'checkup-participation' ? figures[cell.measure] : undefined;
      if (known && isAt(cell, { unit: factory.code })) return withValue(cell, known[0]);
      return known && isAt(cell, {}) ? withValue(cell, known[1]) : cell;
    }),
  );
  const { pages } = await reportContent(some, factory, year);
  const [table] = pages[1]!.blocks.filter((block) => block.kind === 'table');
  expect(table!.sections[0]!.rows[0]!.at(-1)).toEqual({ kind: 'text', text: says });
});

describe('the HTML form', () => {
  test('needs nothing else: no script, no address, no request', () => {
    expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=|https?:|@import|<link|<img|<iframe/i);
    expect(html).not.toMatch(/url\((?!data:)/);
    expect(html).toContain("default-src 'none'");
  });

  test('has the number as title and no name in its head', () => {
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toBe('2026-00012');
    expect(html.slice(0, html.indexOf('</head>'))).not.toMatch(/みほん|author|generator/);
  });

  test('uses colours of the design only', () => {
    const sheet = join(import.meta.dirname, '../../../src/public/styles/1-tokens.css');
    const tokens = new Set(readFileSync(sheet, 'utf8').match(/#[0-9a-f]{3,6}\b/g));
    const verdicts = ['#006f83', '#c74700', '#ac3e00'];
    const used = new Set(html.match(/#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/g));
    expect([...used].filter((one) => !tokens.has(one) && !verdicts.includes(one))).toEqual([]);
  });
});
