import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { typeset } from '../../src/print/typeset.ts';
import { inkBox, inkIn, type Page, pagesOf } from './pixels.ts';

/** Margins of the sheets below in mm, and what their letters measure. */
const [margin, width, height] = [20, 160, 40];
const points = 60;
const em = (points * 25.4) / 72;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenpo-punctuation-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function drawn(content: string, lines = 1): Promise<Page> {
  const path = join(folder, 'template.typ');
  const sheet = `width: ${width}mm, height: ${height * lines}mm, margin: ${margin}mm`;
  writeFileSync(path, `#set page(${sheet})\n#set text(${points}pt)\n${content}`);
  const { bytes } = await typeset(path, {}, { title: 'n' });
  return (await pagesOf(bytes))[0]!;
}

/** Width in em of the blanks between the signs of a line, from left to right. */
function blanks(page: Page): number[] {
  const isBlank = (x: number) =>
    inkIn(page, { left: x / page.perMm, right: (x + 1) / page.perMm, top: 0, bottom: 1e3 }) === 0;
  const columns = Array.from({ length: page.width }, (_, x) => (isBlank(x) ? ' ' : '#')).join('');
  return columns
    .trim()
    .split(/#+/)
    .filter((blank) => blank !== '')
    .map((blank) => blank.length / page.perMm / em);
}

describe('Japanese punctuation of a proportional font keeps its width', () => {
  test.each(['）、', '）。', '）・', '」。', '」（', '）「', '、「', '・「', '」』', '）：', '）、「'])(
    '%s: no two signs touch or overlap',
    async (signs) => {
      const found = blanks(await drawn(`一${signs}一`));
      expect(found).toHaveLength([...signs].length + 1);
      for (const blank of found) expect(blank).toBeGreaterThan(0.06);
    },
  );

  test.each(['「一', '（一）', '『「一'])('%s: stands inside the left margin', async (text) => {
    const page = await drawn(text);
    expect(inkBox(page, { left: 0, top: 0, right: width, bottom: height })?.left).toBeGreaterThan(margin);
  });

  test.each(['一）', '一。', '（一）。'])('%s: stands inside the right margin', async (text) => {
    const page = await drawn(`#align(right)[${text}]`);
    const right = inkBox(page, { left: 0, top: 0, right: width, bottom: height })?.right;
    expect(right).toBeLessThan(width - margin);
  });

  test('a bracket at the head of a wrapped line stands inside the margin, closing signs stay with their word', async () => {
    const page = await drawn('一一一一「一」、「一」', 4);
    const box = inkBox(page, { left: 0, top: 0, right: width, bottom: height * 4 });
    expect(box?.left).toBeGreaterThan(margin);
    const second = { left: 0, top: margin + em * 1.7, right: margin + em, bottom: margin + em * 2.5 };
    expect(inkIn(page, second)).toBeGreaterThan(0);
  });

  test.each(['一一一）・ab', '一一一）、一一'])('%s: a line still ends after the signs', async (text) => {
    const page = await drawn(`#block(width: ${4.2 * em}mm)[${text}]`, 3);
    const first = { left: 0, top: margin, right: width, bottom: margin + em };
    const whole = await drawn(text.replace(/(ab|一一)$/, ''), 3);
    expect(inkBox(page, first)?.right).toBeCloseTo(inkBox(whole, first)!.right, 1);
  });
});
