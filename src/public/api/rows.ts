import type { Cell, ManifestAnalysis } from '#release/form.ts';

/** Columns of every download and API answer: period, the dimensions, measure, value, status. */
export function columnsOf(analysis: ManifestAnalysis): readonly string[] {
  return ['period', ...Object.keys(analysis.dimensions), 'measure', 'value', 'status'];
}

export type Row = Readonly<Record<string, string | number | null>>;

/** One cell as a row with those columns; `value` is null unless the status is `ok`. */
export function rowOf(analysis: ManifestAnalysis, cell: Cell): Row {
  const dimensions = Object.keys(analysis.dimensions).map(
    (name) => [name, cell.at[name] ?? 'total'] as const,
  );
  const { period, measure, status } = cell;
  const value = status === 'ok' ? cell.value : null;
  return { period, ...Object.fromEntries(dimensions), measure, value, status };
}
