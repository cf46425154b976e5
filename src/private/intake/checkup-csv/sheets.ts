import type { CsvRecord } from '../csv.ts';
import type { Columns } from './columns.ts';
import type { CsvRowReason } from './findings.ts';
import { plainWord } from './plain.ts';

/** Why a sheet is not taken, with the columns it is about. */
type SheetFault = { readonly reject: CsvRowReason; readonly columns?: readonly string[] };

/** One sheet of paper (用紙) as it was typed: its rows, and what is wrong with them taken together. */
export type Sheet = {
  readonly rows: readonly [CsvRecord, ...CsvRecord[]];
  readonly fault: SheetFault | undefined;
};

/**
 * Puts together the rows of each sheet in the order in which the sheets begin. A sheet is good when two rows, entries 1
 * and 2, say the same in every column a mapping names; what differs is told by the names of the columns, never the values.
 */
export function pairSheets(columns: Columns, records: readonly CsvRecord[]): readonly Sheet[] {
  const { layout, place, width } = columns;
  const cell = ({ fields }: CsvRecord, name: string | undefined) =>
    plainWord(fields[place(name) ?? -1] ?? '');
  const sheets = new Map<string, [CsvRecord, ...CsvRecord[]]>();
  const loose: Sheet[] = [];
  for (const record of records) {
    const sheet = cell(record, layout.sheet);
    if (record.fields.length !== width || sheet === '')
      loose.push({ rows: [record], fault: looseFault(columns, record) });
    else {
      const known = sheets.get(sheet);
      if (known) known.push(record);
      else sheets.set(sheet, [record]);
    }
  }
  const paired = [...sheets.values()].map((rows) => ({ rows, fault: faultOf(columns, rows, cell) }));
  return [...paired, ...loose].sort((a, b) => a.rows[0].line - b.rows[0].line);
}

function looseFault({ layout, width }: Columns, { fields }: CsvRecord): SheetFault {
  return fields.length !== width
    ? { reject: 'csv_columns' }
    : { reject: 'paper_entry', columns: [layout.sheet ?? ''] };
}

function faultOf(
  columns: Columns,
  rows: readonly CsvRecord[],
  cell: (record: CsvRecord, name: string | undefined) => string,
): SheetFault | undefined {
  const { layout } = columns;
  const entries = rows.map((row) => cell(row, layout.entry));
  if (entries.some((entry) => entry !== '1' && entry !== '2') || new Set(entries).size !== entries.length)
    return { reject: 'paper_entry', columns: [layout.entry ?? ''] };
  const [first, second] = rows;
  if (!first || !second) return { reject: 'paper_single' };
  const differing = comparedColumns(columns).filter(({ at }) => {
    const [one = '', other = ''] = [first.fields[at], second.fields[at]];
    return plainWord(one) !== plainWord(other);
  });
  return differing.length === 0
    ? undefined
    : { reject: 'paper_differs', columns: differing.map(({ name }) => name) };
}

/** What both entries must agree on: the person, the day, the institution and every item. */
function comparedColumns({ layout, place, items }: Columns): { at: number; name: string }[] {
  const { ignored: _, ...person } = layout.person;
  const ofPerson = Object.values(person).flatMap((name) => {
    const at = place(name);
    return name === undefined || at === undefined ? [] : [{ at, name }];
  });
  return [...ofPerson, ...items.map(({ at, column }) => ({ at, name: column.column }))];
}
