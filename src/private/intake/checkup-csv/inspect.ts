import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { monthOf } from '#shared/month.ts';
import { createItemCounter } from '../checkup/item-counts.ts';
import type { DocumentFault } from '../checkup/schema/document-faults.ts';
import { detectEncoding } from '../csv.ts';
import { readHead } from '../fingerprint.ts';
import type { InspectedFinding, Inspection } from '../inspection.ts';
import { countMyNumbers } from '../my-number.ts';
import { emptyFile, truncatedFile, unknownKind } from '../refusals.ts';
import { readDocuments } from './documents.ts';
import { listedItem } from './items.ts';
import { recogniseLayout } from './recognise.ts';
import { rowReader } from './row.ts';
import { countUnknown } from './unknown.ts';

/** Findings that mean that the value of a listed item was lost. */
const lost = ['csv_unreadable_number', 'csv_unreadable_day', 'csv_unknown_word', 'csv_item_undecided'];

/**
 * What a CSV by mapping holds, in counts only and without a home: no insurer to compare with. Its items are the filled
 * cells of item columns; `unknownItems` those of columns no mapping names, by the plain word in their head.
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY, INTAKE_TRUNCATED
 */
export async function inspectCheckupCsv(
  path: string,
  now = new Date(),
  name = basename(path),
): Promise<Inspection> {
  const head = await readHead(path);
  const columns = recogniseLayout(head);
  if (columns === undefined) throw unknownKind(name);
  const { layout, width } = columns;
  const counter = createItemCounter();
  const unknown = countUnknown(columns);
  const months = new Set<string>();
  const quarantined: Record<string, number> = {};
  const faults: DocumentFault[] = [];
  const findings = new Map<string, { count: number; line: number }>();
  const note = (code: string, count: number, line: number) => {
    const entry = findings.get(code);
    if (entry) entry.count += count;
    else findings.set(code, { count, line });
  };
  let records = 0;
  const read = rowReader(columns, undefined, monthOf(now));
  const unkept = columns.items.flatMap(({ at, column: { code } }) =>
    typeof code === 'string' && listedItem(code)?.stored === false ? [{ at, code }] : [],
  );
  const documents = readDocuments(path, columns, read, ({ fields, line, ended }) => {
    if (!ended && fields.length < width) throw truncatedFile(name, line);
    unknown.see(fields);
    for (const { at, code } of unkept) if (fields[at]?.trim()) counter.item(code, true, undefined);
    const numbers = fields.reduce((sum, field) => sum + countMyNumbers(field), 0);
    if (numbers > 0) note('my_number', numbers, line);
  });
  for await (const batch of documents)
    for (const { line, result } of batch) {
      records++;
      counter.document();
      if ('reject' in result) {
        quarantined[result.reject] = (quarantined[result.reject] ?? 0) + 1;
        if (result.reject === 'csv_columns')
          faults.push({ document: records, line, path: '/', expected: `${width} columns` });
        continue;
      }
      if (result.kind !== 'continuing') months.add(result.header.day.slice(0, 7));
      const { results, noticed } = result.kind === 'continuing' ? result.rest : result;
      for (const value of results) counter.item(value.itemCode, true, value);
      for (const { code, item, count } of noticed) {
        note(code, count, line);
        if (lost.includes(code)) counter.item(item, true, undefined);
      }
    }
  if (records === 0) throw emptyFile(name);
  const { unknownItems: _, ...counts } = counter.counts();
  const strange = unknown.counts().filter(({ cells }) => cells > 0);
  return {
    kind: layout.kind,
    form: 'csv',
    layout: layout.name,
    encoding: detectEncoding(head) === 'utf-8' ? 'utf-8' : 'cp932',
    bytes: statSync(path).size,
    records,
    months: [...months].sort(),
    ...counts,
    items: counts.items + strange.reduce((sum, { cells }) => sum + cells, 0),
    unknownItems: Object.fromEntries(strange.map(({ name: column, cells }) => [column, cells])),
    schema: faults.length === 0 ? 'valid' : faults,
    quarantined,
    findings: [...findings].map(([code, found]): InspectedFinding => ({ code, ...found })),
  };
}
