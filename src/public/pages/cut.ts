import type { ManifestAnalysis } from '#release/form.ts';
import type { Cells, Coordinates } from '../cells.ts';
import { codesOf, totalOf } from '../names.ts';
import { href, type View } from '../view.ts';
import { ui } from '../words.ts';

/** Which part of an analysis the reader looks at: rows, measure, and the codes the rest is held at. */
export type Cut = {
  readonly analysis: string;
  readonly view: View;
  readonly by: string;
  /** True where the rows add up to no total: months, or codes that overlap. */
  readonly isPart: boolean;
  readonly measure: string;
  readonly at: Coordinates;
};

/** Reads the cut from the query; a combination that no table publishes is reduced to one that is. */
export function readCut(analysis: ManifestAnalysis, view: View): Cut {
  const { query } = view;
  const choices = rowChoices(analysis);
  const by = choices.find((name) => name === query['by']) ?? choices[0] ?? 'month';
  const measures = Object.keys(analysis.measures);
  const measure = measures.find((name) => name === query['of']) ?? measures[0] ?? '';
  const isPart = by === 'month' || analysis.dimensions[by]?.total === false;
  return { analysis: analysis.name, view, by, isPart, measure, at: reduce(view.cells, analysis, by, query) };
}

function rowChoices(analysis: ManifestAnalysis): readonly string[] {
  const dimensions = Object.keys(analysis.dimensions);
  return analysis.period === 'month' ? ['month', ...dimensions] : dimensions;
}

/** Keeps the codes that stand together with the rows in one published table; `total: false` is never left out. */
function reduce(
  cells: Cells,
  analysis: ManifestAnalysis,
  by: string,
  wanted: Readonly<Record<string, string>>,
): Coordinates {
  const known = Object.keys(analysis.dimensions).flatMap((name) => {
    if (name === by) return [];
    const codes = codesOf(cells, analysis.name, name, 'ja').map((entry) => entry.code);
    const first = analysis.dimensions[name]?.total === false ? codes[0] : undefined;
    const code = codes.find((one) => one === wanted[name]) ?? first;
    return code === undefined ? [] : [[name, code] as const];
  });
  const kept: [string, string][] = [];
  for (const [name, code] of known)
    if (isPublished(analysis, [by, ...kept.map(([other]) => other), name])) kept.push([name, code]);
  return Object.fromEntries(kept);
}

function isPublished(analysis: ManifestAnalysis, names: readonly string[]): boolean {
  return analysis.tables.some((table) => names.every((name) => name === 'month' || table.includes(name)));
}

/** Links for the rows, the measure of the chart and every dimension that stands beside the rows in a table. */
export function cutFilters(analysis: ManifestAnalysis, cut: Cut) {
  const { view, by, at } = cut;
  const { language, cells, path } = view;
  const keep = { fy: String(view.year), by, of: cut.measure };
  const link = (query: Readonly<Record<string, string>>) => href(language, path, query);
  const rows = {
    title: ui.breakdown[language],
    options: rowChoices(analysis).map((name) => ({
      name:
        name === 'month'
          ? { ja: '月', en: 'Month' }[language]
          : (analysis.dimensions[name]?.title[language] ?? name),
      address: link({ ...keep, by: name }),
      isCurrent: name === by,
    })),
  };
  const measures = {
    title: { ja: '図の値', en: 'Chart shows' }[language],
    options: Object.entries(analysis.measures).map(([name, measure]) => ({
      name: measure.title[language],
      address: link({ ...keep, ...at, of: name }),
      isCurrent: name === cut.measure,
    })),
  };
  const others = Object.entries(analysis.dimensions)
    .filter(([name]) => name !== by && isPublished(analysis, [by, name]))
    .map(([name, dimension]) => {
      const beside = Object.fromEntries(
        Object.entries(at).filter(([other]) => other !== name && isPublished(analysis, [by, name, other])),
      );
      const option = (code: string, text: string, isCurrent: boolean) => ({
        name: text,
        address: link({ ...keep, ...beside, [name]: code }),
        isCurrent,
      });
      const codes = codesOf(cells, analysis.name, name, language).map((entry) =>
        option(entry.code, entry.short, at[name] === entry.code),
      );
      const total = option('', totalOf(name, language), at[name] === undefined);
      return {
        title: dimension.title[language],
        options: dimension.total === false ? codes : [total, ...codes],
      };
    });
  return [rows, measures, ...others];
}
