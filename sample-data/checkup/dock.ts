import { isoDay } from '../calendar.ts';
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
  ...['予備1', '予備2'],
].join(',');

/** Full-width digits here, a mark of the laboratory there, kana in half width: as such lists are. */
export function dockRow(sheet: Sheet, random: Random): string {
  const { person, checkup } = sheet;
  const { span, day, results } = checkup;
  const date = (one: number) => isoDay(one).replaceAll('-', '/');
  const isWide = random.chance(0.1);
  const cells = cellsOf('dock-vendor', results, (result, column) => cellText(result, column, isWide));
  const way = results.some(({ code }) => code === '9N016160300000001') ? '自己申告' : '実測';
  return [
    ...[
      `D${checkup.fiscalYear}${span.number.slice(-6)}`,
      `${span.symbol}-${cardNumberOf(sheet)}`,
      person.name,
    ],
    ...[narrowKana(person.kana), date(person.birth), person.sex === 'M' ? '男' : '女', date(day)],
    ...[otherCheckupInstitutions.dock.number, '１日ドック', way],
    ...columns.flatMap((column, index) => {
      const cell = cells[index]!;
      return isJudged(column) ? [cell, cell === '' ? '' : random.pick(['A', 'A', 'B', 'C'])] : [cell];
    }),
    ...['', ''],
  ].join(',');
}

function cellText(result: Result, { header }: CsvColumn, isWide: boolean): string {
  if (result.state === 'text') return result.text;
  if (result.state === 'not_performed') return '未実施';
  if (result.state === 'not_measurable') return '測定不能';
  if (result.state === 'choice') return wordsOf(result.list, result.choice);
  // Hemoglobin is in g/L here.
  if (header.startsWith('血色素量')) return String(Math.round(Number(result.number) * 10));
  return isWide ? wide(result.number) : result.number;
}
