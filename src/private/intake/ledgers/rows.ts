import { quarantine } from '#pipelines/sources/intake/tables.ts';
import type { CsvColumn, CsvContract } from '#shared/define.ts';
import type { Text } from '#shared/text.ts';
import { type CsvRecord, detectEncoding, readCsv } from '../csv.ts';
import { readHead } from '../fingerprint.ts';
import { createMyNumberScan, harmlessNote } from '../my-number.ts';
import type { ReaderContext } from '../reader.ts';
import { futureFile, truncatedFile } from '../refusals.ts';
import { openRows } from '../rows.ts';
import { columnPlaces } from './header.ts';
import { type RowFault, readRow } from './values.ts';

/** A row by contract: dates as `YYYY-MM-DD`, closed lists as our codes, empty optional values null. */
export type ContractRow<C extends CsvContract> = {
  readonly [K in keyof C['columns']]: C['columns'][K] extends { readonly optional: true }
    ? string | null
    : string;
};

export type ContractResult = {
  readonly records: number;
  readonly quarantined: number;
  readonly notes: Text[];
};

/**
 * Reads a CSV by contract. Each good row goes to `handle`; a row it finds fault with, and every row that does not fit
 * the contract, is quarantined with its line and a reason.
 * @throws {UserError} INTAKE_CONTRACT, INTAKE_TRUNCATED, INTAKE_MY_NUMBER, INTAKE_REFUSED (a future 基準日)
 */
export async function readContract<C extends CsvContract & { columns: { asOf: CsvColumn } }>(
  path: string,
  contract: C,
  context: ReaderContext,
  handle: (row: ContractRow<C>, position: number) => RowFault | undefined,
): Promise<ContractResult> {
  const { fileId, fileName, thisMonth, scratch, onProgress } = context;
  const encoding = detectEncoding(await readHead(path));
  const aside = await openRows(scratch, quarantine);
  const columns = Object.entries(contract.columns);
  const harmless = columns.filter(([, column]) => column.harmless).map(([, column]) => column.header);
  const scan = createMyNumberScan(fileName, harmless);
  let places: number[] | undefined;
  let records = 0;
  let quarantined = 0;

  const take = (record: CsvRecord) => {
    if (!places) {
      places = columnPlaces(record.fields, contract, fileName);
      return;
    }
    records++;
    const { line, fields } = record;
    columns.forEach(([, column], index) => {
      const value = fields[places![index]!] ?? '';
      if (column.form === 'text' && !column.harmless) scan.text(value, line);
      else scan.column(column.header, value, line);
    });
    for (const beyond of fields.slice(places.length)) scan.text(beyond, line);
    const read = readRow(contract, places, fields);
    const fault = typeof read === 'string' ? read : handle(read as ContractRow<C>, records);
    if (fault !== undefined && !record.ended) throw truncatedFile(fileName, line);
    if (typeof read !== 'string' && read['asOf']! > `${thisMonth}-31`)
      throw futureFile(fileName, line, contract.columns.asOf.header);
    if (fault === undefined) return;
    quarantined++;
    const amounts = { records: 1, receipts: 0, points: 0, yen: 0 };
    aside.add({
      file_id: fileId,
      position: records,
      line,
      line_end: line,
      reason: `row_${fault}`,
      ...amounts,
    });
  };

  for await (const batch of readCsv(path, encoding, onProgress)) for (const record of batch) take(record);
  aside.finish();
  const notes = [...scan.harmlessHits].map(([column, count]) => harmlessNote(fileName, count, column));
  return { records, quarantined, notes };
}
