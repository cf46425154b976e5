import type { Cell, ManifestMeasure } from '#release/form.ts';
import type { Frame } from '#shared/define.ts';
import type { Language } from '#shared/text.ts';
import { type Cells, type Coordinates, shown } from './cells.ts';
import { codesOf, totalOf } from './names.ts';
import { monthLabel, monthName, monthsOfYear, yearName } from './periods.ts';

/** One row or column: where its cells stand, and its names. */
export type Line = {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly period: string;
  readonly at: Coordinates;
  readonly isTotal: boolean;
  /** Where rows or columns are measures: this one's. */
  readonly measure?: string;
};

/** Released cells in rows and columns: what a chart draws and the table under it prints. */
export type Grid = {
  readonly frame: Frame;
  readonly measure: ManifestMeasure;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** By row, then column; undefined where nothing was published. */
  readonly cells: readonly (readonly (Cell | undefined)[])[];
  readonly lead?: { readonly measure: ManifestMeasure; readonly cells: readonly (Cell | undefined)[] };
};

export type Choice = { readonly year: number; readonly at: Coordinates; readonly language: Language };

/** The grid of a frame for one fiscal year; undefined where the release holds no figure for it. */
export function gridOf(cells: Cells, frame: Frame, choice: Choice): Grid | undefined {
  const analysis = cells.analysis(frame.analysis);
  const measure = analysis?.measures[frame.measure];
  if (analysis === undefined || measure === undefined) return undefined;
  const fixed = { ...narrowing(frame, Object.keys(analysis.dimensions), choice.at), ...frame.at };
  const rows = lines(cells, frame, frame.rows, choice, frame.total === 'rows');
  const columns =
    frame.columns === undefined
      ? [{ ...single(measure.title[choice.language]), period: String(choice.year) }]
      : lines(cells, frame, frame.columns, choice, frame.total === 'columns');
  const pick = (row: Line, column: Line): Cell | undefined =>
    cells.find(
      frame.analysis,
      periodOf(frame, row, column),
      { ...fixed, ...row.at, ...column.at },
      row.measure ?? column.measure ?? frame.measure,
    );
  const all = rows.map((row) => ({ row, cells: columns.map((column) => pick(row, column)) }));
  if (!all.some((line) => line.cells.some((cell) => cell !== undefined))) return undefined;
  const isEmpty = (cell: Cell | undefined) =>
    cell === undefined ||
    cell.status === 'na' ||
    cell.status === 'missing' ||
    ('quantity' in measure && shown(cell) === 0);
  const kept = frame.skipZero ? all.filter((line) => !line.cells.every(isEmpty)) : all;
  const ordered = (frame.order === 'value' ? byValue(kept) : kept).slice(0, frame.first);
  const lead =
    frame.lead &&
    leadOf(
      cells,
      frame.lead,
      ordered.map(({ row }) => row),
      choice,
    );
  return {
    frame: { ...frame, at: fixed },
    measure,
    rows: ordered.map(({ row }) => row),
    columns,
    cells: ordered.map((line) => line.cells),
    ...(lead ? { lead } : {}),
  };
}

/** The reader's choice, where the analysis knows the dimension and the frame does not spread it out. */
function narrowing(frame: Frame, dimensions: readonly string[], at: Coordinates): Coordinates {
  const free = (name: string) => dimensions.includes(name) && name !== frame.rows && name !== frame.columns;
  return Object.fromEntries(Object.entries(at).filter(([name]) => free(name)));
}

function lines(cells: Cells, frame: Frame, over: string, choice: Choice, withTotal: boolean): Line[] {
  const { year, language } = choice;
  const base = { period: String(year), at: {}, isTotal: false };
  if (over === 'month')
    return monthsOfYear(year).map((month) => ({
      ...base,
      code: month,
      name: monthName(month, language),
      short: monthLabel(month, language),
      period: month,
    }));
  if (over === 'year')
    return [year - 1, year].map((one) => ({
      ...base,
      code: one === year ? 'now' : 'before',
      name: yearName(one, language),
      short: yearName(one, language),
      period: String(one),
    }));
  if (over === 'measure')
    return Object.entries(frame.measures ?? {}).map(([measure, { [language]: name }]) => ({
      ...base,
      code: measure,
      name,
      short: name,
      measure,
    }));
  const isKept = (code: string) => over !== frame.rows || (frame.only?.includes(code) ?? true);
  const codes = codesOf(cells, frame.analysis, over, language)
    .filter(({ code }) => isKept(code))
    .map((code) => ({ ...base, ...code, at: { [over]: code.code } }));
  const total = totalOf(over, language);
  const line = { ...base, code: 'total', name: total, short: total, isTotal: true };
  return withTotal ? (over === frame.rows ? [...codes, line] : [line, ...codes]) : codes;
}

function single(name: string): Omit<Line, 'period'> {
  return { code: 'value', name, short: name, at: {}, isTotal: false };
}

/** Months stand in their own year, shifted by the column's where the columns are years. */
function periodOf(frame: Frame, row: Line, column: Line): string {
  const month = frame.rows === 'month' ? row.period : frame.columns === 'month' ? column.period : undefined;
  const back = frame.columns === 'year' && column.code === 'before' ? 1 : 0;
  if (month !== undefined) return `${Number(month.slice(0, 4)) - back}${month.slice(4)}`;
  return column.period;
}

type Filled = { readonly row: Line; readonly cells: readonly (Cell | undefined)[] };

function byValue(rows: readonly Filled[]): readonly Filled[] {
  const rank = ({ row, cells }: Filled) => (row.isTotal ? -2 : (shown(cells.at(-1)) ?? -1));
  return rows.toSorted((a, b) => rank(b) - rank(a));
}

function leadOf(cells: Cells, lead: NonNullable<Frame['lead']>, rows: readonly Line[], choice: Choice) {
  const analysis = cells.analysis(lead.analysis);
  const measure = analysis?.measures[lead.measure];
  if (analysis === undefined || measure === undefined) return undefined;
  const known = (at: Coordinates) =>
    Object.fromEntries(Object.entries(at).filter(([name]) => name in analysis.dimensions));
  const find = (row: Line) => {
    const at = { ...known(choice.at), ...lead.at, ...row.at };
    return cells.find(lead.analysis, String(choice.year), at, lead.measure);
  };
  return { measure, cells: rows.map(find) };
}
