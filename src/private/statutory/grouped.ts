import type { Row } from '../warehouse.ts';

/** Rows that follow one another with the same value of a column, from a result ordered by it. */
export async function* groupedRows(
  batches: AsyncIterable<readonly Row[]>,
  column: string,
): AsyncGenerator<readonly [Row, ...Row[]]> {
  let group: [Row, ...Row[]] | undefined;
  for await (const rows of batches)
    for (const row of rows) {
      if (group !== undefined && group[0][column] === row[column]) group.push(row);
      else {
        if (group !== undefined) yield group;
        group = [row];
      }
    }
  if (group !== undefined) yield group;
}
