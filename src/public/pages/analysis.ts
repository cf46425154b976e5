import type { ManifestAnalysis } from '#release/form.ts';
import type { Frame } from '#shared/define.ts';
import { type Drawable, drawableOf, drawings } from '../charts/drawable.ts';
import { type Grid, gridOf } from '../grid.ts';
import { cellsIn, chartLabel, hiddenIn } from '../label.ts';
import { linkageNote } from '../linkage-note.ts';
import { closedNote } from '../periods-note.ts';
import type { Site } from '../site.ts';
import { href } from '../view.ts';
import { ui } from '../words.ts';
import { type Cut, cutFilters } from './cut.ts';
import { filterBar, yearOptions, yearTitle } from './filters.ts';
import { type Html, html } from './html.ts';
import { measuresTable } from './measures-table.ts';
import { analysisMethod } from './method.ts';
import { rowTitle } from './table.ts';
import { trustStrip } from './trust.ts';

/** The page every analysis has: one cut at a time as chart and table, method, downloads. */
export async function analysisBody(analysis: ManifestAnalysis, site: Site, cut: Cut): Promise<Html> {
  const { view, measure } = cut;
  const { cells, language } = view;
  const grids = Object.keys(analysis.measures).flatMap((one) => gridOf(cells, frameOf(cut, one), view) ?? []);
  const isDrawn = grids.some((grid) => grid.frame.measure === measure);
  const subtitle = subtitleOf(analysis, cut);
  const drawn = isDrawn ? await chart(site, cut, subtitle) : html`<p class="state">${ui.noYet[language]}</p>`;
  const sum = (count: (grid: Grid) => number) => grids.reduce((total, grid) => total + count(grid), 0);
  const hidden = sum(hiddenIn);
  const usesClaims = analysis.classes.includes('receipt');
  const notes = [closedNote(cells, language), ...(usesClaims ? linkageNote(cells, view.year, language) : [])];
  return html`<h1>${analysis.question[language]}</h1>
${filterBar([{ title: yearTitle[language], options: yearOptions(view) }, ...cutFilters(analysis, cut)])}
<div class="figures"><figure class="card full">
<figcaption><h2>${analysis.title[language]}</h2><p class="subtitle">${subtitle}</p></figcaption>
${drawn}
${grids.length > 0 ? measuresTable(grids, { id: 'table', caption: analysis.title[language], rowTitle: rowTitle(cells, grids[0]!, language) }, language) : ''}
${hidden > 0 ? html`<p class="note">${ui.hiddenNote[language]}<a href="${href(language, '/about/disclosure')}">${ui.more[language]}</a></p>` : ''}
<div class="actions"><span class="save">${ui.save[language]}: ${(['csv', 'xlsx', 'arrow'] as const).map(
    (extension, index) =>
      html`${index > 0 ? '・' : ''}<a href="/api/analyses/${analysis.name}.${extension}" download>${{ csv: 'CSV', xlsx: 'Excel', arrow: 'Arrow' }[extension]}</a>`,
  )}</span></div>
</figure>
${analysisMethod(analysis, site, language)}</div>
${trustStrip(notes, { hidden, cells: sum(cellsIn) }, href(language, '/about/disclosure'), language)}`;
}

function subtitleOf(analysis: ManifestAnalysis, { measure, view }: Cut): string {
  const shownMeasure = analysis.measures[measure];
  const { language } = view;
  if (shownMeasure === undefined) return '';
  const [open, close] = language === 'ja' ? ['（', '）'] : [' (', ')'];
  return `${shownMeasure.title[language]}${open}${shownMeasure.unit[language]}${close}`;
}

/** The chart of a cut and the figures it draws; undefined where nothing is shown. */
export function cutDrawable(
  site: Site,
  cut: Cut,
): { readonly drawable: Drawable; readonly grid: Grid } | undefined {
  const isMonths = cut.by === 'month';
  const frame = frameOf(cut, cut.measure);
  const grid = gridOf(site.cells, isMonths ? { ...frame, columns: 'year' } : frame, cut.view);
  if (grid === undefined) return undefined;
  const file = site.dashboards.chart('analysis', isMonths ? 'months' : 'bars');
  const drawable = drawableOf(site, file, grid, cut.view.language);
  return drawable && { drawable, grid };
}

async function chart(site: Site, cut: Cut, subtitle: string): Promise<Html> {
  const { view, by, measure, at, analysis } = cut;
  const drawn = cutDrawable(site, cut);
  if (drawn === undefined)
    return html`<p class="state hatch"><span>${ui.allHidden[view.language]}</span></p>`;
  const query = new URLSearchParams({ fy: String(view.year), by, of: measure, ...at });
  return drawings(drawn.drawable, {
    label: chartLabel(subtitle, drawn.grid, view.language),
    id: 'chart',
    address: `/charts/${view.language}/analyses/${analysis}.json?${query.toString()}`,
  });
}

function frameOf({ analysis, by, at, isPart }: Cut, measure: string): Frame {
  return { analysis, measure, rows: by, at, ...(isPart ? {} : { total: 'rows' }) };
}
