import { quarantine } from '#pipelines/sources/intake/tables.ts';
import { masterTables } from '#pipelines/sources/master/tables.ts';
import type { MasterList } from '#shared/define.ts';
import { type CsvRecord, detectEncoding, readCsv } from '../csv.ts';
import { readHead } from '../fingerprint.ts';
import { createMyNumberScan } from '../my-number.ts';
import type { Reader } from '../reader.ts';
import { truncatedFile, undatedList, unknownKind } from '../refusals.ts';
import { openRows } from '../rows.ts';
import { editionOf } from './edition.ts';
import { listOf, listPlaces } from './list-header.ts';
import { thousandths } from './values.ts';

type Values = Record<string, string | number | null>;

/**
 * Reads one list of the ministry by its header as an edition of its own; it holds from the date in the file name.
 * @throws {UserError} INTAKE_REFUSED (no date in the name), INTAKE_TRUNCATED, INTAKE_MY_NUMBER, INTAKE_UNKNOWN_KIND
 */
export const readMasterList: Reader = async (path, { fileId, fileName, scratch, onProgress }) => {
  const head = await readHead(path);
  const list = listOf(head);
  const table = masterTables.find(({ name }) => name === list?.table);
  if (!list || !table) throw unknownKind(fileName);
  const asOf = editionOf(fileName);
  if (asOf === undefined) throw undatedList(fileName, list.title);
  const rows = await openRows(scratch, table);
  const aside = await openRows(scratch, quarantine);
  const scan = createMyNumberScan(fileName);
  let places: number[] | undefined;
  let records = 0;
  let quarantined = 0;

  const take = ({ line, fields, ended }: CsvRecord) => {
    if (!places) {
      places = listPlaces(list, fields);
      return;
    }
    records++;
    for (const field of fields) scan.text(field, line);
    const read = fields.length <= Math.max(...places) ? 'row_columns' : listRow(list, places, fields);
    if (typeof read !== 'string') {
      rows.add({ file_id: fileId, ...read });
      return;
    }
    if (!ended) throw truncatedFile(fileName, line);
    quarantined++;
    const amounts = { records: 1, receipts: 0, points: 0, yen: 0 };
    aside.add({ file_id: fileId, position: records, line, line_end: line, reason: read, ...amounts });
  };

  for await (const batch of readCsv(path, detectEncoding(head), onProgress)) batch.forEach(take);
  aside.finish();
  return {
    form: list.form,
    records,
    receipts: 0,
    points: 0,
    yen: 0,
    asOf,
    rows: { [table.name]: rows.finish(), quarantine: quarantined },
  };
};

/** The values of one row by column, or the reason why it is set aside. */
function listRow(list: MasterList, places: readonly number[], fields: readonly string[]): Values | string {
  const values: Values = {};
  for (const [index, [name, { kind, oneOf }]] of Object.entries(list.columns).entries()) {
    const text = (fields[places[index]!] ?? '').trim();
    if (text.includes('\uFFFD')) return 'row_broken_text';
    if (text === '' && oneOf === undefined) return 'row_empty';
    if (text !== '' && oneOf !== undefined && !oneOf.includes(text)) return 'row_value';
    if (name === 'price_code' && !/^[0-9A-Z]{12}$/.test(text)) return 'row_value';
    const value = kind === 'text' ? text : thousandths(text.replaceAll(',', ''));
    if (value === undefined) return 'row_value';
    values[name] = value === '' ? null : value;
  }
  return values;
}
