import type { Language } from '#shared/text.ts';
import type { Cells, Coordinates } from './cells.ts';
import type { Choice } from './grid.ts';
import { codesOf } from './names.ts';
import { yearOfPeriod } from './periods.ts';

/** What the address says: the address is the whole state of a page. */
export type View = Choice & {
  readonly cells: Cells;
  /** Path without the language prefix, such as `/cost`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly years: readonly number[];
};

/** Fiscal years in which any of the analyses has a figure, newest first. */
export function yearsOf(cells: Cells, analyses: readonly string[]): readonly number[] {
  const years = analyses.flatMap((name) => (cells.analysis(name)?.periods ?? []).map(yearOfPeriod));
  return [...new Set(years)].sort((a, b) => b - a);
}

/** The newest fiscal year that is complete in one of the analyses, else the newest of all. */
export function defaultYear(cells: Cells, analyses: readonly string[]): number {
  const yearly = analyses.filter((name) => cells.analysis(name)?.period === 'fiscal-year');
  return yearsOf(cells, yearly)[0] ?? yearsOf(cells, analyses)[0] ?? 0;
}

/** Reads the query; what is unknown is dropped, never an error. */
export function readChoice(
  cells: Cells,
  analyses: readonly string[],
  filters: readonly string[],
  query: Readonly<Record<string, string>>,
  offer: 'complete' | 'all',
): { readonly year: number; readonly years: readonly number[]; readonly at: Coordinates } {
  const yearly = analyses.filter((name) => cells.analysis(name)?.period === 'fiscal-year');
  const years = yearsOf(cells, offer === 'complete' && yearly.length > 0 ? yearly : analyses);
  const asked = Number(query['fy']);
  const year = years.includes(asked) ? asked : defaultYear(cells, analyses);
  const at = Object.fromEntries(
    filters.flatMap((name) => {
      const code = query[name];
      const known = analyses.some((analysis) =>
        codesOf(cells, analysis, name, 'ja').some((entry) => entry.code === code),
      );
      return code !== undefined && known ? [[name, code] as const] : [];
    }),
  );
  return { year, years, at };
}

/** An address in the reader's language; empty values leave the key out; the order of keys is fixed. */
export function href(language: Language, path: string, query: Readonly<Record<string, string>> = {}): string {
  const keys = Object.keys(query).filter((key) => query[key] !== '');
  const order = ['fy', 'by', 'of'];
  const rank = (key: string) => (order.indexOf(key) < 0 ? order.length : order.indexOf(key));
  const sorted = keys.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const search = sorted.map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(query[key] ?? '')}`);
  const prefix = language === 'en' ? (path === '/' ? '/en/' : `/en${path}`) : path;
  return search.length > 0 ? `${prefix}?${search.join('&')}` : prefix;
}
