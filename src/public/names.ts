import type { Language, Text } from '#shared/text.ts';
import type { Cells } from './cells.ts';

export type Code = { readonly code: string; readonly name: string; readonly short: string };

export const totalName: Text = { ja: '合計', en: 'Total' };

/** Names of totals that a reader knows better than 「合計」. */
const totals: Readonly<Record<string, Text>> = {
  unit: { ja: '組合全体', en: 'Whole society' },
  sex: { ja: '男女計', en: 'Both sexes' },
  relation: { ja: '全員', en: 'Everyone' },
  age_band: { ja: '全年齢', en: 'All ages' },
  age_group: { ja: '全年齢', en: 'All ages' },
  care: { ja: '合計', en: 'All kinds' },
  disease: { ja: '全疾病', en: 'All diseases' },
};

/** Codes of a dimension in the order of the released list (without the total). */
export function codesOf(
  cells: Cells,
  analysis: string,
  dimension: string,
  language: Language,
): readonly Code[] {
  const list = cells.analysis(analysis)?.dimensions[dimension]?.list;
  const entries = list === undefined ? [] : (cells.release.manifest.lists[list] ?? []);
  return entries.map((entry) => ({
    code: entry.code,
    name: entry[language],
    short: entry.short?.[language] ?? entry[language],
  }));
}

/** Name of one code, `total` included. */
export function codeName(
  cells: Cells,
  analysis: string,
  dimension: string,
  code: string,
  language: Language,
): string {
  if (code === 'total') return totalOf(dimension, language);
  return codesOf(cells, analysis, dimension, language).find((entry) => entry.code === code)?.name ?? code;
}

export function totalOf(dimension: string, language: Language): string {
  return (totals[dimension] ?? totalName)[language];
}
