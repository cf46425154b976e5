import type { Spec } from 'vega';
import { gridOf } from '../grid.ts';
import { cutDrawable } from '../pages/analysis.ts';
import { readCut } from '../pages/cut.ts';
import { analysisView, dashboardView } from '../pages/front.ts';
import type { Site } from '../site.ts';
import { type Drawable, drawableOf } from './drawable.ts';
import { vegaOf } from './render.ts';

/** What the interactive layer draws: one Vega specification per width, and the sentences of its points. */
export type ChartSpec = {
  readonly variants: Readonly<Record<string, Spec>>;
  readonly points: readonly { readonly index: number; readonly series: string; readonly tip: string }[];
};

type Place = { readonly language: string; readonly page: string; readonly file: string };
type Query = Readonly<Record<string, string>>;

/**
 * The specification of one chart, from released cells only; undefined where there is none. `page` is a dashboard and
 * `file` its figure, or `page` is `analyses` and `file` the name of an analysis, cut as the query says.
 */
export function chartSpec(site: Site, place: Place, query: Query): ChartSpec | undefined {
  const drawable = place.page === 'analyses' ? ofAnalysis(site, place, query) : ofFigure(site, place, query);
  if (drawable === undefined) return undefined;
  const { variants, ...drawing } = drawable;
  const drawn = variants
    .filter((variant) => variant.name !== 'print')
    .map((variant) => [variant.name, vegaOf({ ...drawing, variant })]);
  const points = drawing.data.rows.map(({ index, series, tip }) => ({ index, series, tip }));
  return { variants: Object.fromEntries(drawn), points };
}

function ofFigure(site: Site, place: Place, query: Query): Drawable | undefined {
  const language = place.language === 'en' ? 'en' : 'ja';
  const page = site.pages.find((one) => one.name === place.page);
  const figure = page?.figures.find((one) => `${one.name}.json` === place.file);
  if (page === undefined || figure === undefined || !('chart' in figure.show)) return undefined;
  const view = dashboardView(site, page, { language, path: page.path, query });
  const grid = gridOf(site.cells, figure.frame, view);
  if (grid === undefined) return undefined;
  const chart = site.dashboards.chart(page.name, figure.show.chart);
  return drawableOf(site, chart, grid, language, figure.span);
}

function ofAnalysis(site: Site, place: Place, query: Query): Drawable | undefined {
  const language = place.language === 'en' ? 'en' : 'ja';
  const analysis = site.cells.analysis(place.file.replace(/\.json$/, ''));
  if (analysis === undefined || !place.file.endsWith('.json')) return undefined;
  const path = `/analyses/${analysis.name}`;
  return cutDrawable(site, readCut(analysis, analysisView(site, analysis, { language, path, query })))
    ?.drawable;
}
