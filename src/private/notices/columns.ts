import { widthInMm } from '#print/wrap.ts';
import type { LetterLook, LetterRow } from '#shared/define.ts';

type Columns = LetterLook['columns'];

/** Size of cells in points and the blank on both sides of one in mm, as the table sets them. */
const points = 11.5;
const blanks = 2.4;

/**
 * Columns as wide as their content: figures take what they need, text columns at most their usual width, and the widest
 * text column takes what is left of the whole.
 */
export function roomyColumns(columns: Columns, rows: readonly LetterRow[]): Columns {
  const usual = columns.map(({ align, width }) => (align === 'left' ? width : 0));
  const flexible = usual.indexOf(Math.max(...usual));
  const widths = columns.map((column, index) => {
    const needed = neededWidth(column, index, rows);
    return column.align === 'right' ? Math.max(column.width, needed) : Math.min(column.width, needed);
  });
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const others = widths.reduce((sum, width, index) => (index === flexible ? sum : sum + width), 0);
  return columns.map((column, index) => ({
    ...column,
    width: index === flexible ? whole - others : widths[index]!,
  }));
}

/** Width of the widest head line or cell, in one line, with its blanks. */
function neededWidth({ head }: Columns[number], index: number, rows: readonly LetterRow[]): number {
  const heads = head.split('\n').map((line) => widthInMm(line, points));
  const cells = rows.map(({ cells: texts, bold }) =>
    widthInMm(texts[index] ?? '', points, bold === true ? '700' : '400'),
  );
  return Math.max(...heads, ...cells) + blanks;
}
