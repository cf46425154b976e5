import { widthInEm } from '#shared/fonts/ruler.ts';
import type { Language } from '#shared/text.ts';
import { shown } from '../cells.ts';
import { marks, withUnit } from '../format.ts';
import type { Grid, Line } from '../grid.ts';
import { yearName } from '../periods.ts';
import { namePlace } from './line-name.ts';
import { type Axis, axisOf, valueLabel } from './scale.ts';

/** One mark's worth of a chart: `value` is null and `hatch` set where the cell is hidden. */
export type Datum = {
  readonly row: string;
  readonly index: number;
  readonly series: string;
  readonly seriesIndex: number;
  readonly seriesName: string;
  readonly value: number | null;
  /** Value label; empty texts draw nothing. */
  readonly text: string;
  /** Ends of the hatched band: always the whole axis, whatever the cell. */
  readonly hatch: number | null;
  readonly hatchFrom: number | null;
  readonly hatchText: string;
  /** The mark alone, where a band is too narrow for words. */
  readonly hatchMark: string;
  /** The same figure for the whole, where the grid has a total row. */
  readonly whole: number | null;
  /** Label at the highest point of a series, its name where the lines leave room, and at its last point. */
  readonly peak: number | null;
  readonly atHighest: string;
  /** The same without the name of the series, for narrow charts. */
  readonly atHighestShort: string;
  readonly lineName: string;
  readonly lineNameDown: number;
  readonly atLast: string;
  /** Side of the line its name stands on: 1 above, −1 below, so that names of neighbours do not meet. */
  readonly side: 1 | -1;
  /** What pointer and keyboard readers are told. */
  readonly tip: string;
};

/** `room`: px that the widest value label needs beside its bar. */
export type ChartData = { readonly rows: readonly Datum[]; readonly axis: Axis; readonly room: number };

/** The rows of a chart, from shown cells only. Totals are not drawn; a total row becomes `whole`. */
export function chartData(
  grid: Grid,
  language: Language,
  options: { readonly fromZero: boolean; readonly stacked: boolean },
): ChartData {
  const drawn = grid.rows.flatMap((row, index) =>
    row.isTotal ? [] : [{ row, cells: grid.cells[index] ?? [] }],
  );
  const columns = grid.columns.flatMap((column, index) => (column.isTotal ? [] : [{ column, index }]));
  const whole = grid.cells[grid.rows.findIndex((row) => row.isTotal)];
  const heights = drawn.flatMap(({ cells }) => {
    const values = columns.flatMap(({ index }) => shown(cells[index]) ?? []);
    return options.stacked ? [values.reduce((sum, value) => sum + value, 0)] : values;
  });
  const wholes = columns.flatMap(({ index }) => shown(whole?.[index]) ?? []);
  const axis = axisOf([...heights, ...wholes], grid.measure.unit.ja, language, options);
  const rows = columns.flatMap(({ column, index }) => {
    const values = drawn.map(({ cells }) => shown(cells[index]));
    const notes = notesOf(
      column,
      drawn.map(({ row }) => row),
      values,
      grid,
      language,
    );
    const now = columns.find((one) => one.column.code === 'now')?.index;
    const name =
      column.code === 'before' && now !== undefined
        ? namePlace(
            values,
            drawn.map(({ cells }) => shown(cells[now])),
          )
        : undefined;
    return drawn.map(({ row, cells }, at): Datum => {
      const cell = cells[index];
      const isHidden = (one: number) => cells[one]?.status === 'hidden';
      // A stack with a hidden part would show a false height: the whole column is hatched then.
      const hidden = options.stacked ? columns.some((part) => isHidden(part.index)) : isHidden(index);
      const value = hidden ? undefined : values[at];
      const text = value === undefined ? '' : valueLabel(value, grid, axis, language);
      const exact = shown(cell);
      const said =
        exact !== undefined
          ? withUnit(exact, grid.measure, language)
          : marks[cell === undefined || cell.status === 'ok' ? 'missing' : cell.status].spoken[language];
      return {
        row: axisName(row, drawn.length, language),
        index: at,
        series: column.code,
        seriesIndex: index,
        seriesName: column.name,
        value: value ?? null,
        text,
        hatch: hidden ? axis.top : null,
        hatchFrom: hidden ? axis.bottom : null,
        hatchMark: hidden ? marks.hidden.mark : '',
        hatchText: hidden ? `X ${marks.hidden.spoken[language]}` : '',
        whole: shown(whole?.[index]) ?? null,
        peak: at === notes.highest ? (value ?? null) : null,
        atHighest: at === notes.highest ? (notes.highestText ?? '') : '',
        atHighestShort: at === notes.highest ? (notes.highestShort ?? '') : '',
        lineName: at === name?.index ? column.name : '',
        lineNameDown: name?.down ?? 0,
        atLast: at === notes.last ? column.short : '',
        side: sideOf(
          columns.map((one) => shown(cells[one.index])),
          value,
        ),
        tip: `${row.name}${columns.length > 1 ? ` ${column.name}` : ''} ${said}`,
      };
    });
  });
  const room = Math.ceil(Math.max(0, ...rows.map((row) => widthInEm(row.text, '700') * 14))) + 14;
  return { rows, axis, room };
}

/** Age bands are named by their ages alone on an axis (「40〜44」), by their first age where there are many. */
function axisName(row: Line, count: number, language: Language): string {
  if (row.at['age_band'] === undefined && row.at['age_group'] === undefined) return row.short;
  const dash = language === 'ja' ? '〜' : '–';
  const [from = '', to] = row.code
    .replace('+', '')
    .split('-')
    .map((age) => String(Number(age)));
  return count > 10 || to === undefined ? `${from}${dash}` : `${from}${dash}${to}`;
}

function sideOf(values: readonly (number | undefined)[], value: number | undefined): 1 | -1 {
  return values.some((other) => other !== undefined && value !== undefined && other > value) ? -1 : 1;
}

function notesOf(
  column: Line,
  rows: readonly Line[],
  values: readonly (number | undefined)[],
  grid: Grid,
  language: Language,
) {
  const known = values.flatMap((value, index) => (value === undefined ? [] : [{ value, index }]));
  const highest = known.toSorted((a, b) => b.value - a.value)[0];
  const isBefore = column.code === 'before';
  const year = column.code === 'now' ? yearName(Number(column.period), language) : column.short;
  const highestShort =
    highest && `${rows[highest.index]?.short ?? ''} ${withUnit(highest.value, grid.measure, language)}`;
  return {
    highest: isBefore ? undefined : highest?.index,
    highestText: highestShort && `${year} ${highestShort}`,
    highestShort,
    last: known.at(-1)?.index,
  };
}
