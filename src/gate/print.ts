import { type Cell, TOTAL } from '#release/form.ts';
import type { AnalysisContract, Ratio } from '#shared/define/analysis.ts';
import { type Coordinates, coordinatesOf, figureId, marginsOf, without } from './coordinates.ts';
import type { Counted } from './count/count.ts';
import type { Society } from './count/society.ts';
import { codesOf, type Figure } from './tables/cells.ts';

type Shown = Pick<Cell, 'value' | 'status'>;
type Lookup = (measure: string, period: string, at: Coordinates) => Shown;

const na: Shown = { value: null, status: 'na' };
const hiddenCell: Shown = { value: null, status: 'hidden' };
const missing: Shown = { value: null, status: 'missing' };

/**
 * The cells of one analysis as they go into the release: by period, then dimensions in the order of their lists
 * (totals first), then measures in the order of the contract. Ratios and standardised figures are made of shown figures only.
 */
export function printCells(
  { analysis: { contract }, periods }: Counted,
  society: Society,
  figures: ReadonlyMap<string, Figure>,
  isHidden: (id: string) => boolean,
): readonly Cell[] {
  const lookup: Lookup = (name, period, at) => {
    const measure = contract.measures[name]!;
    if (measure.kind === 'standardised') {
      const { observed: numerator, expected: denominator, ...rest } = measure;
      return ratio({ ...rest, numerator, denominator }, period, at, lookup);
    }
    if (measure.kind === 'ratio') return ratio(measure, period, at, lookup);
    const figure = figures.get(figureId(measure, period, at));
    if (figure === undefined || figure.impossible) return na;
    return isHidden(figure.id) ? hiddenCell : { value: figure.value, status: 'ok' };
  };
  const places = placesOf(contract, society);
  const measures = Object.keys(contract.measures);
  return periods.flatMap((period) =>
    places.flatMap((at) =>
      measures.map((measure) => ({
        period,
        at: withTotals(contract, at),
        measure,
        ...lookup(measure, period, at),
      })),
    ),
  );
}

function ratio(measure: Omit<Ratio, 'kind'>, period: string, at: Coordinates, lookup: Lookup): Shown {
  const base = (measure.denominatorAt ?? []).reduce(without, at);
  const [above, below] = [lookup(measure.numerator, period, at), lookup(measure.denominator, period, base)];
  if (above.status === 'na' || below.status === 'na') return na;
  if (above.value === null || below.value === null) return hiddenCell;
  if (below.value === 0) return missing;
  return { value: round((measure.scale * above.value) / below.value, measure.decimals), status: 'ok' };
}

function round(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

/** Every coordinate of every margin once, in printing order. */
function placesOf(contract: AnalysisContract, society: Society): readonly Coordinates[] {
  const names = Object.keys(contract.dimensions);
  const position = new Map(
    names.map((name) => [
      name,
      new Map(codesOf(contract, society, name).map((code, index) => [code, index])),
    ]),
  );
  const rank = (at: Coordinates, name: string) =>
    at[name] === undefined ? -1 : position.get(name)!.get(at[name])!;
  return marginsOf(contract)
    .flatMap((margin) => coordinatesOf(margin, (name) => codesOf(contract, society, name)))
    .sort((a, b) => {
      const name = names.find((one) => rank(a, one) !== rank(b, one));
      return name === undefined ? 0 : rank(a, name) - rank(b, name);
    });
}

function withTotals(contract: AnalysisContract, at: Coordinates): Coordinates {
  return Object.fromEntries(Object.keys(contract.dimensions).map((name) => [name, at[name] ?? TOTAL]));
}
