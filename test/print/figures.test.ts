import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FigureRow, type LaidSheet, layBody } from '../../src/print/figures.ts';
import type { Placed } from '../../src/print/runs.ts';
import { widthInMm } from '../../src/print/wrap.ts';
import { sampleFrame, sampleLetter } from './letter-sample.ts';

type Rectangle = { left: number; top: number; right: number; bottom: number };
const em = (points: number) => (points * 25.4) / 72;

/** Rectangles of all lines of a sheet, by the sizes of letter.typ. */
function lines(sheet: LaidSheet): Rectangle[] {
  const boxes = (
    placed: readonly Placed[],
    side: 'left' | 'right',
    points: number,
    pitch: number,
    bold = false,
  ) =>
    placed.flatMap(([x, top, text]) =>
      text.split('\n').map((line, index) => {
        const width = widthInMm(line, points, bold ? '700' : '400');
        const left = side === 'left' ? x : x - width;
        const y = top + index * pitch;
        return { left, top: y, right: left + width, bottom: y + em(points) };
      }),
    );
  const both = (group: LaidSheet['heads'], points: number, pitch: number, bold?: boolean) =>
    (['left', 'right'] as const).flatMap((side) => boxes(group[side], side, points, pitch, bold));
  return [
    ...both(sheet.heads, 10.5, em(10.5) * 1.3),
    ...both(sheet.columns, 11.5, sheet.pitch),
    ...both(sheet.cells, 11.5, em(11.5) * 1.3),
    ...both(sheet.bold, 11.5, em(11.5) * 1.3, true),
    ...boxes(sheet.noteTitles, 'left', 12, 0, true),
    ...boxes(
      sheet.noteLines.map(([x, top, text]) => [x + 3.7, top, text] as const),
      'left',
      10.5,
      em(10.5) * 1.4,
    ),
  ];
}

const overlap = (a: Rectangle, b: Rectangle) =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

function overlaps(sheet: LaidSheet): number {
  const all = lines(sheet);
  return all.filter((one, index) => all.slice(index + 1).some((other) => overlap(one, other))).length;
}

const texts = (sheets: readonly LaidSheet[]) =>
  sheets.flatMap(({ columns, cells }) =>
    [...columns.left, ...columns.right, ...cells.left, ...cells.right].flatMap(([, , text]) =>
      text.split('\n'),
    ),
  );

describe('layBody', () => {
  test('12 rows stand on one sheet, 40 on two; sums and notes come once, at the end', () => {
    expect(sampleLetter({ rows: 12 }).sheets).toHaveLength(1);
    const { sheets } = sampleLetter({ rows: 40 });
    expect(sheets).toHaveLength(2);
    expect(sheets.map(({ bold }) => bold.left.length)).toEqual([0, 1]);
    expect(sheets.map(({ noteTitles }) => noteTitles.length)).toEqual([0, 2]);
    for (const sheet of sheets) expect(sheet.heads.left.map(([, , text]) => text)[0]).toBe('診療年月');
  });

  test('rows are roomy where that costs no sheet, and tight where it saves one', () => {
    const roomy = sampleLetter({ rows: 9 }).sheets[0]!.pitch;
    expect(roomy).toBeGreaterThan(sampleLetter({ rows: 13 }).sheets[0]!.pitch);
    expect(sampleLetter({ rows: 13 }).sheets).toHaveLength(1);
  });

  test('a joined row has no rule above it and stays with the row above, as a sum does', () => {
    const columns = [{ head: '薬', width: 174, align: 'left' }] as const;
    const rows: FigureRow[] = Array.from({ length: 60 }, (_, index) => ({
      cells: [`${index}`],
      ...(index % 3 === 0 ? {} : { joined: true }),
    }));
    const sheets = layBody({ columns, rows, notes: [] }, sampleFrame);
    expect(sheets.reduce((sum, { rules }) => sum + rules.length, 0)).toBe(20);
    for (const sheet of sheets) expect(Number(texts([sheet])[0]) % 3).toBe(0);
  });

  test('a block longer than a sheet is broken, not drawn over the foot', () => {
    const columns = [{ head: '薬', width: 174, align: 'left' }] as const;
    const rows = Array.from({ length: 90 }, () => ({ cells: ['薬'], joined: true }));
    for (const sheet of layBody({ columns, rows, notes: [] }, sampleFrame))
      for (const { bottom } of lines(sheet)) expect(bottom).toBeLessThanOrEqual(267);
  });

  test('any letter: every row once, nothing overlaps, nothing outside the margins', () => {
    const letter = fc.record({
      rows: fc.integer({ min: 0, max: 60 }),
      name: fc.constantFrom('見本 太郎', '見本 ヘンリエッタマリア', '髙﨑 邉𠮷'),
      place: fc.constantFrom(
        '薬局',
        '独立行政法人みほん機構架空県立こども総合医療センター附属診療所',
        'MIHON',
      ),
      yen: fc.constantFrom(0, 3440, 9_999),
    });
    fc.assert(
      fc.property(letter, (sample) => {
        const { sheets } = sampleLetter(sample);
        const months = texts(sheets).filter((text) => /^2025年\d+月$/.test(text));
        expect(months).toHaveLength(sample.rows);
        for (const sheet of sheets) {
          expect(overlaps(sheet)).toBe(0);
          for (const box of lines(sheet)) {
            expect(box.left).toBeGreaterThanOrEqual(18);
            expect(box.right).toBeLessThanOrEqual(192.01);
            expect(box.bottom).toBeLessThanOrEqual(267);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
