import type { RecordId } from './identifiers.ts';

/** Records not read, by identifier: how many, and the line of the first. Bytes that are no identifier count as one kind. */
export type UnknownRecords = ReadonlyMap<RecordId, { readonly line: number; readonly count: number }>;
export type UnknownTally = {
  readonly add: (id: RecordId, line: number) => void;
  readonly seen: UnknownRecords;
};

export function createUnknownTally(): UnknownTally {
  const seen = new Map<RecordId, { line: number; count: number }>();
  return {
    add(id, line) {
      const entry = seen.get(id);
      if (entry) entry.count++;
      else seen.set(id, { line, count: 1 });
    },
    seen,
  };
}

/** The records of several parts of a file, in their order. */
export function joinUnknown(parts: readonly UnknownRecords[]): UnknownRecords {
  const joined = new Map<RecordId, { line: number; count: number }>();
  for (const [id, { line, count }] of parts.flatMap((part) => [...part])) {
    const entry = joined.get(id);
    if (entry) entry.count += count;
    else joined.set(id, { line, count });
  }
  return joined;
}
