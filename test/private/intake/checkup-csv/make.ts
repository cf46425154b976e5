import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Columns } from '#private/intake/checkup-csv/columns.ts';
import { type Layout, loadLayouts } from '#private/intake/checkup-csv/layout.ts';
import { recogniseLayout } from '#private/intake/checkup-csv/recognise.ts';

export function layoutOf(name: string): Layout {
  return loadLayouts().find((layout) => layout.name === name)!;
}

/** Who the rows of these tests are about, by the names of the person's columns. */
const cells: Readonly<Record<string, string>> = {
  保険者番号: '06999991',
  記号: '12',
  番号: '0034',
  枝番: '01',
  健保記号番号: '12-34',
  氏名カナ: 'ミホン タロウ',
  カナ氏名: 'ﾐﾎﾝ ﾀﾛｳ',
  生年月日: '1975-04-01',
  性別: '1',
  受診日: '2025-05-01',
  受診年月日: '2025/5/1',
  健診実施日: '2025-05-01',
  実施日: '2025-06-01',
  健診機関番号: '1310000001',
  医療機関コード: '1310000001',
  保健指導機関番号: '1320000001',
};

/** A CSV of a layout with one line of names: every column of the mapping, and one row per record of column → cell. */
export function csvOf(
  name: string,
  rows: readonly Readonly<Record<string, string>>[],
  more: readonly string[] = [],
): string {
  const columns = [...columnsOf(layoutOf(name)), ...more];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? cells[column] ?? '').join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

export function columnsOf({ person, sheet, entry, record, support, items }: Layout): readonly string[] {
  const { ignored: _, ...ofPerson } = person;
  const names = [
    sheet,
    entry,
    ...Object.values(ofPerson),
    record?.column,
    ...Object.values(support ?? {}),
    ...items.flatMap(({ by, column }) => [by, column]),
  ];
  return [...new Set(names.filter((column) => column !== undefined))];
}

export function recognised(text: string): Columns | undefined {
  return recogniseLayout(Buffer.from(text));
}

const folder = mkdtempSync(join(tmpdir(), 'kenpo-checkup-csv-'));

/** Writes a file into a folder of its own; its path. */
export function written(content: string | Uint8Array, name = 'checkups.csv'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
