import type { Figure } from '#shared/define.ts';
import type { Language } from '#shared/text.ts';
import { drawableOf, drawings } from '../charts/drawable.ts';
import { withUnit } from '../format.ts';
import { type Grid, gridOf } from '../grid.ts';
import { cellsIn, chartLabel, hiddenIn } from '../label.ts';
import { plain, say } from '../say.ts';
import type { Site } from '../site.ts';
import { href, type View } from '../view.ts';
import { ui } from '../words.ts';
import { heatTable } from './heat.ts';
import { type Html, html, type Piece } from './html.ts';
import { sentence } from './sentence.ts';
import { seriesKey } from './series-key.ts';
import { gridTable, rowTitle } from './table.ts';

export type Drawn = { readonly html: Html; readonly hidden: number; readonly cells: number };

/** A figure: finding, subtitle, chart or coloured table, its table, how to read it, method, downloads. */
export async function figure(definition: Figure, site: Site, view: View, page: string): Promise<Drawn> {
  const { cells, language } = view;
  const analysis = cells.analysis(definition.frame.analysis);
  if (analysis === undefined) return { html: html``, hidden: 0, cells: 0 };
  const grid = gridOf(cells, definition.frame, view);
  const narrowed = Object.keys(view.at).length > 0;
  const title = say(narrowed ? definition.title.slice(-1) : definition.title, view) ?? [];
  const subtitle = definition.subtitle[language];
  const id = `figure-${definition.name}`;
  const body =
    grid === undefined
      ? html`<p class="state">${ui.noYet[language]}</p>`
      : await drawing(definition, site, view, grid, { id, title: plain(title), subtitle, page });
  const hidden = grid ? hiddenIn(grid) : 0;
  return {
    hidden,
    cells: grid ? cellsIn(grid) : 0,
    html: html`<figure class="card ${definition.span ?? 'full'}" id="${definition.name}">
<figcaption><h2>${sentence(title)}</h2>
<p class="subtitle">${subtitle}</p></figcaption>
${body}
${hidden > 0 ? html`<p class="note">${ui.hiddenNote[language]}<a href="${href(language, '/about/disclosure')}">${ui.more[language]}</a></p>` : ''}
${actions(definition, view, grid, { id, subtitle })}
</figure>`,
  };
}

type Place = {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly page: string;
};

async function drawing(definition: Figure, site: Site, view: View, grid: Grid, place: Place): Promise<Html> {
  const { cells, language } = view;
  if (!grid.cells.flat().some((cell) => cell?.status === 'ok')) return allHidden(language);
  if ('heat' in definition.show) {
    const caption = `${place.title} ${place.subtitle}`;
    return heatTable(cells, grid, definition.show.heat, { id: `${place.id}-caption`, caption }, language);
  }
  const chart = site.dashboards.chart(place.page, definition.show.chart);
  const drawable = drawableOf(site, chart, grid, language, definition.span);
  if (drawable === undefined) return allHidden(language);
  const { bottom } = drawable.data.axis;
  const from = withUnit(bottom, grid.measure, language);
  const startNote =
    bottom > 0 ? { ja: `縦軸は${from}から`, en: `The axis starts at ${from}` }[language] : undefined;
  const query = new URLSearchParams({ fy: String(view.year), ...view.at });
  const drawn = await drawings(drawable, {
    label: chartLabel(place.title, grid, language),
    id: place.id,
    address: `/charts/${language}/${place.page}/${definition.name}.json?${query.toString()}`,
  });
  return html`${startNote ? html`<p class="subtitle">${startNote}</p>` : ''}${seriesKey(grid)}${drawn}`;
}

function allHidden(language: Language): Html {
  return html`<p class="state hatch"><span>${ui.allHidden[language]}</span></p>`;
}

function actions(
  definition: Figure,
  view: View,
  grid: Grid | undefined,
  place: { id: string; subtitle: string },
): Piece {
  const { cells, language } = view;
  const { analysis } = definition.frame;
  const base = `/api/analyses/${analysis}`;
  const table =
    grid && 'chart' in definition.show
      ? html`<details class="as-table"><summary>${ui.asTable[language]}</summary>${gridTable(grid, { id: `${place.id}-table`, caption: place.subtitle, rowTitle: rowTitle(cells, grid, language) }, language)}</details>`
      : '';
  const save = { ja: ['（', '・', '）'], en: [' (', ', ', ')'] }[language];
  const files = [
    ['csv', 'CSV'],
    ['xlsx', 'Excel'],
    ['arrow', 'Arrow'],
  ] as const;
  return html`<div class="actions">${table}
<details><summary>${ui.howToRead[language]}</summary><p>${definition.read[language]}</p></details>
<a href="${href(language, `/analyses/${analysis}`)}">${ui.method[language]}</a>
<span class="save">${ui.save[language]}${save?.[0]}${files.map(
    ([extension, name], index) =>
      html`${index > 0 ? save?.[1] : ''}<a href="${base}.${extension}" download>${name}</a>`,
  )}${save?.[2]}</span></div>`;
}
