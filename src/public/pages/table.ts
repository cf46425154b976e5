import type { Language, Text } from '#shared/text.ts';
import type { Cells } from '../cells.ts';
import { unitAfter } from '../format.ts';
import type { Grid } from '../grid.ts';
import { cellClass, cellText } from './cell.ts';
import { type Html, html } from './html.ts';

export type TableWords = { readonly id: string; readonly caption: string; readonly rowTitle: string };

/** A grid as a table: caption, scopes, units in the header, its own scroll region. */
export function gridTable(grid: Grid, words: TableWords, language: Language): Html {
  const { lead } = grid;
  const unit = (measure: Grid['measure']) =>
    html`<span class="unit">${unitAfter(measure.unit, language).trim()}</span>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${words.id}">
<table>
<caption id="${words.id}">${words.caption}</caption>
<thead><tr><th scope="col">${words.rowTitle}</th>${lead ? html`<th scope="col" class="n">${lead.measure.title[language]} ${unit(lead.measure)}</th>` : ''}${grid.columns.map(
    (column) => html`<th scope="col" class="n">${column.name} ${unit(grid.measure)}</th>`,
  )}</tr></thead>
<tbody>${grid.rows.map(
    (row, at) => html`<tr${row.isTotal ? html` class="total"` : ''}><th scope="row">${row.name}</th>${
      lead
        ? html`<td class="${cellClass(lead.cells[at])}">${cellText(lead.cells[at], lead.measure, language)}</td>`
        : ''
    }${grid.columns.map(
      (_, index) =>
        html`<td class="${cellClass(grid.cells[at]?.[index])}">${cellText(grid.cells[at]?.[index], grid.measure, language)}</td>`,
    )}</tr>
`,
  )}</tbody>
</table>
</div>`;
}

const rowTitles: Readonly<Record<string, Text>> = {
  month: { ja: '診療月', en: 'Month of care' },
  measure: { ja: '段階', en: 'Step' },
};

/** What the rows of a grid are. */
export function rowTitle(cells: Cells, grid: Grid, language: Language): string {
  const { rows, analysis } = grid.frame;
  return (rowTitles[rows] ?? cells.analysis(analysis)?.dimensions[rows]?.title)?.[language] ?? rows;
}
