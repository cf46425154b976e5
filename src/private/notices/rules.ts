import { loadReference } from '#shared/lists.ts';
import type { Month } from '#shared/month.ts';

/** Each dated table with the first month of its newest version that holds in a month. */
export function datedRules(names: readonly string[], month: Month): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.map((name) => {
      const starts = loadReference(name).map((row) => row['from_month'] ?? '');
      return [
        name,
        starts
          .filter((start) => start <= month)
          .sort()
          .at(-1) ?? '',
      ];
    }),
  );
}
