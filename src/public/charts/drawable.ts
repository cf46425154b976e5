import type { Figure } from '#shared/define.ts';
import type { Language } from '#shared/text.ts';
import type { Grid } from '../grid.ts';
import { type Html, html, svg } from '../pages/html.ts';
import type { Site } from '../site.ts';
import { type ChartData, chartData } from './data.ts';
import { type ChartFile, svgOf } from './render.ts';
import { type Variant, variantsOf } from './variants.ts';

/** A chart with its released rows, ready to be drawn at each of its widths: by the server, or by the browser. */
export type Drawable = {
  readonly chart: ChartFile;
  readonly theme: ChartFile;
  readonly data: ChartData;
  readonly variants: readonly Variant[];
  readonly language: Language;
};

/** The chart of a grid; undefined where every figure is hidden and there is nothing to draw. */
export function drawableOf(
  site: Site,
  chart: ChartFile,
  grid: Grid,
  language: Language,
  span?: Figure['span'],
): Drawable | undefined {
  const data = chartData(grid, language, shapeOf(chart));
  if (data.rows.every((row) => row.value === null)) return undefined;
  return { chart, theme: site.dashboards.theme, data, variants: variantsOf(span), language };
}

/**
 * The drawings of the server, one per width. `address` is where the interactive layer finds the same chart, `label`
 * what a screen reader says.
 */
export async function drawings(
  { variants, ...drawing }: Drawable,
  { label, id, address }: { readonly label: string; readonly id: string; readonly address: string },
): Promise<Html> {
  const drawn = await Promise.all(
    variants.map((variant) =>
      svgOf({ ...drawing, variant }, label, `${id}-${variant.name}`, `chart ${variant.name}`),
    ),
  );
  return html`<div class="drawings" data-chart="${address}">${drawn.map(svg)}</div>`;
}

/** Bars start at zero and may stack; charts of lines alone may start elsewhere. The file says which it is. */
function shapeOf(chart: ChartFile): { fromZero: boolean; stacked: boolean } {
  const text = JSON.stringify(chart);
  return { fromZero: !text.includes('"type":"line"'), stacked: text.includes('"stack":"zero"') };
}
