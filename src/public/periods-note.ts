import type { Language } from '#shared/text.ts';
import type { Cells } from './cells.ts';
import { monthName } from './periods.ts';

/** How far the released months reach. */
export function closedNote(cells: Cells, language: Language): string {
  const month = monthName(cells.release.manifest.closedThrough, language);
  return language === 'ja'
    ? `${month}診療分までを公開しています。それより後の月は、請求がそろってから公開します。`
    : `Months of care up to ${month} are shown. Later months follow once their claims are complete.`;
}
