import type { ManifestAnalysis } from '#release/form.ts';
import type { Frame } from '#shared/define.ts';
import { chartData } from '../charts/data.ts';
import { svgOf } from '../charts/render.ts';
import { variantsOf } from '../charts/variants.ts';
import { type Grid, gridOf } from '../grid.ts';
import { cellsIn, chartLabel, hiddenIn } from '../label.ts';
import { linkageNote } from '../linkage-note.ts';
import { closedNote } from '../periods-note.ts';
import type { Site } from '../site.ts';
import { href } from '../view.ts';
import { ui } from '../words.ts';
import { type Cut, cutFilters } from './cut.ts';
import { chartShape } from './figure.ts';
import { filterBar, yearOptions, yearTitle } from './filters.ts';
import { type Html, html, svg } from './html.ts';
import { measuresTable } from './measures-table.ts';
import { analysisMethod } from './method.ts';
import { rowTitle } from './table.ts';
import { trustStrip } from './trust.ts';

/** The page every analysis has: one cut at a time as chart and table, method, downloads. */
export async function analysisBody(analysis: ManifestAnalysis, site: Site, cut: Cut): Promise<Html> {
  const { view, by, measure } = cut;
  const { cells, language } = view;
  const frameOf = (one: string): Frame => ({
    analysis: analysis.name,
    measure: one,
    rows: by,
    at: cut.at,
    ...(by === 'month' || analysis.dimensions[by]?.total === false ? {} : { total: 'rows' as const }),
  });
  const grids = Object.keys(analysis.measures).flatMap((one) => gridOf(cells, frameOf(one), view) ?? []);
  const isDrawn = grids.some((grid) => grid.frame.measure === measure);
  const subtitle = subtitleOf(analysis, cut);
  const drawn = isDrawn
    ? await chart(site, cut, frameOf(measure), subtitle)
    : html`<p class="state">${ui.noYet[language]}</p>`;
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

async function chart(site: Site, cut: Cut, frame: Frame, subtitle: string): Promise<Html> {
  const { language } = cut.view;
  const isMonths = cut.by === 'month';
  const grid = gridOf(site.cells, isMonths ? { ...frame, columns: 'year' } : frame, cut.view);
  if (grid === undefined || !grid.cells.flat().some((cell) => cell?.status === 'ok'))
    return html`<p class="state hatch"><span>${ui.allHidden[language]}</span></p>`;
  const file = site.dashboards.chart('analysis', isMonths ? 'months' : 'bars');
  const data = chartData(grid, language, chartShape(file));
  const label = chartLabel(subtitle, grid, language);
  const drawings = await Promise.all(
    variantsOf(undefined).map((variant) =>
      svgOf(
        { chart: file, theme: site.dashboards.theme, data, variant, language },
        label,
        `chart-${variant.name}`,
        `chart ${variant.name}`,
      ),
    ),
  );
  return html`<div class="drawings">${drawings.map(svg)}</div>`;
}
