import type { RecordId } from './identifiers.ts';

/** Records not read, by identifier: how many, and the line of the first. Bytes that are no identifier count as one kind. */
export type UnknownTally = {
  readonly add: (id: RecordId, line: number) => void;
  readonly entries: () => Iterable<{ readonly line: number; readonly count: number }>;
};

export function createUnknownTally(): UnknownTally {
  const seen = new Map<RecordId, { line: number; count: number }>();
  return {
    add(id, line) {
      const entry = seen.get(id);
      if (entry) entry.count++;
      else seen.set(id, { line, count: 1 });
    },
    entries: () => seen.values(),
  };
}
