import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { typeset } from '../../src/print/typeset.ts';
import { letterTemplate, sampleFrame, sampleLetter, samplePart } from './letter-sample.ts';
import { fingerprint, inkBox, inkIn, type Page, pagesOf, pngOf } from './pixels.ts';

/**
 * Letters as pixels. The pictures lie in test/.cache/letters to be looked at, with a small print of each; the print
 * that was looked at last lies in golden/ and is replaced by copying the new one.
 */
const samples = {
  short: { rows: 3 },
  'rare-names': { rows: 9, name: '髙﨑 邉𠮷' },
  'long-names': {
    rows: 12,
    name: 'アレクサンドリーナ・マリア・ミホンデモンストラシオン',
    address: '見本県架空市例示台一丁目二番地三号　みほんレジデンスタワーイースト4501号室',
    place: '独立行政法人みほん機構架空県立医療センター',
  },
  'forty-rows': { rows: 40 },
  'zero-yen': { rows: 2, yen: 0 },
} as const;
type Name = keyof typeof samples;

const golden = (name: string) => new URL(`./golden/${name}.txt`, import.meta.url);
const pages = new Map<Name, readonly Page[]>();
const sheet = { left: 0, top: 0, right: 210, bottom: 297 };

beforeAll(async () => {
  const folder = new URL('../.cache/letters/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const name of Object.keys(samples) as Name[]) {
    const data = samplePart([sampleLetter(samples[name])], '2026-00012');
    const { bytes } = await typeset(letterTemplate, data, { title: '2026-00012' });
    const own = await pagesOf(bytes);
    own.forEach((page, index) => {
      writeFileSync(new URL(`${name}-${index + 1}.png`, folder), pngOf(page));
      writeFileSync(new URL(`${name}-${index + 1}.txt`, folder), `${fingerprint(page)}\n`);
    });
    pages.set(name, own);
  }
});

const first = (name: Name) => pages.get(name)![0]!;

describe.each(Object.keys(samples) as Name[])('%s', (name) => {
  test('A4; one sheet, two for forty rows, three for names that take five lines in a row', () => {
    expect(pages.get(name)).toHaveLength({ 'forty-rows': 2, 'long-names': 3 }[name as string] ?? 1);
    for (const page of pages.get(name)!) {
      expect(page.width / page.perMm).toBeCloseTo(210, 0);
      expect(page.height / page.perMm).toBeCloseTo(297, 0);
    }
  });

  test('the quiet zone is empty but for the address, which stays inside the window', () => {
    const { address, quiet } = sampleFrame;
    const window = {
      left: address.left,
      top: address.top,
      right: address.left + address.width,
      bottom: address.top + address.height,
    };
    const zone = { left: 0, top: 0, right: quiet.width, bottom: quiet.height };
    const page = first(name);
    expect(inkIn(page, window)).toBeGreaterThan(500);
    expect(inkIn(page, zone)).toBe(inkIn(page, window));
  });

  test('nothing outside the margins but the fold marks', () => {
    for (const page of pages.get(name)!) {
      expect(inkIn(page, { ...sheet, right: 4.5 })).toBeGreaterThan(0);
      for (const y of [99, 198])
        expect(inkIn(page, { left: 0, top: y - 0.5, right: 4, bottom: y + 0.5 })).toBeGreaterThan(10);
      expect(inkIn(page, { ...sheet, left: 4.5, right: 17.9 })).toBe(0);
      expect(inkIn(page, { ...sheet, left: 192.9 })).toBe(0);
      expect(inkIn(page, { ...sheet, bottom: 8 })).toBe(0);
      expect(inkIn(page, { ...sheet, top: 284 })).toBe(0);
    }
  });

  test('blocks stand where they belong, with blank strips between them', () => {
    const page = first(name);
    expect(inkBox(page, { left: 112, top: 12, right: 210, bottom: 55 })?.top).toBeCloseTo(14.2, 0);
    expect(inkBox(page, { ...sheet, top: 57, bottom: 68 })?.top).toBeCloseTo(60, 0);
    for (const [top, bottom] of [
      [52, 59.5],
      [72.5, 74.5],
      [102.5, 107.5],
      [268, 271],
      [280.5, 297],
    ] as const)
      expect(inkIn(page, { left: 18, top, right: 192, bottom }), `${top}`).toBe(0);
    const contact = inkBox(page, { ...sheet, left: 18, top: 273 });
    expect(contact?.bottom).toBeLessThan(281);
    expect(contact?.right).toBeGreaterThan(190);
  });

  test('looks as before', () => {
    pages.get(name)!.forEach((page, index) => {
      const file = golden(`${name}-${index + 1}`);
      const print = fingerprint(page);
      const before = readFileSync(file, 'utf8').trimEnd();
      const changed = [...print].filter((cell, at) => cell !== before[at]).length;
      expect(before).toHaveLength(print.length);
      expect(changed, `${name}-${index + 1}`).toBeLessThanOrEqual(print.length * 0.01);
    });
  });
});

test('the second sheet repeats the head, says which sheet it is and carries the number', () => {
  const [one, two] = pages.get('forty-rows')!;
  const head = { left: 18, top: 23, right: 192, bottom: 34 };
  expect(inkIn(two!, head)).toBeGreaterThan(500);
  for (const page of [one!, two!])
    expect(inkIn(page, { left: 165, top: 8, right: 192.5, bottom: 12 })).toBeGreaterThan(100);
  expect(inkIn(first('short'), { left: 108, top: 0, right: 210, bottom: 13 })).toBe(0);
});

test('rare characters are drawn, each by its own shape and not by the empty box', async () => {
  const names = ['髙', '﨑', '邉', '𠮷', '\ue000'];
  const data = samplePart(
    names.map((name) => sampleLetter({ rows: 1, name })),
    'n',
  );
  const { bytes } = await typeset(letterTemplate, data, { title: 'n' });
  const shapes = (await pagesOf(bytes)).map((page) => {
    const box = inkBox(page, { left: 18, top: 22, right: 23.2, bottom: 38 })!;
    return Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: 12 }, (__, column) => {
        const step = { x: (box.right - box.left) / 12, y: (box.bottom - box.top) / 12 };
        const left = box.left + column * step.x;
        const top = box.top + row * step.y;
        return inkIn(page, { left, top, right: left + step.x, bottom: top + step.y }) > 0 ? '#' : '.';
      }).join(''),
    ).join('\n');
  });
  expect(new Set(shapes).size).toBe(names.length);
  const ink = (shape: string) => [...shape].filter((cell) => cell === '#').length;
  const missing = ink(shapes[4]!);
  for (const shape of shapes.slice(0, 4)) expect(ink(shape)).toBeGreaterThan(missing);
});
