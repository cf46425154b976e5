import type { CellRef } from '#shared/define.ts';
import { type Cells, type Coordinates, shown } from './cells.ts';

/** Two-sided 95 % limit of the normal distribution. */
const limit = 1.96;

/**
 * Which way a figure went since the year before: +1, −1, or 0 where it did not move or, for shares of persons, where
 * the difference of the two shares lies inside its 95 % limits. Undefined where a figure it needs is not shown.
 */
export function direction(cells: Cells, of: CellRef, year: number): -1 | 0 | 1 | undefined {
  const now = shown(cells.ofYear(of, year));
  const before = shown(cells.ofYear({ ...of, back: 1 }, year));
  if (now === undefined || before === undefined) return undefined;
  const sides = sharesOfPersons(cells, of.analysis, of.measure);
  if (sides) {
    const bases = [year, year - 1].map((one) =>
      shown(cells.find(of.analysis, String(one), of.at ?? {}, sides.denominator)),
    );
    const [first, second] = bases;
    if (first === undefined || second === undefined) return undefined;
    const pooled = (now * first + before * second) / (first + second) / sides.scale;
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / first + 1 / second));
    if (Math.abs(now - before) / sides.scale <= limit * error) return 0;
  }
  return Math.sign(now - before) as -1 | 0 | 1;
}

/**
 * Whether a share of a part differs from the share of the whole beyond the 95 % control limits for the part's size, or
 * a standardised count of persons from its expected number (of which the spread is at most √expected): −1, 0, +1;
 * undefined where a figure it needs is not shown.
 */
export function againstWhole(
  cells: Cells,
  place: { analysis: string; period: string; part: Coordinates; whole: Coordinates },
  measure: string,
): -1 | 0 | 1 | undefined {
  const sides = sharesOfPersons(cells, place.analysis, measure);
  if (!sides) return againstExpected(cells, place, measure);
  const of = (at: Coordinates, name: string) => shown(cells.find(place.analysis, place.period, at, name));
  const share = of(place.part, measure);
  const mean = of(place.whole, measure);
  const base = of(place.part, sides.denominator);
  if (share === undefined || mean === undefined || base === undefined || base === 0) return undefined;
  const p = mean / sides.scale;
  if (Math.abs(share - mean) / sides.scale <= limit * Math.sqrt((p * (1 - p)) / base)) return 0;
  return Math.sign(share - mean) as -1 | 0 | 1;
}

function againstExpected(
  cells: Cells,
  { analysis, period, part }: { analysis: string; period: string; part: Coordinates },
  name: string,
): -1 | 0 | 1 | undefined {
  const measure = cells.analysis(analysis)?.measures[name];
  if (measure?.kind !== 'standardised' || measure.per === undefined) return undefined;
  const [observed, expected] = [measure.observed, measure.expected].map((one) =>
    shown(cells.find(analysis, period, part, one)),
  );
  if (observed === undefined || expected === undefined) return undefined;
  const gap = (observed - expected) / measure.per;
  return Math.abs(gap) <= limit * Math.sqrt(expected / measure.per) ? 0 : (Math.sign(gap) as -1 | 1);
}

/** Denominator and scale of a ratio of two counts of persons; undefined for every other measure. */
function sharesOfPersons(cells: Cells, analysis: string, name: string) {
  const measures = cells.analysis(analysis)?.measures;
  const measure = measures?.[name];
  if (measure?.kind !== 'ratio') return undefined;
  if (measures?.[measure.numerator]?.kind !== 'persons' || measures[measure.denominator]?.kind !== 'persons')
    return undefined;
  return { denominator: measure.denominator, scale: measure.scale };
}
