import type { Language } from '#shared/text.ts';
import { unitAfter } from '../format.ts';
import type { Grid } from '../grid.ts';
import { cellClass, cellText } from './cell.ts';
import { type Html, html } from './html.ts';
import type { TableWords } from './table.ts';

/** Grids of one column each over the same rows, side by side: one column per measure. */
export function measuresTable(grids: readonly Grid[], words: TableWords, language: Language): Html {
  const rows = grids[0]?.rows ?? [];
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${words.id}">
<table>
<caption id="${words.id}" class="vh">${words.caption}</caption>
<thead><tr><th scope="col">${words.rowTitle}</th>${grids.map(
    ({ measure }) =>
      html`<th scope="col" class="n">${measure.title[language]} <span class="unit">${unitAfter(measure.unit, language).trim()}</span></th>`,
  )}</tr></thead>
<tbody>${rows.map(
    (
      row,
      at,
    ) => html`<tr${row.isTotal ? html` class="total"` : ''}><th scope="row">${row.name}</th>${grids.map(
      (grid) => {
        const cell = grid.cells[at]?.[0];
        return html`<td class="${cellClass(cell)}">${cellText(cell, grid.measure, language)}</td>`;
      },
    )}</tr>
`,
  )}</tbody>
</table>
</div>`;
}
