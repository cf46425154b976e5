import type { RawTable } from '#shared/define.ts';
import type { ReaderResult } from './reader.ts';

/** A scratch file, and the name it has while the warehouse reads it. `before` it come so many pieces of its file. */
export type Scratch = { readonly path: string; readonly name: string; readonly before: number };

/** The scratch files of one file, of which there are `index` before it: one for each thread that read it. */
export function scratchesOf(
  { scratch, result: { second } }: { readonly scratch: string; readonly result: ReaderResult },
  index: number,
): Scratch[] {
  const first = { path: scratch, name: index === 0 ? 'scratch' : `scratch_${index}`, before: 0 };
  return second
    ? [first, { path: second.scratch, name: `${first.name}_second`, before: second.before }]
    : [first];
}

/** All rows of a table in some scratch files, their pieces numbered through the file they are of. */
export function rowsOf({ name, columns }: RawTable, scratches: readonly Scratch[]): string {
  const number = 'receipt_seq' in columns ? 'receipt_seq' : 'position' in columns ? 'position' : undefined;
  const selects = scratches.map((scratch) => {
    const numbered =
      number && scratch.before > 0 ? ` replace (${number} + ${scratch.before} as ${number})` : '';
    return `select *${numbered} from ${scratch.name}.raw.${name}`;
  });
  return `(${selects.join(' union all ')})`;
}
