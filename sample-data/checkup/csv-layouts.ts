import { facts } from '../facts.ts';
import type { Result } from '../results.ts';

export type CsvLayoutName = 'employer-checkup' | 'dock-vendor' | 'paper-entry';

export type CsvColumn = {
  readonly header: string;
  /** Item codes whose value stands here; none for a column that is always empty. */
  readonly codes: readonly string[];
};

/** The columns of results of each CSV layout, in their order. */
export const csvLayouts: Readonly<Record<CsvLayoutName, readonly CsvColumn[]>> = {
  'employer-checkup': columnsOf('employer-checkup'),
  'dock-vendor': columnsOf('dock-vendor'),
  'paper-entry': columnsOf('paper-entry'),
};

function columnsOf(layout: CsvLayoutName): CsvColumn[] {
  return facts('checkup-columns')
    .filter((row) => row['layout'] === layout)
    .map((row) => ({
      header: row['header']!,
      codes: row['codes']!.split(' ').filter((code) => code !== ''),
    }));
}

/** What the codes of all methods of one item have in common. */
export function itemOf(code: string): string {
  return code.slice(0, 9) + code.slice(15);
}

const carriedItems = Object.fromEntries(
  Object.entries(csvLayouts).map(([name, columns]) => [
    name,
    new Set(columns.flatMap(({ codes }) => codes).map(itemOf)),
  ]),
);

/** Of some results those for which a layout has a column. */
export function carriedBy(layout: CsvLayoutName, results: readonly Result[]): Result[] {
  const items = carriedItems[layout]!;
  return results.filter(({ code }) => items.has(itemOf(code)));
}

/** The cells of results in the order of the columns; `write` makes the text of one. */
export function cellsOf(
  layout: CsvLayoutName,
  results: readonly Result[],
  write: (result: Result, column: CsvColumn) => string,
): string[] {
  const byItem = new Map(results.map((result) => [itemOf(result.code), result]));
  return csvLayouts[layout].map((column) => {
    const result = column.codes.map((code) => byItem.get(itemOf(code))).find((one) => one !== undefined);
    return result === undefined ? '' : write(result, column);
  });
}

/** A result as most layouts write it: number, code or words. */
export function plainCell(result: Result): string {
  if (result.state === 'measured') return result.number;
  if (result.state === 'choice') return result.choice;
  if (result.state === 'text') return result.text;
  return result.state === 'not_performed' ? '未実施' : '測定不能';
}
