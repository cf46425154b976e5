import { parseDate } from '../dates.ts';

/** The date an edition holds from, as its file name says: `b_20240601.txt`, `y_ALL20240321.csv`. */
export function editionOf(fileName: string): string | undefined {
  const digits = /(?<!\d)(20\d{6})(?!\d)/.exec(fileName)?.[1];
  return digits === undefined ? undefined : parseDate(digits);
}
