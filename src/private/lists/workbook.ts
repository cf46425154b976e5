import writeWorkbook, { type Cell } from 'write-excel-file/node';
import { steadyZip } from '#print/steady-zip.ts';
import type { DraftHeader } from '../documents/draft.ts';
import { type SheetColumn, type SheetRow, sexText, sheetFacts, sheetSettings } from './sheet.ts';

/** The same list as an Excel file: its facts on top, one row per person. The sheet is named by the number alone. */
export async function listWorkbook(
  header: DraftHeader,
  rows: readonly SheetRow[],
  number: string,
): Promise<Uint8Array> {
  const { columns, levels, note } = sheetSettings(header);
  const names = new Map(levels.map(({ code, name }) => [code, name]));
  const facts = sheetFacts(header, number);
  const heads = [
    '氏名',
    '氏名カナ',
    '記号・番号-枝番',
    '性別',
    '年度末年齢',
    '健診日',
    '区分',
    '理由',
    ...columns.map(({ title }) => title.replace('\n', '')),
  ];
  const data: Cell[][] = [
    [bold(`${facts.confidentiality}　${facts.title}`)],
    [plain(`指定番号 ${number}　対象期間 ${facts.period}`)],
    [plain(`取扱期間 ${facts.handling}　開示範囲 ${facts.disclosure}`)],
    [plain(note)],
    heads.map(bold),
    ...rows.map((row) => [
      ...[row.name, row.kana, row.card, sexText(row)].map(plain),
      row.age === null ? null : { value: row.age, type: Number },
      ...[row.examinedOn, names.get(row.level) ?? '', row.why].map(plain),
      ...columns.map((column) => valueCell(column, row)),
    ]),
  ];
  const widths = [18, 22, 22, 6, 11, 12, 14, 60, ...columns.map(() => 11)];
  const sheet = {
    sheet: number,
    data,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 5,
    orientation: 'landscape' as const,
  };
  return steadyZip(await writeWorkbook([sheet], { fontFamily: 'BIZ UDPGothic', fontSize: 11 }).toBuffer());
}

function bold(value: string): Cell {
  return { value, type: String, fontWeight: 'bold' };
}

/** Texts stay texts, so that nothing a name or number begins with is taken for a formula or a figure. */
function plain(value: string): Cell {
  return { value, type: String };
}

function valueCell({ key, decimals = 0, words }: SheetColumn, { values }: SheetRow): Cell {
  const value = values[key] ?? null;
  if (value === null) return null;
  if (typeof value === 'number')
    return { value, type: Number, format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
  return plain(words?.[value] ?? value);
}
