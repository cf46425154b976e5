import type { Dashboard } from '../dashboards.ts';
import { linkageNote } from '../linkage-note.ts';
import { closedNote } from '../periods-note.ts';
import { say } from '../say.ts';
import { analysesOf, type Site } from '../site.ts';
import { href, type View } from '../view.ts';
import { ui } from '../words.ts';
import { figure } from './figure.ts';
import { dimensionOptions, filterBar, yearOptions, yearTitle } from './filters.ts';
import { type Html, html } from './html.ts';
import { marksKey } from './marks-key.ts';
import { sentence } from './sentence.ts';
import { tile, tilesTable } from './tile.ts';
import { trustStrip } from './trust.ts';

/** A page of the dashboards: question, answer, filters, tiles, figures, trust strip. */
export async function dashboardBody(page: Dashboard, site: Site, view: View): Promise<Html> {
  const { cells, language } = view;
  const space = language === 'en' ? [{ text: ' ', strong: false }] : [];
  const answer = page.answer.flatMap((finding) => [...(say(finding, view) ?? []), ...space]);
  const figures = await Promise.all(page.figures.map((one) => figure(one, site, view, page.name)));
  const narrow = (page.filters ?? []).flatMap((dimension) => {
    const analysis = analysesOf(page).find((name) => cells.analysis(name)?.dimensions[dimension]);
    return analysis === undefined
      ? []
      : [{ title: ui.figuresFor[language], options: dimensionOptions(view, analysis, dimension) }];
  });
  const counts = {
    hidden: figures.reduce((sum, one) => sum + one.hidden, 0),
    cells: figures.reduce((sum, one) => sum + one.cells, 0),
  };
  const usesClaims = analysesOf(page).some((name) => cells.analysis(name)?.classes.includes('receipt'));
  const notes = [closedNote(cells, language), ...(usesClaims ? linkageNote(cells, view.year, language) : [])];
  return html`<h1>${page.question[language]}</h1>
<p class="answer">${sentence(answer)}</p>
${filterBar([{ title: yearTitle[language], options: yearOptions(view) }])}
${marksKey(view)}
<div class="tiles tiles-${page.tiles.length}">${page.tiles.map((one) => tile(one, view))}</div>
${tilesTable(page.tiles, view)}
${filterBar(narrow)}
<div class="figures">${figures.map((one) => one.html)}</div>
${trustStrip(notes, counts, href(language, '/about/disclosure'), language)}`;
}
