import type { Cell, ManifestAnalysis } from '#release/form.ts';
import { columnsOf, rowOf } from '../api/rows.ts';

/** RFC 4180 with a byte order mark, so that Excel reads it as UTF-8; an empty value where nothing is shown. */
export function csvOf(analysis: ManifestAnalysis, cells: readonly Cell[]): string {
  const columns = columnsOf(analysis);
  const lines = cells.map((cell) => {
    const row = rowOf(analysis, cell);
    return columns.map((column) => field(row[column] ?? '')).join(',');
  });
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
