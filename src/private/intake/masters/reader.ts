import { basename } from 'node:path';
import { quarantine } from '#pipelines/sources/intake/tables.ts';
import { masterTables } from '#pipelines/sources/master/tables.ts';
import { type CsvRecord, detectEncoding, readCsv } from '../csv.ts';
import { readHead } from '../fingerprint.ts';
import { createMyNumberScan } from '../my-number.ts';
import type { Reader } from '../reader.ts';
import { closedWorkbook, truncatedFile, unknownKind } from '../refusals.ts';
import { openRows } from '../rows.ts';
import { editionOf } from './edition.ts';
import { readMasterList } from './list-reader.ts';
import { layoutOf } from './sniff.ts';
import { masterValue } from './values.ts';
import { isClosedWorkbook } from './workbook.ts';

type Values = Record<string, string | number | null>;

/**
 * Reads one master of the billing system (基本マスター, by `masterLayouts`) or a list of the ministry as an edition of its
 * own. A master's date is the one in the file name, else the newest 変更年月日.
 * @throws {UserError} INTAKE_REFUSED, INTAKE_TRUNCATED, INTAKE_MY_NUMBER, INTAKE_UNKNOWN_KIND
 */
export const readMaster: Reader = async (path, context) => {
  const { fileId, fileName, scratch, onProgress } = context;
  const head = await readHead(path);
  if (isClosedWorkbook(head)) throw closedWorkbook(fileName);
  const layout = layoutOf(head);
  if (!layout) return readMasterList(path, context);
  const table = masterTables.find(({ name }) => name === layout.table);
  if (!table) throw unknownKind(fileName);
  const rows = await openRows(scratch, table);
  const aside = await openRows(scratch, quarantine);
  const scan = createMyNumberScan(fileName);
  const columns = Object.entries(layout.columns);
  let records = 0;
  let quarantined = 0;
  let newest: string | undefined;

  const take = ({ line, fields, ended }: CsvRecord) => {
    records++;
    const whole = fields.length >= layout.width;
    if (!whole && !ended) throw truncatedFile(fileName, line);
    const values: Values = { file_id: fileId };
    const readable = columns.every(([name, column]) => {
      const value = masterValue(fields, column);
      if (value !== undefined) values[name] = value;
      return value !== undefined;
    });
    const reason = rowFault(whole, fields[1] === layout.letter, readable, values);
    if (reason !== undefined) {
      quarantined++;
      const amounts = { records: 1, receipts: 0, points: 0, yen: 0 };
      aside.add({ file_id: fileId, position: records, line, line_end: line, reason, ...amounts });
      return;
    }
    scan.text(String(values['name'] ?? ''), line);
    const from = values['valid_from'];
    if (typeof from === 'string' && (newest === undefined || from > newest)) newest = from;
    rows.add(values);
  };

  for await (const batch of readCsv(path, detectEncoding(head), onProgress)) batch.forEach(take);
  const asOf = editionOf(basename(path)) ?? newest;
  aside.finish();
  return {
    form: 'official',
    records,
    receipts: 0,
    points: 0,
    yen: 0,
    ...(asOf === undefined ? {} : { asOf }),
    rows: { [table.name]: rows.finish(), quarantine: quarantined },
  };
};

function rowFault(whole: boolean, ofKind: boolean, readable: boolean, values: Values): string | undefined {
  if (!whole) return 'row_columns';
  if (!ofKind || !readable) return 'row_value';
  if (!values['code']) return 'row_empty';
  return String(values['name'] ?? '').includes('\uFFFD') ? 'row_broken_text' : undefined;
}
