import type { Spec } from 'vega';
import { gridOf } from '../grid.ts';
import { chartShape } from '../pages/figure.ts';
import { dashboardView } from '../pages/front.ts';
import type { Site } from '../site.ts';
import { chartData } from './data.ts';
import { vegaOf } from './render.ts';
import { variantsOf } from './variants.ts';

/** What the interactive layer draws: one Vega specification per width, and the sentences of its points. */
export type ChartSpec = {
  readonly variants: Readonly<Record<string, Spec>>;
  readonly points: readonly { readonly index: number; readonly series: string; readonly tip: string }[];
};

/** The specification of one figure of a page, from released cells only; undefined where there is none. */
export function chartSpec(
  site: Site,
  place: { readonly language: string; readonly page: string; readonly file: string },
  query: Readonly<Record<string, string>>,
): ChartSpec | undefined {
  const language = place.language === 'en' ? 'en' : 'ja';
  const page = site.pages.find((one) => one.name === place.page);
  const figure = page?.figures.find((one) => `${one.name}.json` === place.file);
  if (page === undefined || figure === undefined || !('chart' in figure.show)) return undefined;
  const view = dashboardView(site, page, { language, path: page.path, query });
  const grid = gridOf(site.cells, figure.frame, view);
  if (grid === undefined) return undefined;
  const chart = site.dashboards.chart(page.name, figure.show.chart);
  const data = chartData(grid, language, chartShape(chart));
  const variants = variantsOf(figure.span).filter((variant) => variant.name !== 'print');
  const drawn = variants.map((variant) => [
    variant.name,
    vegaOf({ chart, theme: site.dashboards.theme, data, variant, language }),
  ]);
  const points = data.rows.map(({ index, series, tip }) => ({ index, series, tip }));
  return { variants: Object.fromEntries(drawn), points };
}
