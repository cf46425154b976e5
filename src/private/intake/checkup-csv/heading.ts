import type { CsvRecord } from '../csv.ts';
import { plainHeader } from './plain.ts';

/** The names of the columns of a file. */
export type Heading = {
  /** Records up to the last one of the heading. */
  readonly records: number;
  /** Whether its lines begin with `#`. */
  readonly isMarked: boolean;
  /** Of each column all that names it. */
  readonly names: readonly (readonly string[])[];
};

/**
 * What may be the heading of a file, by its first records: all lines to the last one that begins with `#` (numbers, keys
 * and codes, names), or any one line, as some senders put a title above it.
 */
export function headingsOf(records: readonly CsvRecord[]): readonly Heading[] {
  const single = records.map((record, index) => ({
    records: index + 1,
    isMarked: false,
    names: namesOf([record]),
  }));
  const top = records.findLastIndex(isMarked) + 1;
  return top === 0
    ? single
    : [{ records: top, isMarked: true, names: namesOf(records.slice(0, top)) }, ...single];
}

function isMarked({ fields: [first = ''] }: CsvRecord): boolean {
  return first
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('#');
}

function namesOf(lines: readonly CsvRecord[]): string[][] {
  const width = Math.max(...lines.map(({ fields }) => fields.length));
  return Array.from({ length: width }, (_, at) =>
    lines.map(({ fields }) => plainHeader(fields[at] ?? '')).filter((name) => name !== ''),
  );
}
