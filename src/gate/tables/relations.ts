import type { Analysis } from '#shared/analyses.ts';
import { type Coordinates, cellId, coordinatesOf, figureId, without } from '../coordinates.ts';
import { standardised } from '../count/reference.ts';
import type { Society } from '../count/society.ts';
import { codesOf, countedMeasures, type Figure, marginsFor } from './cells.ts';

/**
 * What an outsider knows about figures: the total is the sum of its parts, or (`overlapping`, where one person may
 * be in several parts) every part is at most the whole and the whole at most the sum of the parts.
 */
export type Known = {
  readonly total: string;
  readonly parts: readonly string[];
  readonly overlapping: boolean;
  /** False where parts are missing: the sum of the parts is at most the total. */
  readonly complete: boolean;
};

type Figures = ReadonlyMap<string, Figure>;

/** Everything known by the shape of the tables, each relation once. */
export function relationsOf(
  analyses: readonly Analysis[],
  figures: Figures,
  society: Society,
): readonly Known[] {
  const known = new Map<string, Known>();
  for (const relation of [
    ...analyses.flatMap((analysis) => byDimension(analysis, figures, society)),
    ...byParent(analyses, figures, society),
    ...byMonth(figures),
    ...byReference(analyses, figures),
  ]) {
    known.set(`${relation.total}\n${[...relation.parts].sort().join('\n')}`, relation);
  }
  return [...known.values()];
}

/** The total over a dimension and its codes. */
function byDimension({ contract }: Analysis, figures: Figures, society: Society): Known[] {
  const periods = [...new Set([...figures.values()].map((figure) => figure.period))];
  return countedMeasures(contract).flatMap(([, measure]) =>
    marginsFor(contract, measure).flatMap((margin) =>
      margin.flatMap((dimension): Known[] => {
        const { total, overlapping = false } = contract.dimensions[dimension]!;
        if (total === false) return [];
        const codes = codesOf(contract, society, dimension);
        const others = coordinatesOf(
          margin.filter((name) => name !== dimension),
          (name) => codesOf(contract, society, name),
        );
        return periods.flatMap((period) =>
          others.flatMap((at) =>
            relate(
              figures,
              figureId(measure, period, at),
              codes.map((code) => figureId(measure, period, { ...at, [dimension]: code })),
              overlapping,
            ),
          ),
        );
      }),
    ),
  );
}

/** A code of a coarse list and the codes of the finer list that lie in it (age groups and age bands). */
function byParent(analyses: readonly Analysis[], figures: Figures, society: Society): Known[] {
  const lists = new Map(
    analyses.flatMap(({ contract }) =>
      countedMeasures(contract).flatMap(([, { quantity }]) =>
        Object.entries(contract.dimensions).map(
          ([name, { list, overlapping = false }]) =>
            [`${quantity} ${name} ${list}`, { quantity, name, list, overlapping }] as const,
        ),
      ),
    ),
  );
  const pairs = [...lists.values()].flatMap((fine) => {
    const children = Map.groupBy(society.lists.get(fine.list) ?? [], (entry) => entry.parent);
    return [...lists.values()]
      .filter((coarse) => coarse.quantity === fine.quantity && coarse.name !== fine.name)
      .map((coarse) => ({ fine, coarse, children }));
  });
  return [...figures.values()].flatMap((figure) =>
    pairs.flatMap(({ fine, coarse, children }) => {
      const code = figure.at[coarse.name];
      const inside = code === undefined ? undefined : children.get(code);
      if (figure.quantity !== fine.quantity || inside === undefined || fine.name in figure.at) return [];
      const at: Coordinates = without(figure.at, coarse.name);
      const parts = inside.map((entry) =>
        cellId(figure.quantity, figure.period, { ...at, [fine.name]: entry.code }),
      );
      return relate(figures, figure.id, parts, fine.overlapping || coarse.overlapping);
    }),
  );
}

/** A fiscal year and its months; not all months need be published. */
function byMonth(figures: Figures): Known[] {
  return [...figures.values()]
    .filter((figure) => /^\d{4}$/.test(figure.period))
    .flatMap((figure) => {
      const months = monthsOf(figure.period)
        .map((month) => cellId(figure.quantity, month, figure.at))
        .filter((id) => figures.has(id));
      if (months.length === 0) return [];
      const overlapping = figure.kind === 'count';
      return [{ total: figure.id, parts: months, overlapping, complete: months.length === 12 }];
    });
}

/** Over the whole society expected is observed (checked when it was counted): the two totals are one figure. */
function byReference(analyses: readonly Analysis[], figures: Figures): Known[] {
  const periods = [...new Set([...figures.values()].map((figure) => figure.period))];
  return analyses.flatMap(({ contract }) => {
    const measures = new Map(countedMeasures(contract));
    return standardised(contract).flatMap(({ observed, expected }) =>
      periods.flatMap((period) =>
        relate(
          figures,
          figureId(measures.get(expected)!, period, {}),
          [figureId(measures.get(observed)!, period, {})],
          false,
        ),
      ),
    );
  });
}

/** The twelve months of a fiscal year, April first. */
export function monthsOf(fiscalYear: string): readonly string[] {
  const year = Number(fiscalYear);
  return Array.from({ length: 12 }, (_, index) =>
    index < 9 ? `${year}-${String(index + 4).padStart(2, '0')}` : `${year + 1}-0${index - 8}`,
  );
}

function relate(figures: Figures, total: string, parts: readonly string[], overlapping: boolean): Known[] {
  const whole = figures.get(total);
  if (whole === undefined || parts.length === 0 || !parts.every((part) => figures.has(part))) return [];
  return [{ total, parts, overlapping: overlapping && whole.kind === 'count', complete: true }];
}
