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
  /** Whether a record is a line of the heading again, as where files were put behind each other. */
  readonly isRepeated: (fields: readonly string[]) => boolean;
};

/**
 * What may be the heading of a file, by its first records: all lines to the last one that begins with `#` (numbers, keys
 * and codes, names), or any one line, as some senders put a title above it.
 */
export function headingsOf(records: readonly CsvRecord[]): readonly Heading[] {
  const single = records.map((record, index) => headingOf([record], index + 1, false));
  const top = records.findLastIndex(isMarked) + 1;
  return top === 0 ? single : [headingOf(records.slice(0, top), top, true), ...single];
}

function headingOf(lines: readonly CsvRecord[], records: number, isMarked: boolean): Heading {
  const written = lines.map(({ fields }) => fields.map(plainHeader));
  return {
    records,
    isMarked,
    names: namesOf(lines),
    isRepeated: (fields) =>
      written.some((line) => fields.every((field, at) => plainHeader(field) === (line[at] ?? ''))),
  };
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
