import { checkupInstitutions } from '../institutions.ts';
import { cellsOf, csvLayouts, plainCell } from './csv-layouts.ts';
import { personCells, type Sheet } from './sheet.ts';

/** The employer's own list of its 定期健康診断 (事業者健診). */
export const employerHead = [
  ...['保険者番号', '記号', '番号', '枝番', '氏名カナ', '生年月日', '性別', '受診日', '健診機関番号'],
  ...['社員番号', '氏名', '所属', '健診機関名'],
  ...csvLayouts['employer-checkup'].map(({ header }) => header),
].join(',');

export function employerRow(sheet: Sheet): string {
  const { person, checkup } = sheet;
  const { number, name } = checkupInstitutions[0]!;
  const own = [number, `E${checkup.span.number.slice(-5)}`, person.name, '見本課', name];
  return [...personCells(sheet), ...own, ...cellsOf('employer-checkup', checkup.results, plainCell)].join(
    ',',
  );
}
