import type { Cell, ManifestMeasure } from '#release/form.ts';
import type { Tile } from '#shared/define.ts';
import type { Language } from '#shared/text.ts';
import { shown } from '../cells.ts';
import { difference, marks, spokenParts, withUnit } from '../format.ts';
import { yearName } from '../periods.ts';
import { href, type View } from '../view.ts';
import { ui } from '../words.ts';
import { type Html, html } from './html.ts';
import { ladder } from './ladder.ts';

/** One indicator: figure, change, ladder, neighbours. The whole tile is a link to its page. */
export function tile(definition: Tile, view: View): Html {
  const { cells, year, language } = view;
  const measure = cells.analysis(definition.of.analysis)?.measures[definition.of.measure];
  if (measure === undefined) return html``;
  const cell = cells.ofYear(definition.of, year);
  const now = shown(cell);
  const before = shown(cells.ofYear({ ...definition.of, back: 1 }, year));
  const scale = definition.scale ?? (before ? ([before * 0.8, before * 1.2] as const) : undefined);
  const address = href(language, definition.link, linkQuery(view));
  const value =
    now === undefined
      ? html`<p class="value${cell?.status === 'hidden' ? ' hatch' : ''}"><span class="mark" aria-hidden="true">${marks[cell?.status === 'hidden' ? 'hidden' : 'missing'].mark}</span></p>
<p class="change">${cell?.status === 'hidden' ? ui.notShown[language] : ui.noFigure[language]}</p>`
      : html`<p class="value n">${spokenParts(now, measure, language).text}<span class="unit">${unitOf(now, measure, language)}</span></p>
${before === undefined ? '' : html`<p class="change">${ui.changed[language]}${language === 'ja' ? '' : ` ${yearName(year - 1, 'en')}`} <strong class="n">${difference(now - before, measure, language)}</strong></p>`}
${scale === undefined ? '' : ladder(now, before, scale)}`;
  return html`<section class="tile">
<h2><a href="${address}">${definition.title[language]}</a></h2>
${value}
<dl>${definition.rows.map(({ label, of }) => {
    const neighbour = cells.ofYear(of, year);
    const text = shown(neighbour);
    if (neighbour === undefined) return '';
    const said = text === undefined ? markOf(neighbour, language) : rowText(text, measure, language);
    return html`<div><dt>${label[language]}</dt><dd class="${neighbour.status === 'hidden' ? 'n hatch' : 'n'}">${said}</dd></div>`;
  })}</dl>
</section>`;
}

/** The tiles once more as a table: every figure and difference that the sentences name. */
export function tilesTable(tiles: readonly Tile[], view: View): Html {
  const { cells, year, language } = view;
  const rows = tiles.flatMap((definition) => {
    const measure = cells.analysis(definition.of.analysis)?.measures[definition.of.measure];
    if (measure === undefined) return [];
    const [now, before] = [definition.of, { ...definition.of, back: 1 as const }].map((of) =>
      cells.ofYear(of, year),
    );
    const text = (cell: typeof now) => {
      const value = shown(cell);
      if (value !== undefined) return withUnit(value, measure, language);
      return marks[cell === undefined || cell.status === 'ok' ? 'missing' : cell.status].spoken[language];
    };
    const [a, b] = [shown(now), shown(before)];
    const gap = a === undefined || b === undefined ? '…' : difference(a - b, measure, language);
    return [
      html`<tr><th scope="row">${definition.title[language]}</th><td class="n">${text(now)}</td><td class="n">${text(before)}</td><td class="n">${gap}</td></tr>`,
    ];
  });
  const heads = [String(year), String(year - 1)].map((one) =>
    language === 'ja' ? `${one}年度` : `FY${one}`,
  );
  return html`<details class="tiles-table"><summary>${ui.tilesTable[language]}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${ui.tilesTable[language]}"><table>
<thead><tr><th scope="col">${ui.indicator[language]}</th>${heads.map((head) => html`<th scope="col" class="n">${head}</th>`)}<th scope="col" class="n">${ui.difference[language]}</th></tr></thead>
<tbody>${rows}</tbody></table></div></details>`;
}

function markOf({ status }: Cell, language: Language): Html {
  const { mark, spoken } = marks[status === 'ok' ? 'missing' : status];
  return html`<span class="mark" aria-hidden="true">${mark}</span><span class="vh">${spoken[language]}</span>`;
}

/** English units are words: a tile leaves `persons` to its title, because there is no room for it. */
function unitOf(value: number, measure: ManifestMeasure, language: Language): string {
  const { unit } = spokenParts(value, measure, language);
  return unit === ' persons' || unit === ' receipts' ? '' : unit;
}

/** The unit stands beside the large figure already; English rows have no room to repeat a word. */
function rowText(value: number, measure: ManifestMeasure, language: Language): string {
  const { text, unit } = spokenParts(value, measure, language);
  return language === 'en' && unit.startsWith(' ') ? text : text + unit;
}

function linkQuery(view: View): Readonly<Record<string, string>> {
  return 'fy' in view.query ? { fy: String(view.year) } : {};
}
