import { shown } from '../cells.ts';
import { yearName } from '../periods.ts';
import type { View } from '../view.ts';
import { ui } from '../words.ts';
import { type Html, html, svg } from './html.ts';

/** What the two marks of the ladders mean; said once per page. */
export function marksKey(view: View): Html {
  const { cells, year, language } = view;
  const hasBefore = cells.release.manifest.analyses.some((analysis) =>
    analysis.periods.includes(String(year - 1)),
  );
  const hasNow = cells.release.manifest.analyses.some((analysis) =>
    cells.release
      .cells(analysis.name)
      .some((cell) => cell.period === String(year) && shown(cell) !== undefined),
  );
  if (!hasNow) return html``;
  const mark = (className: string, r: number) =>
    svg(
      `<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><circle class="${className}" cx="9" cy="9" r="${r}"/></svg>`,
    );
  const entry = (className: string, r: number, one: number) =>
    html`<li>${mark(className, r)}${ui.now[language]} ${yearName(one, language)}</li>`;
  return html`<ul class="key marks">${entry('dot-now', 7, year)}${hasBefore ? entry('dot-before', 5.5, year - 1) : ''}</ul>`;
}
