import type { Cell, ManifestMeasure } from '#release/form.ts';
import { widthInEm } from '#shared/fonts/ruler.ts';
import { shown } from '../cells.ts';
import { svgOf } from '../charts/render.ts';
import { axisOf } from '../charts/scale.ts';
import type { Dashboards } from '../dashboards.ts';
import { decimalsOf, marks, number, withUnit } from '../format.ts';
import { withColours } from './colours.ts';
import type { Drawing } from './content.ts';
import { withLines } from './hatching.ts';
import type { Reading } from './reading.ts';

/** Folder of the report's own charts. */
const folder = 'employer-report';

type Plot = {
  readonly chart: readonly [folder: string, name: string];
  readonly rows: readonly object[];
  readonly axis: Readonly<Record<string, number | string>>;
  readonly width: number;
  readonly id: string;
  readonly label: string;
  readonly room?: number;
  /** Low rows, where a page holds several. */
  readonly low?: true;
};

async function draw(dashboards: Dashboards, plot: Plot): Promise<Drawing> {
  const { width, id, label, room = 0, low } = plot;
  const svg = await svgOf(
    {
      chart: dashboards.chart(...plot.chart),
      theme: dashboards.theme,
      data: { rows: plot.rows, axis: plot.axis, room },
      variant: { name: 'report', width, narrow: false, ...(low && { low }) },
      language: 'ja',
    },
    label,
    id,
    'chart',
  );
  const plain = withLines(withColours(svg));
  const height = Number(/ height="([\d.]+)"/.exec(plain)?.[1]);
  return { svg: plain, label, width, height };
}

/** The place of a unit beside the society: band, this year, the year before, on one scale of ±`top` points. */
export function strip(dashboards: Dashboards, reading: Reading, top: number): Promise<Drawing> {
  const { difference, differenceBefore, half, own, indicator } = reading;
  const within = (value: number) => Math.max(-top, Math.min(top, value));
  const isHidden = own?.status === 'hidden';
  const place = (value: number | undefined) =>
    value === undefined || isHidden ? null : within(value) * 0.97;
  const row = {
    from: isHidden ? null : -top,
    to: isHidden ? null : top,
    hatchFrom: isHidden ? -top : null,
    hatch: isHidden ? top : null,
    low: isHidden || half === undefined ? null : within(-half),
    high: isHidden || half === undefined ? null : within(half),
    mean: 0,
    now: place(difference),
    before: place(differenceBefore),
  };
  const said =
    difference === undefined
      ? marks[isHidden ? 'hidden' : 'missing'].spoken.ja
      : `組合平均との差 ${number(difference, decimalsOf(reading.measure))}ポイント`;
  return draw(dashboards, {
    chart: [folder, 'strip'],
    rows: [row],
    axis: { bottom: -top, top },
    width: 208,
    id: `strip-${indicator.name}`,
    label: `${indicator.title} ${said}`,
  });
}

/** Years of a unit and of the society on a common scale; hidden years leave a gap. */
export function years(
  dashboards: Dashboards,
  name: string,
  title: string,
  series: readonly { readonly own: Cell | undefined; readonly society: Cell | undefined }[],
): Promise<Drawing> {
  const values = series.flatMap(({ own, society }) => [own, society]).flatMap((cell) => shown(cell) ?? []);
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const room = Math.max(2, (high - low) * 0.25);
  return draw(dashboards, {
    chart: [folder, 'years'],
    rows: series.map(({ own, society }, index) => ({
      index,
      own: shown(own) ?? null,
      society: shown(society) ?? null,
    })),
    axis: { bottom: low - room, top: high + room, last: series.length - 1 },
    width: 150,
    id: `years-${name}`,
    label: `${title} ${series.length}年分`,
  });
}

/** Bars of a unit with a tick for the society, on the common chart of reporting units. */
export function bars(
  dashboards: Dashboards,
  plot: {
    readonly name: string;
    readonly title: string;
    readonly measure: ManifestMeasure;
    readonly low?: true;
  },
  lines: readonly {
    readonly title: string;
    readonly own: Cell | undefined;
    readonly society: Cell | undefined;
  }[],
): Promise<Drawing> {
  const { measure } = plot;
  const values = lines
    .flatMap(({ own, society }) => [shown(own), shown(society)])
    .flatMap((one) => one ?? []);
  const axis = axisOf(values, measure.unit.ja, 'ja', { fromZero: true });
  const rows = lines.map(({ title, own, society }, index) => {
    const [value, whole] = [shown(own) ?? null, shown(society) ?? null];
    const hidden = own?.status === 'hidden';
    const text = value === null ? '' : withUnit(value, measure, 'ja');
    const tip = `${title} ${text === '' ? marks[hidden ? 'hidden' : 'missing'].spoken.ja : text}`;
    return {
      row: title,
      index,
      value,
      whole,
      text,
      tip,
      hatchFrom: hidden ? axis.bottom : null,
      hatchText: hidden ? `${marks.hidden.mark} ${marks.hidden.spoken.ja}` : '',
    };
  });
  const room = Math.ceil(Math.max(0, ...rows.map(({ text }) => widthInEm(text, '700') * 14))) + 14;
  return draw(dashboards, {
    chart: ['analysis', 'units'],
    rows,
    axis,
    width: 660,
    ...(plot.low && { low: plot.low }),
    id: `bars-${plot.name}`,
    label: `${plot.title} ${rows.map(({ tip }) => tip).join('、')}`.slice(0, 120),
    room,
  });
}
