import type { Columns } from './columns.ts';

/** Counts the filled cells of columns that no mapping names. */
export function countUnknown({ unknown }: Columns) {
  const filled = new Map<number, number>();
  return {
    see(fields: readonly string[]): void {
      for (const { at } of unknown)
        if ((fields[at] ?? '').trim() !== '') filled.set(at, (filled.get(at) ?? 0) + 1);
    },
    /** Each of them by the plain word in its head, else by its number from 1 (`#12`). */
    counts: (): readonly { readonly name: string; readonly cells: number }[] =>
      unknown.map(({ at, name }) => ({ name: name ?? `#${at + 1}`, cells: filled.get(at) ?? 0 })),
  };
}
