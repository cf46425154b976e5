import type { Language } from '#shared/text.ts';
import { type Cells, shown } from './cells.ts';
import { withUnit } from './format.ts';
import { yearName } from './periods.ts';

const linkage = { analysis: 'receipt-linkage', measure: 'share', at: { link: 'unlinked' } };

/** Share of the claims of a fiscal year that belong to no known member and are in no analysis; only as a released figure. */
export function linkageNote(cells: Cells, year: number, language: Language): readonly string[] {
  const measure = cells.analysis(linkage.analysis)?.measures[linkage.measure];
  const value = shown(cells.ofYear(linkage, year));
  if (measure === undefined || value === undefined) return [];
  const share = withUnit(value, measure, language);
  return [
    language === 'ja'
      ? `${yearName(year, 'ja')}のレセプトの${share}は加入者に結び付かず、集計に入っていません。`
      : `${share} of the claims of ${yearName(year, 'en')} belong to no known member and are left out.`,
  ];
}
