import type { Release } from '#release/read.ts';
import { figuresSeen, type Place, type Seen } from './figures.ts';

/** A figure that another release tells more about. */
export type Difference = {
  /** `shown`: hidden in one of both, shown in the other. `few`: both counts are shown and differ by 1…k−1 persons. */
  readonly kind: 'shown' | 'few';
  readonly release: string;
  readonly place: Place;
};

/**
 * Compares a release with others of the same society, figure by figure. Counts that differ by fewer than k persons
 * tell about those few; `changed` counts every figure that differs.
 */
export function differencesTo(
  figures: ReadonlyMap<string, Seen>,
  others: readonly Release[],
  k: number,
): { readonly differences: readonly Difference[]; readonly changed: number } {
  let changed = 0;
  const differences = others.flatMap((release): Difference[] => {
    const before = figuresSeen(release).figures;
    return [...figures.values()].flatMap(({ id, kind, value, places }): Difference[] => {
      const old = before.get(id);
      if (old === undefined || old.value === value) return [];
      const found = { release: release.manifest.id, place: places[0]! };
      if (value === undefined || old.value === undefined) return [{ kind: 'shown', ...found }];
      changed++;
      return kind === 'count' && Math.abs(value - old.value) < k ? [{ kind: 'few', ...found }] : [];
    });
  });
  return { differences, changed };
}
