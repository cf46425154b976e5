import { type Manifest, TOTAL } from '#release/form.ts';
import type { Release } from '#release/read.ts';
import { cellId, without } from '../coordinates.ts';
import { type Known, monthsOf } from '../tables/relations.ts';
import { idOf, isCounted, type Seen, type Sight } from './figures.ts';

/**
 * What an outsider can write down about figures from the public files alone: totals and their codes, lists and the
 * coarser lists their entries name, fiscal years and months, the two totals of a standardised figure. Written apart
 * from the gate's own relations, so that what is forgotten there is found here.
 */
export function relationsSeen(release: Release, sight: Sight): readonly Known[] {
  const known = [
    ...byTotal(release, sight),
    ...byParent(release.manifest, sight),
    ...byYear(sight),
    ...byReference(release.manifest, sight),
  ];
  const keyed = known.map((one): [string, Known] => [
    `${one.total}\n${[...one.parts].sort().join('\n')}`,
    one,
  ]);
  return [...new Map(keyed).values()];
}

/** A total over a dimension and its codes, found among the printed cells. */
function byTotal({ manifest, cells }: Release, sight: Sight): Known[] {
  return manifest.analyses.flatMap(({ name, dimensions, measures }) => {
    const groups = new Map<string, { total: string; dimension: string; parts: string[] }>();
    for (const { period, at, measure } of cells(name)) {
      const words = measures[measure];
      if (!isCounted(words)) continue;
      for (const [dimension, code] of Object.entries(at)) {
        if (code === TOTAL || dimensions[dimension]!.total === false) continue;
        const total = idOf(words, period, { ...at, [dimension]: TOTAL });
        const key = `${dimension} ${total}`;
        const group = groups.get(key) ?? { total, dimension, parts: [] };
        group.parts.push(idOf(words, period, at));
        groups.set(key, group);
      }
    }
    return [...groups.values()].flatMap(({ total, dimension, parts }) => {
      const { list, overlapping = false } = dimensions[dimension]!;
      return relate(sight, total, parts, overlapping, new Set(parts).size === manifest.lists[list]?.length);
    });
  });
}

/** A code of a coarse list and the codes of finer lists that name it as their parent. */
function byParent({ analyses, lists }: Manifest, sight: Sight): Known[] {
  const uses = new Map(
    analyses.flatMap(({ dimensions, measures }) =>
      Object.values(measures)
        .filter(isCounted)
        .flatMap(({ quantity }) =>
          Object.entries(dimensions).map(
            ([name, { list, overlapping = false }]) =>
              [`${quantity} ${name} ${list}`, { quantity, name, list, overlapping }] as const,
          ),
        ),
    ),
  );
  return [...sight.figures.values()].flatMap((figure) => {
    const own = [...uses.values()].filter(({ quantity }) => quantity === figure.quantity);
    return own.flatMap((coarse) =>
      own.flatMap((fine): Known[] => {
        const code = figure.at[coarse.name];
        if (code === undefined || fine.name === coarse.name || fine.name in figure.at) return [];
        const rest = without(figure.at, coarse.name);
        const children = (lists[fine.list] ?? []).filter((entry) => entry.parent === code);
        const parts = children.map((entry) =>
          cellId(figure.quantity, figure.period, { ...rest, [fine.name]: entry.code }),
        );
        return relate(sight, figure.id, parts, fine.overlapping || coarse.overlapping, true);
      }),
    );
  });
}

/** A fiscal year and those of its months that are printed. */
function byYear(sight: Sight): Known[] {
  return [...sight.figures.values()]
    .filter(({ period }) => /^\d{4}$/.test(period))
    .flatMap(({ id, quantity, period, at, kind }) => {
      const months = monthsOf(period).map((month) => cellId(quantity, month, at));
      return relate(sight, id, months, kind === 'count', true);
    });
}

/** Over the whole society expected is observed. */
function byReference({ analyses }: Manifest, sight: Sight): Known[] {
  return analyses.flatMap(({ measures, periods }) =>
    Object.values(measures).flatMap((measure) => {
      if (measure.kind !== 'standardised') return [];
      const [observed, expected] = [measures[measure.observed], measures[measure.expected]];
      if (!isCounted(observed) || !isCounted(expected)) return [];
      return periods.flatMap((period) =>
        relate(sight, idOf(expected, period, {}), [idOf(observed, period, {})], false, true),
      );
    }),
  );
}

/** A relation with those parts that are printed; nothing where the total or every part is not. */
function relate(
  { figures, absent }: Sight,
  total: string,
  parts: readonly string[],
  overlapping: boolean,
  isAll: boolean,
): Known[] {
  const whole: Seen | undefined = figures.get(total);
  const there = parts.filter((part) => figures.has(part));
  if (whole === undefined || there.length === 0) return [];
  const complete = isAll && parts.every((part) => figures.has(part) || absent.has(part));
  return [{ total, parts: there, overlapping: overlapping && whole.kind === 'count', complete }];
}
