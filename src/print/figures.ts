import type { LetterFrame } from './letter.ts';
import {
  bottom,
  cellPoints,
  firstTop,
  headPoints,
  heightOf,
  inset,
  marginLeft,
  nextTop,
  noteGap,
} from './metrics.ts';
import { type Note, noteOf } from './notes.ts';
import { joinRuns, type Placed } from './runs.ts';
import { wrap } from './wrap.ts';

/** A column of a letter's table; `head` may hold line breaks; right-aligned cells (figures) are never broken. 174 mm in all. */
export type FigureColumn = {
  readonly head: string;
  readonly width: number;
  readonly align: 'left' | 'right';
};

/** `joined`: no rule above it. A joined or bold row (a sum) stays on the sheet of the row above. */
export type FigureRow = {
  readonly cells: readonly string[];
  readonly bold?: boolean;
  readonly joined?: boolean;
};

export type LetterBody = {
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  /** Blocks beside each other below the table. */
  readonly notes: readonly Note[];
  /** Top of the table on the first sheet in mm. */
  readonly top?: number;
};

type Group = { readonly left: readonly Placed[]; readonly right: readonly Placed[] };

/** One sheet, ready to be drawn by letter.typ. */
export type LaidSheet = {
  readonly heads: Group;
  /** One-line cells as columns whose lines are `pitch` mm apart; `cells` are those of several lines. */
  readonly columns: Group;
  readonly cells: Group;
  readonly bold: Group;
  readonly pitch: number;
  /** Tops of the rules below rows, and of the stronger ones below heads. */
  readonly rules: readonly number[];
  readonly strongRules: readonly number[];
  readonly noteTitles: readonly Placed[];
  readonly noteLines: readonly Placed[];
};

/** Blank above and below a row in mm. */
const padding = { roomy: 2.3, tight: 1.5 };

/**
 * Lays the table and the notes of a letter on as many sheets as they need, with the roomier rows where that costs no
 * sheet. Text is broken here, with the widths of the font, so that the number of sheets is known before typesetting.
 */
export function layBody(body: LetterBody, frame: LetterFrame): readonly LaidSheet[] {
  const top = (body.top ?? firstTop) + frame.shift;
  const roomy = layWith(body, top, padding.roomy);
  if (roomy.length === 1) return roomy;
  const tight = layWith(body, top, padding.tight);
  return tight.length < roomy.length ? tight : roomy;
}

type OpenGroup = { readonly left: Placed[]; readonly right: Placed[] };
type OpenSheet = {
  heads: OpenGroup;
  plain: OpenGroup;
  bold: OpenGroup;
  rules: number[];
  strongRules: number[];
  noteTitles: Placed[];
  noteLines: Placed[];
};

function emptySheet(): OpenSheet {
  const group = (): OpenGroup => ({ left: [], right: [] });
  return {
    heads: group(),
    plain: group(),
    bold: group(),
    rules: [],
    strongRules: [],
    noteTitles: [],
    noteLines: [],
  };
}

function layWith(body: LetterBody, top: number, pad: number): LaidSheet[] {
  const { columns } = body;
  let sheet = emptySheet();
  const sheets = [sheet];
  let y = putHeads(sheet, columns, top);
  const measured = body.rows.map((row) => {
    const lines = linesOf(row, columns);
    return { row, lines, height: heightOf(most(lines), cellPoints, 0.3) + 2 * pad };
  });
  for (const block of blocksOf(measured, bottom - y)) {
    if (y + heightOfRows(block) > bottom && sheet.rules.length > 0) {
      sheet = emptySheet();
      sheets.push(sheet);
      y = putHeads(sheet, columns, nextTop);
    }
    for (const { row, lines, height } of block) {
      if (row.joined) sheet.rules.pop();
      putCells(row.bold ? sheet.bold : sheet.plain, columns, lines, y + pad);
      y += height;
      sheet.rules.push(y);
    }
  }
  const notes = body.notes.map((note) => noteOf(note, body.notes.length));
  const height = Math.max(0, ...notes.map((note) => note.height));
  if (y + noteGap + height > bottom) {
    sheet = emptySheet();
    sheets.push(sheet);
    y = nextTop;
  }
  notes.forEach((note, index) => {
    const x = marginLeft + index * (note.width + noteGap);
    sheet.noteTitles.push([x, y + noteGap, note.title]);
    for (const { top, text } of note.lines) sheet.noteLines.push([x, y + noteGap + top, text]);
  });
  return sheets.map((one) => closed(one, heightOf(1, cellPoints, 0.3) + 2 * pad));
}

function closed({ plain, ...sheet }: OpenSheet, pitch: number): LaidSheet {
  const left = joinRuns(plain.left, pitch);
  const right = joinRuns(plain.right, pitch);
  return {
    ...sheet,
    columns: { left: left.runs, right: right.runs },
    cells: { left: left.others, right: right.others },
    pitch,
  };
}

type Measured = {
  readonly row: FigureRow;
  readonly lines: readonly (readonly string[])[];
  readonly height: number;
};

const heightOfRows = (rows: readonly Measured[]) => rows.reduce((total, { height }) => total + height, 0);

/** Rows that stand on one sheet, as far as the `room` of the first sheet (mm) can hold them. */
function blocksOf(rows: readonly Measured[], room: number): readonly Measured[][] {
  const blocks: Measured[][] = [];
  for (const measured of rows) {
    const last = blocks.at(-1);
    const belongs = measured.row.joined || measured.row.bold;
    if (last && belongs && heightOfRows([...last, measured]) <= room) last.push(measured);
    else blocks.push([measured]);
  }
  return blocks;
}

function linesOf(
  { cells, bold }: FigureRow,
  columns: readonly FigureColumn[],
): readonly (readonly string[])[] {
  const weight = bold ? '700' : '400';
  return columns.map(({ width, align }, index) => {
    const cell = cells[index] ?? '';
    return align === 'right' ? [cell] : wrap(cell, width - 2 * inset, cellPoints, weight);
  });
}

const most = (lines: readonly (readonly string[])[]) => Math.max(1, ...lines.map((one) => one.length));

function putCells(
  group: OpenGroup,
  columns: readonly FigureColumn[],
  lines: readonly (readonly string[])[],
  top: number,
): void {
  let x = marginLeft;
  columns.forEach(({ width, align }, index) => {
    const text = (lines[index] ?? []).join('\n');
    if (text !== '') group[align].push([align === 'left' ? x + inset : x + width - inset, top, text]);
    x += width;
  });
}

/** Heads stand on the rule below them; gives the top of the first row. */
function putHeads(sheet: OpenSheet, columns: readonly FigureColumn[], top: number): number {
  const lines = columns.map(({ head }) => head.split('\n'));
  const rule = top + heightOf(most(lines), headPoints, 0.3) + 1.5;
  columns.forEach((_, index) => {
    const own = lines[index] ?? [];
    const cells = lines.map((_, other) => (other === index ? own : []));
    putCells(sheet.heads, columns, cells, rule - 1.5 - heightOf(own.length, headPoints, 0.3));
  });
  sheet.strongRules.push(rule);
  return rule;
}
