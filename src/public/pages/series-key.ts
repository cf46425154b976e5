import type { Grid } from '../grid.ts';
import { type Html, html } from './html.ts';

/** Names of the colours of a stacked chart, in stacking order; lines are labelled on the chart itself. */
export function seriesKey(grid: Grid): Html {
  const { columns } = grid.frame;
  const drawn = grid.columns.filter((column) => !column.isTotal);
  if (columns !== 'care' || drawn.length < 2) return html``;
  return html`<ul class="key">${drawn.map(
    (column) => html`<li><span class="swatch care-${column.code}"></span>${column.name}</li>`,
  )}</ul>`;
}
