import { fileURLToPath } from 'node:url';
import { missingGlyphs } from '#print/fonts.ts';
import { typeset } from '#print/typeset.ts';
import type { DraftHeader } from '../documents/draft.ts';
import type { Addressed, Part, PrintTools } from '../documents/printer.ts';
import {
  inSheetOrder,
  type SheetRow,
  type SheetSettings,
  sexText,
  sheetFacts,
  sheetRow,
  sheetSettings,
  valueText,
} from './sheet.ts';
import { listWorkbook } from './workbook.ts';

const template = fileURLToPath(import.meta.resolve('#print/list.typ'));

/** Persons in one file: about a hundred sheets. */
const partSize = 1000;

/** The paper list and its Excel file, part by part. A list without anybody says so on one sheet. */
export async function* printList(
  header: DraftHeader,
  people: AsyncIterable<Addressed>,
  tools: PrintTools,
): AsyncGenerator<Part> {
  const rows: SheetRow[] = [];
  for await (const addressed of people) {
    const row = sheetRow(addressed);
    if (missingGlyphs(`${row.name}${row.kana}`).length > 0) tools.putAside(addressed, 'missing-glyphs');
    else rows.push(row);
  }
  const settings = sheetSettings(header);
  const sorted = inSheetOrder(rows, settings);
  for (let from = 0; from === 0 || from < sorted.length; from += partSize) {
    const part = sorted.slice(from, from + partSize);
    const paper = await typeset(template, paperOf(header, settings, part, from, tools.number()), {
      title: tools.number(),
    });
    yield { ...paper, extension: 'pdf' };
    yield { bytes: await listWorkbook(header, part, tools.number()), extension: 'xlsx', sheets: 1 };
  }
}

/** The data of `list.typ`; `from` is how many persons stand on the parts before. */
function paperOf(
  header: DraftHeader,
  settings: SheetSettings,
  rows: readonly SheetRow[],
  from: number,
  number: string,
) {
  const person = [
    { head: '', width: 9, align: 'right' },
    { head: '氏名', width: 31, align: 'left' },
    { head: '記号・番号-枝番', width: 30, align: 'left' },
    { head: '健診日\n性別・年度末年齢', width: 28, align: 'left' },
    { head: '判定', width: 0, align: 'left' },
  ];
  const values = settings.columns.map(({ title, words }) => ({
    head: title,
    width: columnWidth(title),
    align: words === undefined ? 'right' : 'left',
  }));
  const levels = new Map(settings.levels.map(({ code, name }) => [code, name]));
  const remarks = rows.length === 0 ? ['この基準日に該当する人はいません。'] : [];
  return {
    ...sheetFacts(header, number),
    remarks: [`判定の基準: ${settings.source}`, settings.note, ...remarks],
    columns: [...person, ...values],
    rows: rows.map((row, index) => [
      String(from + index + 1),
      `${row.name}\n${row.kana}`,
      row.card,
      `${row.examinedOn}\n${sexText(row)} ${row.age === null ? '' : `${row.age}歳`}`,
      `${levels.get(row.level) ?? ''}\n${row.why}`,
      ...settings.columns.map((column) => valueText(column, row)),
    ]),
  };
}

/** Millimetres for a head of 9 pt, or for a number of five digits. */
function columnWidth(title: string): number {
  const lines = title
    .split('\n')
    .map((line) => [...line].reduce((sum, one) => sum + (one > '\u2e80' ? 3.2 : 2.2), 0));
  return Math.max(9.5, ...lines) + 2.4;
}
