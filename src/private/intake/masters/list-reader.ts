import { basename } from 'node:path';
import { quarantine } from '#pipelines/sources/intake/tables.ts';
import { masterTables } from '#pipelines/sources/master/tables.ts';
import type { MasterList } from '#shared/define.ts';
import { type CsvRecord, detectEncoding, readCsv } from '../csv.ts';
import { readHead } from '../fingerprint.ts';
import { createMyNumberScan } from '../my-number.ts';
import type { Reader } from '../reader.ts';
import { truncatedFile, undatedList, unknownKind } from '../refusals.ts';
import { openRows } from '../rows.ts';
import { dateIn, editionOf } from './edition.ts';
import { headerWithin, listPlaces, listWithHeader } from './list-header.ts';
import { listRow } from './list-row.ts';
import { isWorkbook, readWorkbook } from './workbook.ts';

/** A list in a file, with the places of its columns and the records below its header. */
type Found = { readonly list: MasterList; readonly places: readonly number[] };

/**
 * Reads one list of the ministry, from CSV or from every sheet of a workbook that has it, as an edition of its own. It
 * holds from the date in the file name, else the one in the titles above its header.
 * @throws {UserError} INTAKE_REFUSED (no date), INTAKE_TRUNCATED, INTAKE_MY_NUMBER, INTAKE_UNKNOWN_KIND
 */
export const readMasterList: Reader = async (path, { fileId, fileName, scratch, onProgress }) => {
  const head = await readHead(path);
  const aside = await openRows(scratch, quarantine);
  const scan = createMyNumberScan(fileName);
  const codes = new Set<unknown>();
  let asOf = editionOf(basename(path));
  let rows: Awaited<ReturnType<typeof openRows>> | undefined;
  let list: MasterList | undefined;
  let records = 0;
  let quarantined = 0;

  const take = ({ list: known, places }: Found, { line, fields, ended }: CsvRecord) => {
    if (ended && isNote(known, places, fields)) return;
    records++;
    for (const field of fields) scan.text(field, line);
    const values = fields.length <= Math.max(...places) ? 'row_columns' : listRow(known, places, fields);
    const read = typeof values !== 'string' && codes.has(values['price_code']) ? 'row_repeated' : values;
    if (typeof read !== 'string') {
      codes.add(read['price_code']);
      rows!.add({ file_id: fileId, ...read });
      return;
    }
    if (!ended) throw truncatedFile(fileName, line);
    quarantined++;
    const amounts = { records: 1, receipts: 0, points: 0, yen: 0 };
    aside.add({ file_id: fileId, position: records, line, line_end: line, reason: read, ...amounts });
  };

  for await (const sheet of sheetsOf(path, head, onProgress)) {
    let found: Found | undefined;
    let titled: string | undefined;
    let above = 0;
    for await (const batch of sheet)
      for (const record of batch) {
        if (found) {
          take(found, record);
          continue;
        }
        if (above++ >= headerWithin) break;
        const here = listWithHeader(record.fields);
        if (here && (list === undefined || here === list)) {
          found = { list: here, places: listPlaces(here, record.fields) };
          list = here;
          asOf ??= titled;
          rows ??= await openRows(scratch, masterTables.find(({ name }) => name === here.table)!);
        } else titled ??= dateIn(record.fields.join(' '));
      }
  }
  if (!list || !rows) throw unknownKind(fileName);
  if (asOf === undefined) throw undatedList(fileName, list.title);
  aside.finish();
  return {
    form: list.form,
    records,
    receipts: 0,
    points: 0,
    yen: 0,
    asOf,
    rows: { [list.table]: rows.finish(), quarantine: quarantined },
  };
};

/** Blank rows, lines of text beside the table (one cell, not the code), and the header said again. */
function isNote(list: MasterList, places: readonly number[], fields: readonly string[]): boolean {
  const code = (fields[places[Object.keys(list.columns).indexOf('price_code')]!] ?? '').trim();
  if (code === '') return fields.filter((field) => field.trim() !== '').length < 2;
  return !/^[0-9A-Z]/.test(code) && listWithHeader(fields) === list;
}

/** The CSV as its one sheet, or the sheets of the workbook. */
async function* sheetsOf(
  path: string,
  head: Buffer,
  onProgress: (bytes: number) => void,
): AsyncGenerator<AsyncIterable<readonly CsvRecord[]> | Iterable<readonly CsvRecord[]>> {
  if (!isWorkbook(head)) yield readCsv(path, detectEncoding(head), onProgress);
  else for await (const sheet of readWorkbook(path)) yield [sheet];
}
