import type { Cell, ManifestMeasure } from '#release/form.ts';
import type { CellRef, Indicator } from '#shared/define.ts';
import { type Cells, shown } from '../cells.ts';
import type { Verdict } from './content.ts';

/** Two-sided 99.8 % limit of the normal distribution (管理限界, as in funnel plots). */
const limit = 3.09;

/** One indicator of a unit beside the society, from released cells only. */
export type Reading = {
  readonly indicator: Indicator;
  readonly measure: ManifestMeasure;
  readonly own: Cell | undefined;
  readonly before: Cell | undefined;
  readonly society: Cell | undefined;
  /** Own minus society, in points; undefined where either is not shown. */
  readonly difference: number | undefined;
  readonly differenceBefore: number | undefined;
  /** Persons the unit's figure is about: what the band is made of. */
  readonly base: Cell | undefined;
  /** Half width of the control band around the society's figure for the unit's own number of persons. */
  readonly half: number | undefined;
  readonly verdict: Verdict;
};

/** What may be read of an indicator; undefined where the release does not hold its analysis. */
export function readingOf(
  cells: Cells,
  indicator: Indicator,
  unit: string,
  year: number,
): Reading | undefined {
  const measure = cells.analysis(indicator.of.analysis)?.measures[indicator.of.measure];
  if (measure === undefined) return undefined;
  const at = (of: CellRef) => cells.ofYear({ ...of, at: { ...of.at, unit } }, year);
  const [own, before] = [at(indicator.of), at({ ...indicator.of, back: 1 })];
  const society = cells.ofYear(indicator.of, year);
  const societyBefore = cells.ofYear({ ...indicator.of, back: 1 }, year);
  const difference = minus(own, society);
  const half = halfOf(cells, indicator, measure, unit, year);
  return {
    indicator,
    measure,
    own,
    before,
    society,
    difference,
    differenceBefore: minus(before, societyBefore),
    base: personsOf(cells, indicator, measure, unit, year),
    half,
    verdict: verdictOf(difference, half, indicator.better),
  };
}

/**
 * Which way a figure went since the year before beyond its 95 % limits: −1, 0, +1; undefined where a figure it needs
 * is not shown.
 */
export function moved(
  cells: Cells,
  indicator: Pick<Indicator, 'of' | 'chance'>,
  unit: string,
  year: number,
): -1 | 0 | 1 | undefined {
  const measure = cells.analysis(indicator.of.analysis)?.measures[indicator.of.measure];
  const [now, before] = [0, 1].map((back) => {
    const one = cells.find(
      indicator.of.analysis,
      String(year - back),
      { ...indicator.of.at, unit },
      indicator.of.measure,
    );
    return { value: shown(one), half: measure && halfOf(cells, indicator, measure, unit, year - back) };
  });
  if (now?.value === undefined || before?.value === undefined) return undefined;
  if (now.half === undefined || before.half === undefined) return undefined;
  const error = Math.hypot(now.half, before.half) / limit;
  const change = now.value - before.value;
  return Math.abs(change) <= 1.96 * error ? 0 : change > 0 ? 1 : -1;
}

function personsOf(
  cells: Cells,
  { of, chance }: Pick<Indicator, 'of' | 'chance'>,
  measure: ManifestMeasure,
  unit: string,
  year: number,
): Cell | undefined {
  const name = measure.kind === 'ratio' ? measure.denominator : chance?.persons;
  return name === undefined ? undefined : cells.find(of.analysis, String(year), { ...of.at, unit }, name);
}

/** Shares: √(p(1−p)/n). Standardised cost: the society's spread per person, for n persons, over their expected cost. */
function halfOf(
  cells: Cells,
  indicator: Pick<Indicator, 'of' | 'chance'>,
  measure: ManifestMeasure,
  unit: string,
  year: number,
): number | undefined {
  const { of, chance } = indicator;
  const value = (name: string, at: Readonly<Record<string, string>>) =>
    shown(cells.find(of.analysis, String(year), { ...of.at, ...at }, name));
  const persons = shown(personsOf(cells, indicator, measure, unit, year));
  if (measure.kind === 'ratio') {
    const mean = value(of.measure, {});
    if (mean === undefined || persons === undefined || persons === 0) return undefined;
    const share = mean / measure.scale;
    return limit * measure.scale * Math.sqrt((share * (1 - share)) / persons);
  }
  if (measure.kind !== 'standardised' || chance === undefined) return undefined;
  const everyone = value(chance.persons, {});
  const [spread, expected] = [value(chance.spread, {}), value(measure.expected, { unit })];
  if (persons === undefined || spread === undefined || !everyone || !expected) return undefined;
  const deviation = 1000 * Math.sqrt((persons * spread) / everyone);
  return (limit * measure.scale * deviation) / expected;
}

function minus(one: Cell | undefined, other: Cell | undefined): number | undefined {
  const [first, second] = [shown(one), shown(other)];
  return first === undefined || second === undefined ? undefined : first - second;
}

function verdictOf(
  difference: number | undefined,
  half: number | undefined,
  better: Indicator['better'],
): Verdict {
  if (difference === undefined || half === undefined) return 'unknown';
  if (Math.abs(difference) <= half) return 'same';
  return difference > 0 === (better === 'higher') ? 'good' : 'bad';
}
