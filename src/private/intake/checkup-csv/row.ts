import type { PersonHeader } from '../checkup/header.ts';
import { type AcceptedDocument, contentOf } from '../checkup/person.ts';
import type { CsvPart, SetAside } from '../checkup/sink.ts';
import { type Columns, isContinuing } from './columns.ts';
import { sectionOf } from './items.ts';
import type { RecordKind } from './layout.ts';
import { personOfRow } from './person.ts';
import { plainWord } from './plain.ts';
import { type ItemReader, itemReader } from './results.ts';
import { supportOfRow } from './support.ts';

/** What a row says that continues one of another file. */
export type ContinuingRow = { readonly kind: 'continuing'; readonly rest: NonNullable<CsvPart['rest']> };

/** One row read as a document about a person (健診 or one record of 保健指導), or why it is set aside. */
export type RowReader = (
  fields: readonly string[],
  line: number,
) => Exclude<AcceptedDocument, { kind: 'claim' }> | ContinuingRow | SetAside;

/**
 * Reads the rows of a file. A value that cannot be read loses only its item; a person or day that cannot be read loses
 * the row.
 * @param insurer see `personOfRow`
 * @param thisMonth `YYYY-MM`
 */
export function rowReader(columns: Columns, insurer: string | undefined, thisMonth: string): RowReader {
  const { layout, place, width } = columns;
  const { kind, record } = layout;
  const items = itemReader(columns);
  const continues = isContinuing(columns);
  return (fields, line) => {
    const aside = (reject: SetAside['reject'], ...names: readonly string[]): SetAside => ({
      ...{ kind, reject, line, yen: 0 },
      ...(names.length > 0 ? { columns: names } : {}),
    });
    if (fields.length !== width) return aside('csv_columns');
    if (continues) {
      if (joinKeyOf(columns, fields) === undefined) return aside('csv_key', ...layout.join);
      const { results, noticed } = items(fields, undefined, line, undefined);
      return { kind: 'continuing', rest: { results: withLine(results, line), noticed } };
    }
    const header = personOfRow(columns, fields, insurer, thisMonth);
    if ('fault' in header) return aside(header.fault, ...header.columns);
    if (record === undefined) {
      const { results, noticed } = items(fields, header.day, line, undefined);
      return {
        kind: 'checkup',
        header,
        content: contentOf(results),
        results: withLine(results, line),
        noticed,
      };
    }
    const recorded = record.kinds.get(plainWord(fields[place(record.column) ?? -1] ?? ''));
    if (recorded === undefined) return aside('csv_record', record.column);
    return guidanceRow(columns, fields, line, header, recorded, items);
  };
}

function withLine<T>(results: readonly T[], line: number): (T & { line: number })[] {
  return results.map((result) => ({ ...result, line }));
}

const levelItem = '1020000001';
const examinedItem = '1020000004';

function guidanceRow(
  columns: Columns,
  fields: readonly string[],
  line: number,
  header: PersonHeader,
  { report_code: category, support: kind }: RecordKind,
  items: ItemReader,
): Exclude<AcceptedDocument, { kind: 'claim' | 'checkup' }> {
  const { results, noticed } = items(fields, header.day, line, kind);
  const told = kind && supportOfRow(columns, fields, kind, header.day, line);
  const first = (code: string) => results.find(({ itemCode }) => itemCode === code);
  return {
    kind: 'guidance',
    header: { ...header, category },
    content: contentOf([told?.support, results]),
    level: first(levelItem)?.choice,
    examinedOn: first(examinedItem)?.day,
    supports: told ? [{ ...told.support, line }] : [],
    results: results.map((result) => {
      const section = sectionOf(result.itemCode);
      return { ...result, section, support: told && section === told.support.section ? 1 : undefined };
    }),
    noticed: [...(told?.noticed ?? []), ...noticed],
  };
}

/** The key of a row in all files of its delivery; undefined where it has none. */
export function joinKeyOf({ layout, place }: Columns, fields: readonly string[]): string | undefined {
  const cells = layout.join.map((name) => (fields[place(name) ?? -1] ?? '').normalize('NFKC').trim());
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 0 ? undefined : filled.join('\u001f');
}
