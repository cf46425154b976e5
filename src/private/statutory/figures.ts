import type { Row } from '../warehouse.ts';
import type { Measure } from './pipelines.ts';

/** Persons by measure. */
export type Counts = Readonly<Record<string, number>>;

export const sexes = ['both', 'male', 'female'] as const;
export type Sex = (typeof sexes)[number];

/** One column of the aggregate table; band `total` holds all ages. */
export type Figures = { readonly sex: Sex; readonly band: string; readonly counts: Counts };

/**
 * The aggregate table: every sex and both, every band and all of them, zeros too.
 * @param rows of `figures.sql`
 * @param bands codes in their order
 */
export function figuresOf(
  rows: readonly Row[],
  measures: readonly Measure[],
  bands: readonly string[],
): readonly Figures[] {
  return sexes.flatMap((sex) =>
    [...bands, 'total'].map((band) => {
      const chosen = rows.filter(
        (row) => (sex === 'both' || row['sex'] === sex) && (band === 'total' || row['band'] === band),
      );
      const counts = measures.map(
        ({ code }) => [code, chosen.reduce((sum, row) => sum + Number(row[code]), 0)] as const,
      );
      return { sex, band, counts: Object.fromEntries(counts) };
    }),
  );
}

/** Share of a measure in percent with one digit, rounded half up; undefined where there is nobody to share. */
export function shareOf({ code, shareOf: base }: Measure, counts: Counts): number | undefined {
  const whole = base === undefined ? 0 : (counts[base] ?? 0);
  return whole === 0 ? undefined : Math.floor(((counts[code] ?? 0) * 2000 + whole) / (2 * whole)) / 10;
}

/** A total that moved far from last year's. */
export type Change = {
  readonly code: string;
  readonly kind: 'count' | 'share';
  /** Persons, or percent. */
  readonly before: number;
  readonly now: number;
};

/**
 * The totals of both sexes that moved further than the limits (percent of a count, points of a share), where last year's
 * count, or the one the share is of, was at least the base.
 */
export function largeChanges(
  measures: readonly Measure[],
  before: Counts,
  now: Counts,
  limits: { readonly count: number; readonly share: number; readonly base: number },
): readonly Change[] {
  return measures.flatMap((measure) => {
    const { code } = measure;
    const [was, is] = [before[code] ?? 0, now[code] ?? 0];
    const [wasShare, isShare] = [shareOf(measure, before), shareOf(measure, now)];
    const count = was >= limits.base && Math.abs(is - was) * 100 > was * limits.count;
    const whole = measure.shareOf === undefined ? 0 : (before[measure.shareOf] ?? 0);
    const share =
      whole >= limits.base &&
      wasShare !== undefined &&
      isShare !== undefined &&
      Math.abs(isShare - wasShare) > limits.share + 1e-9;
    return [
      ...(count ? [{ code, kind: 'count' as const, before: was, now: is }] : []),
      ...(share ? [{ code, kind: 'share' as const, before: wasShare, now: isShare }] : []),
    ];
  });
}
