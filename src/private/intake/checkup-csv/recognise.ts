import { headRecords } from '../csv.ts';
import { type Columns, fitOf, placeColumns } from './columns.ts';
import { headingsOf } from './heading.ts';
import { type Layout, loadLayouts } from './layout.ts';

/** Records of a file in which its heading is looked for. */
const mostLines = 4;

/** The layout a file is of, by its first lines, with its columns; of two that fit alike the first; undefined where none fits. */
export function recogniseLayout(
  head: Uint8Array,
  layouts: readonly Layout[] = loadLayouts(),
): Columns | undefined {
  let best: { readonly columns: Columns; readonly fit: number } | undefined;
  for (const heading of headingsOf(headRecords(head, mostLines)))
    for (const layout of layouts) {
      const columns = placeColumns(layout, heading);
      const fit = fitOf(columns);
      if (fit >= 0.5 && fit > (best?.fit ?? 0)) best = { columns, fit };
    }
  return best?.columns;
}
