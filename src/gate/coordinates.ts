import type { AnalysisContract, Persons, Sum } from '#shared/define/analysis.ts';

/** Dimension → code; a dimension that is not named stands at its total. */
export type Coordinates = Readonly<Record<string, string>>;

/** The same text for the same coordinates, in whatever order they are named. */
export function coordinateKey(at: Coordinates): string {
  return Object.keys(at)
    .sort()
    .map((name) => `${name}=${encodeURIComponent(at[name]!)}`)
    .join('&');
}

/** Identity of a figure: quantity, period and the coordinates that are not totals. */
export function cellId(quantity: string, period: string, at: Coordinates): string {
  return `${quantity}|${period}|${coordinateKey(at)}`;
}

/** Identity of a measure's figure at coordinates of its analysis: whom the measure is about is part of it. */
export function figureId(
  { quantity, population }: Pick<Persons | Sum, 'quantity' | 'population'>,
  period: string,
  at: Coordinates,
): string {
  return cellId(quantity, period, { ...population, ...at });
}

/** `at` without one of its dimensions: the coordinates of the total over it. */
export function without(at: Coordinates, dimension: string): Coordinates {
  return Object.fromEntries(Object.entries(at).filter(([name]) => name !== dimension));
}

/**
 * Every cut that is published: each table with all its margins, once, dimensions in the order of the contract.
 * A dimension without a total stands in every one.
 */
export function marginsOf(contract: AnalysisContract): readonly (readonly string[])[] {
  const names = Object.keys(contract.dimensions);
  const always = names.filter((name) => contract.dimensions[name]!.total === false);
  const margins = new Map<string, readonly string[]>();
  for (const table of contract.tables) {
    for (const subset of subsets(names.filter((name) => table.includes(name)))) {
      if (always.every((name) => subset.includes(name))) margins.set(subset.join('|'), subset);
    }
  }
  return [...margins.values()];
}

function subsets(names: readonly string[]): (readonly string[])[] {
  return names.reduce<(readonly string[])[]>(
    (sets, name) => sets.flatMap((set) => [set, [...set, name]]),
    [[]],
  );
}

/** All coordinates of a margin, in the order of the lists. */
export function coordinatesOf(
  margin: readonly string[],
  codes: (dimension: string) => readonly string[],
): readonly Coordinates[] {
  return margin.reduce<readonly Coordinates[]>(
    (made, name) => made.flatMap((at) => codes(name).map((code) => ({ ...at, [name]: code }))),
    [{}],
  );
}
