import { widthInMm } from '#print/wrap.ts';
import type { LetterLook, LetterRow } from '#shared/define.ts';

type Columns = LetterLook['columns'];

/** Size of cells in points and the blank on both sides of one in mm, as the table sets them. */
const points = 11.5;
const blanks = 2.4;

/** Columns whose figures have room: a right-aligned one grows to its widest figure, the widest text column gives. */
export function roomyColumns(columns: Columns, rows: readonly LetterRow[]): Columns {
  const widths = columns.map(({ align, width }, index) => {
    if (align === 'left') return width;
    const needed = rows.map(({ cells, bold }) => widthOf(cells[index] ?? '', bold === true));
    return Math.max(width, ...needed.map((one) => one + blanks));
  });
  const texts = columns.map(({ align, width }) => (align === 'left' ? width : 0));
  const giving = texts.indexOf(Math.max(...texts));
  const grown = widths.reduce((sum, width, index) => sum + width - columns[index]!.width, 0);
  return columns.map((column, index) => ({
    ...column,
    width: widths[index]! - (index === giving ? grown : 0),
  }));
}

function widthOf(text: string, bold: boolean): number {
  return widthInMm(text, points, bold ? '700' : '400');
}
