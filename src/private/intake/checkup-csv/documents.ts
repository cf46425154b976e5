import type { SetAside } from '../checkup/sink.ts';
import { type CsvRecord, detectEncoding, readCsv } from '../csv.ts';
import { readHead } from '../fingerprint.ts';
import type { Columns } from './columns.ts';
import { joinKeyOf, type RowReader } from './row.ts';
import { pairSheets } from './sheets.ts';

/** One document about a person and where it begins: a row, or of paper entered twice a sheet. */
export type RowDocument = {
  readonly line: number;
  readonly result: ReturnType<RowReader>;
  /** Its key in all files of its delivery, where the layout has one. */
  readonly key: string | undefined;
};

/**
 * The documents of a file, in batches. Rows of empty cells and the heading again are no rows; `see` is shown every other one.
 */
export async function* readDocuments(
  path: string,
  columns: Columns,
  read: RowReader,
  see: (row: CsvRecord) => void,
  onProgress?: (bytes: number) => void,
): AsyncGenerator<readonly RowDocument[]> {
  const typed: CsvRecord[] = [];
  for await (const rows of eachRow(path, columns, onProgress)) {
    rows.forEach(see);
    if (columns.layout.sheet !== undefined) typed.push(...rows);
    else
      yield rows.map(({ fields, line }) => ({
        line,
        result: read(fields, line),
        key: joinKeyOf(columns, fields),
      }));
  }
  yield sheetDocuments(columns, typed, read);
}

function sheetDocuments(
  columns: Columns,
  typed: readonly CsvRecord[],
  read: RowReader,
): readonly RowDocument[] {
  const { kind } = columns.layout;
  return pairSheets(columns, typed).map(({ rows, fault }) => {
    const [{ line, fields }] = rows;
    const lineEnd = rows.at(-1)?.line ?? line;
    const aside: SetAside | undefined = fault && { ...fault, kind, line, lineEnd, yen: 0 };
    return { line, result: aside ?? read(fields, line), key: undefined };
  });
}

async function* eachRow(
  path: string,
  { heading, width }: Columns,
  onProgress?: (bytes: number) => void,
): AsyncGenerator<readonly CsvRecord[]> {
  let passed = 0;
  for await (const batch of readCsv(path, detectEncoding(await readHead(path)), onProgress)) {
    const rows = batch.slice(Math.max(0, heading.records - passed));
    passed += batch.length;
    yield rows
      .filter(({ fields }) => fields.some((field) => field.trim() !== '') && !heading.isRepeated(fields))
      .map((row) => ({ ...row, fields: fitted(row.fields, width) }));
  }
}

/** Empty cells beyond the last column, as spreadsheets leave them, are no cells. */
function fitted(fields: readonly string[], width: number): readonly string[] {
  return fields.slice(width).every((field) => field.trim() === '') ? fields.slice(0, width) : fields;
}
