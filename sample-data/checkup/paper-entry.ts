import { isoDay, monthEnd } from '../calendar.ts';
import { otherCheckupInstitutions } from '../institutions.ts';
import { cellsOf, csvLayouts, plainCell } from './csv-layouts.ts';
import { personCells, type Sheet } from './sheet.ts';

/** Paper results typed twice (入力回 1 and 2) by two people. */
export const paperHead = [
  ...[
    '用紙番号',
    '入力回',
    '保険者番号',
    '記号',
    '番号',
    '枝番',
    '氏名カナ',
    '生年月日',
    '性別',
    '健診実施日',
  ],
  ...['健診機関番号', '入力者', '入力日'],
  ...csvLayouts['paper-entry'].map(({ header }) => header),
].join(',');

/** The two rows of a sheet; of twelve sheets one differs in a value, one was typed once only. @param serial from 0 */
export function paperRows(
  sheet: Sheet,
  serial: number,
): { readonly rows: readonly string[]; readonly trouble: 'paper_differs' | 'paper_once' | undefined } {
  const { checkup, person } = sheet;
  const trouble = serial % 12 === 2 ? 'paper_differs' : serial % 12 === 4 ? 'paper_once' : undefined;
  const number = `P${checkup.fiscalYear}-${person.memberId}`;
  const cells = cellsOf('paper-entry', checkup.results, plainCell);
  const typed = monthEnd(checkup.fiscalYear * 12 + 14);
  const row = (entry: '1' | '2', some: readonly string[]) =>
    [
      ...[number, entry, ...personCells(sheet), otherCheckupInstitutions.paper.number],
      ...[entry === '1' ? '見本' : '例田', isoDay(Math.min(typed, checkup.day + 20)), ...some],
    ].join(',');
  const slipped = cells.with(0, (Number(cells[0]) + 10).toFixed(1));
  const second = row('2', trouble === 'paper_differs' ? slipped : cells);
  return { rows: trouble === 'paper_once' ? [row('1', cells)] : [row('1', cells), second], trouble };
}
