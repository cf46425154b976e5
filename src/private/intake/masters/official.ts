import { quarantine } from '#pipelines/sources/intake/tables.ts';
import { masterTables } from '#pipelines/sources/master/tables.ts';
import type { MasterLayout } from '#shared/define.ts';
import type { CsvRecord } from '../csv.ts';
import { createMyNumberScan } from '../my-number.ts';
import type { ReaderContext } from '../reader.ts';
import { truncatedFile } from '../refusals.ts';
import { openRows } from '../rows.ts';
import { newestOf } from './edition.ts';
import { masterValue } from './values.ts';

type Values = Record<string, string | number | null>;

/** Takes the records of one or more official masters into the scratch file. */
export type OfficialSink = {
  /** @throws {UserError} INTAKE_TRUNCATED, INTAKE_MY_NUMBER */
  readonly take: (layout: MasterLayout, batches: AsyncIterable<readonly CsvRecord[]>) => Promise<void>;
  /** What came in, the newest 変更年月日 of it, and the rows per table. */
  readonly finish: () => { records: number; newest: string | undefined; rows: Record<string, number> };
};

export async function officialSink({ fileId, fileName, scratch }: ReaderContext): Promise<OfficialSink> {
  const aside = await openRows(scratch, quarantine);
  const scan = createMyNumberScan(fileName);
  const tables = new Map<string, Awaited<ReturnType<typeof openRows>>>();
  let records = 0;
  let newest: string | undefined;

  const rowsOf = async (name: string) => {
    const table = masterTables.find((one) => one.name === name);
    if (!table) throw new Error(`no table ${name}`);
    const rows = tables.get(name) ?? (await openRows(scratch, table));
    tables.set(name, rows);
    return rows;
  };

  return {
    async take(layout, batches) {
      const rows = await rowsOf(layout.table);
      for await (const batch of batches)
        for (const { line, fields, ended } of batch) {
          records++;
          if (fields.length < layout.width && !ended) throw truncatedFile(fileName, line);
          const read = officialRow(layout, fields);
          if (typeof read === 'string') {
            const amounts = { records: 1, receipts: 0, points: 0, yen: 0 };
            aside.add({ file_id: fileId, position: records, line, line_end: line, reason: read, ...amounts });
            continue;
          }
          scan.text(String(read['name'] ?? ''), line);
          newest = newestOf(newest, read['valid_from']);
          rows.add({ file_id: fileId, ...read });
        }
    },
    finish: () => ({
      records,
      newest,
      rows: {
        ...Object.fromEntries([...tables].map(([name, rows]) => [name, rows.finish()])),
        quarantine: aside.finish(),
      },
    }),
  };
}

/** The values of one record by column, or the reason why it is set aside. */
function officialRow({ letter, width, columns }: MasterLayout, fields: readonly string[]): Values | string {
  if (fields.length < width) return 'row_columns';
  if (fields[1] !== letter) return 'row_value';
  const values: Values = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = masterValue(fields, column);
    if (value === undefined) return 'row_value';
    values[name] = value;
  }
  if (!values['code']) return 'row_empty';
  return String(values['name'] ?? '').includes('\uFFFD') ? 'row_broken_text' : values;
}
