import type { ManifestMeasure } from '#release/form.ts';
import { TOTAL } from '#release/form.ts';
import type { Release } from '#release/read.ts';
import { idOf, isCounted, type Sight } from './figures.ts';

/** Whole numbers between which a shown ratio leaves one of its hidden figures. */
export type Bound = { readonly id: string; readonly low: number; readonly high: number };

/** Numerator, denominator and rounding of a ratio or a standardised figure. */
function ingredients(measure: ManifestMeasure | undefined) {
  if (measure?.kind === 'ratio') return measure;
  if (measure?.kind !== 'standardised') return undefined;
  const { observed: numerator, expected: denominator, scale, decimals } = measure;
  return { numerator, denominator, scale, decimals, denominatorAt: undefined };
}

/** What shown ratios tell of a figure that is hidden while the other one is shown; their rounding leaves a range. */
export function boundsSeen({ manifest, cells }: Release, { figures }: Sight): readonly Bound[] {
  return manifest.analyses.flatMap(({ name, measures }) =>
    cells(name).flatMap(({ period, at, measure, value }): Bound[] => {
      const ratio = value === null ? undefined : ingredients(measures[measure]);
      const [above, below] = [measures[ratio?.numerator ?? ''], measures[ratio?.denominator ?? '']];
      if (value === null || ratio === undefined || !isCounted(above) || !isCounted(below)) return [];
      const base = { ...at, ...Object.fromEntries((ratio.denominatorAt ?? []).map((one) => [one, TOTAL])) };
      const numerator = figures.get(idOf(above, period, at));
      const denominator = figures.get(idOf(below, period, base));
      if (numerator === undefined || denominator === undefined) return [];
      const half = 0.5 * 10 ** -ratio.decimals;
      const [least, most] = [(value - half) / ratio.scale, (value + half) / ratio.scale];
      if (numerator.value === undefined && denominator.value !== undefined)
        return between(numerator.id, least * denominator.value, most * denominator.value);
      if (numerator.value === undefined || denominator.value !== undefined || least <= 0) return [];
      return between(denominator.id, numerator.value / most, numerator.value / least);
    }),
  );
}

/** Rounding errors of the division must not shut out the truth. */
function between(id: string, low: number, high: number): Bound[] {
  const slip = 1e-9 * (1 + high);
  return [{ id, low: Math.max(0, Math.ceil(low - slip)), high: Math.floor(high + slip) }];
}
