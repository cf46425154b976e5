import { finding, quarantine } from '#pipelines/sources/intake/tables.ts';
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

const weightless: Weight = { receipts: 0, points: 0, yen: 0 };

/** A row by contract: dates as `YYYY-MM-DD`, months as `YYYY-MM`, closed lists as our codes, empty optional values null. */
export type ContractRow<C extends CsvContract> = {
  readonly [K in keyof C['columns']]: ValueOf<C['columns'][K]>;
};
type ValueOf<C extends CsvColumn> =
  | (C['form'] extends 'integer' ? number : string)
  | (C extends { readonly optional: true } ? null : never);

/**
 * What one row weighs in the reconciliation besides being a record; asked of every row, also of those set aside. `text`
 * gives the value of a column, empty where the fields of the row do not stand in their columns.
 */
export type Weigh<C extends CsvContract> = (text: (column: keyof C['columns']) => string) => Weight;
type Weight = { readonly receipts: number; readonly points: number; readonly yen: number };

export type ContractResult = Weight & {
  readonly records: number;
  readonly quarantined: number;
  readonly notes: Text[];
};

/**
 * Reads a CSV by contract. Each good row goes to `handle`; a row it finds fault with, and every row that does not fit
 * the contract, is quarantined with its line, its amounts (0 where one cannot be read) and a reason.
 * @throws {UserError} INTAKE_CONTRACT, INTAKE_TRUNCATED, INTAKE_MY_NUMBER, INTAKE_REFUSED (a future 基準日)
 */
export async function readContract<C extends CsvContract>(
  path: string,
  contract: C,
  context: ReaderContext,
  handle: (row: ContractRow<C>, position: number, line: number) => RowFault | undefined,
  weigh: Weigh<C> = () => weightless,
): Promise<ContractResult> {
  const { fileId, fileName, thisMonth, scratch, onProgress } = context;
  const encoding = detectEncoding(await readHead(path));
  const aside = await openRows(scratch, quarantine);
  const found = await openRows(scratch, finding);
  const columns = Object.entries<CsvColumn>(contract.columns);
  const { asOf } = contract.columns;
  const harmless = columns.filter(([, column]) => column.harmless).map(([, column]) => column.header);
  const scan = createMyNumberScan(fileName, harmless);
  let places: number[] | undefined;
  let records = 0;
  let quarantined = 0;
  const sums = { ...weightless };

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
    const fault = typeof read === 'string' ? read : handle(read as ContractRow<C>, records, line);
    if (fault !== undefined && !record.ended) throw truncatedFile(fileName, line);
    if (typeof read !== 'string' && asOf && String(read['asOf']) > `${thisMonth}-31`)
      throw futureFile(fileName, line, asOf.header);
    const weight = weigh(textOf(contract, places, fields));
    sums.receipts += weight.receipts;
    sums.points += weight.points;
    sums.yen += weight.yen;
    if (!record.ended) found.add({ file_id: fileId, position: records, line, code: 'no_final_line_end' });
    if (fault === undefined) return;
    quarantined++;
    aside.add({
      file_id: fileId,
      position: records,
      line,
      line_end: line,
      reason: `row_${fault}`,
      records: 1,
      ...weight,
    });
  };

  for await (const batch of readCsv(path, encoding, onProgress)) for (const record of batch) take(record);
  aside.finish();
  found.finish();
  const notes = [...scan.harmlessHits].map(([column, count]) => harmlessNote(fileName, count, column));
  return { records, ...sums, quarantined, notes };
}

function textOf<C extends CsvContract>(
  contract: C,
  places: readonly number[],
  fields: readonly string[],
): (column: keyof C['columns']) => string {
  if (fields.length !== places.length) return () => '';
  const names = Object.keys(contract.columns);
  return (column) => fields[places[names.indexOf(String(column))]!]!.normalize('NFKC').trim();
}
