import { eraDay, isoDay } from '../calendar.ts';
import { otherCheckupInstitutions, wide } from '../institutions.ts';
import type { Random } from '../random.ts';
import type { Result } from '../results.ts';
import { type CsvColumn, cellsOf, csvLayouts } from './csv-layouts.ts';
import { narrowKana } from './narrow-kana.ts';
import { cardNumberOf, type Sheet } from './sheet.ts';
import { wordsOf } from './words.ts';

const columns = csvLayouts['dock-vendor'];
/** Columns of measured values have a judgement (A, B, C) beside them. */
const isJudged = ({ header }: CsvColumn) =>
  /[a-zA-Z]|血|糖|尿酸|クレアチニン/.test(header) && !/服薬|歩行|増/.test(header);

/** A vendor's list of full checkups (人間ドック): value and 判定 in pairs, words for codes, spare columns. */
export const dockHead = [
  ...[
    '受診番号',
    '健保記号番号',
    '漢字氏名',
    'カナ氏名',
    '生年月日',
    '性別',
    '受診年月日',
    '医療機関コード',
    'コース名',
  ],
  ...[
    '腹囲測定方法',
    ...columns.flatMap((column) =>
      isJudged(column) ? [column.header, `${column.header}判定`] : [column.header],
    ),
  ],
  ...['骨密度', '予備1', '予備2'],
].join(',');

/** What is odd in a row beyond its forms: counted where the row can be read. */
export type DockOddity = 'csv_unreadable_number' | 'csv_beyond_list';

/**
 * Full-width digits here, era dates there, a mark of the laboratory behind a value, kana in half width, a column nobody
 * asked for: as such lists are.
 */
export function dockRow(
  sheet: Sheet,
  random: Random,
): { readonly row: string; readonly oddities: readonly DockOddity[] } {
  const { person, checkup } = sheet;
  const { span, day, results } = checkup;
  const date = (one: number) => isoDay(one).replaceAll('-', '/');
  const isWide = random.chance(0.1);
  const hasEra = random.chance(0.15);
  const isStrong = random.chance(0.5);
  const oddities: DockOddity[] = checkup.isUnreadable ? ['csv_unreadable_number'] : [];
  const cells = cellsOf('dock-vendor', results, (result, column) => cellText(result, column, isWide));
  const way = results.some(({ code }) => code === '9N016160300000001') ? '自己申告' : '実測';
  const odd = ({ header }: CsvColumn, cell: string): string => {
    if (header === 'GOT' && checkup.isUnreadable) return '別紙参照';
    if (header !== '尿糖' || cell !== '（２＋）' || !isStrong) return cell;
    oddities.push('csv_beyond_list');
    return '（４＋）';
  };
  const row = [
    ...[
      `D${checkup.fiscalYear}${span.number.slice(-6)}`,
      `${span.symbol}-${cardNumberOf(sheet)}`,
      person.name,
    ],
    ...[
      narrowKana(person.kana),
      hasEra ? eraText(person.birth) : date(person.birth),
      person.sex === 'M' ? '男' : '女',
      date(day),
    ],
    ...[otherCheckupInstitutions.dock.number, '１日ドック', way],
    ...columns.flatMap((column, index) => {
      const cell = odd(column, cells[index]!);
      return isJudged(column) ? [cell, cell === '' ? '' : random.pick(['A', 'A', 'B', 'C'])] : [cell];
    }),
    ...[random.chance(0.3) ? '若年平均の95%' : '', '', ''],
  ].join(',');
  return { row, oddities };
}

/** S50.4.1 */
function eraText(day: number): string {
  const [era, year, month, date] = /^(.)(..)(..)(..)$/.exec(eraDay(day))!.slice(1);
  return `${{ 3: 'S', 4: 'H', 5: 'R' }[era!]}${Number(year)}.${Number(month)}.${Number(date)}`;
}

function cellText(result: Result, { header }: CsvColumn, isWide: boolean): string {
  if (result.state === 'text') return result.text;
  if (result.state === 'not_performed') return '未実施';
  if (result.state === 'not_measurable') return '測定不能';
  if (result.state === 'choice') return wordsOf(result.list, result.choice);
  // Hemoglobin is in g/L here.
  if (header.startsWith('血色素量')) return String(Math.round(Number(result.number) * 10));
  const mark = header === 'LDL-C' && Number(result.number) >= 140 ? 'H' : '';
  return `${isWide ? wide(result.number) : result.number}${mark}`;
}
