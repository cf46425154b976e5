import { otherInsurersArchive } from '../checkup/refusals.ts';
import { openSink } from '../checkup/sink.ts';
import { readHead } from '../fingerprint.ts';
import { harmlessNote } from '../my-number.ts';
import type { ReaderContext, ReaderResult } from '../reader.ts';
import { emptyFile, truncatedFile, unknownKind } from '../refusals.ts';
import { readDocuments } from './documents.ts';
import { numberScan } from './number-scan.ts';
import { recogniseLayout } from './recognise.ts';
import { rowReader } from './row.ts';
import { countUnknown } from './unknown.ts';

/**
 * Reads a CSV of checkups or guidance by its mapping into the scratch file. One record is one row, of sheets entered
 * twice one sheet; what cannot be read is quarantined and the rest goes on.
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_OTHER_INSURER, INTAKE_MY_NUMBER
 */
export async function readCheckupCsv(path: string, context: ReaderContext): Promise<ReaderResult> {
  const { fileName, insurerNumber, thisMonth, onProgress } = context;
  const columns = recogniseLayout(await readHead(path));
  if (columns === undefined) throw unknownKind(fileName);
  const { name: layout, provenance, kind } = columns.layout;
  const sink = await openSink(context);
  const scan = numberScan(fileName, columns);
  const unknown = countUnknown(columns);
  const read = rowReader(columns, insurerNumber, thisMonth);
  let records = 0;
  let foreign = 0;
  const documents = readDocuments(
    path,
    columns,
    read,
    ({ fields, line, ended }) => {
      scan.row(fields, line);
      unknown.see(fields);
      if (ended) return;
      if (fields.length < columns.width) throw truncatedFile(fileName, line);
      sink.note({ code: 'no_final_line_end', line });
    },
    onProgress,
  );
  for await (const batch of documents)
    for (const { line, result, key } of batch) {
      const spot = { sequence: ++records, position: line };
      if ('reject' in result) {
        sink.reject(spot, result);
        if (result.reject === 'other_insurer') foreign++;
        continue;
      }
      if (result.kind !== 'continuing') sink.accept(spot, result, { form: 'csv', layout, provenance });
      if (key !== undefined)
        sink.part(spot, { key, ...(result.kind === 'continuing' ? { rest: result.rest } : {}) });
    }
  if (records === 0) throw emptyFile(fileName);
  if (foreign * 2 > records) throw otherInsurersArchive(fileName, foreign, records);
  for (const { name, cells } of unknown.counts())
    sink.note({ code: 'csv_unknown_column', item: name, found: cells });
  return {
    form: `${kind}-csv`,
    ...{ records, receipts: 0, points: 0, yen: 0 },
    rows: sink.finish(),
    notes: [...scan.hits()].map(([column, count]) => harmlessNote(fileName, count, column)),
  };
}
