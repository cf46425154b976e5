import type { Release } from '#release/read.ts';
import { COUNT, type System } from '../model/system.ts';
import { loadSolver } from '../solver.ts';
import { type Difference, differencesTo } from './differences.ts';
import { computableCells } from './equations.ts';
import { figuresSeen, idOf, isCounted, type Place, type Seen } from './figures.ts';
import { attackIntervals, type Intervals } from './interval.ts';
import { puzzleOf } from './puzzle.ts';
import { boundsSeen } from './ratios.ts';
import { relationsSeen } from './relations.ts';

/** What an outsider finds out from the public files of a release. It names places, never a figure. */
export type Attack = {
  /** Figures printed, those hidden, and the relations an outsider can write down. */
  readonly cells: number;
  readonly hidden: number;
  readonly relations: number;
  /** Hidden figures that can be computed from published ones. */
  readonly exposed: readonly Place[];
  /** Counts and groups of persons that are known to lie in 1…k−1, whether shown or concluded. */
  readonly knownSmall: readonly (readonly string[])[];
  readonly intervals: Pick<Intervals, 'tried' | 'safe' | 'safeInFractions' | 'undecided'>;
  /** Relations between published figures that do not hold, and cells no table fits. */
  readonly contradictions: readonly string[];
  readonly differences: readonly Difference[];
  /** Figures that differ from another release, by whatever. */
  readonly changed: number;
};

/**
 * Attacks a release with nothing but its public files and those of other releases beside it: figures that can be
 * computed, counts of persons that can be narrowed down to 1…k−1, and differences between releases.
 */
export async function attackRelease(release: Release, others: readonly Release[]): Promise<Attack> {
  const { k } = release.manifest;
  const sight = figuresSeen(release);
  const known = relationsSeen(release, sight);
  const { system, hidden } = puzzleOf(
    sight.figures,
    known,
    partsSeen(release, sight.figures),
    boundsSeen(release, sight),
    k,
  );
  const broken = brokenRelations(system, hidden);
  const shownSmall = smallShown(system, hidden);
  const computable = computableCells(system, hidden);
  const intervals = attackIntervals(await loadSolver(), system, hidden);
  const placeOf = (id: string) => sight.figures.get(id)?.places[0];
  const name = (cell: number) => system.ids[cell]!;
  const exposed = new Set([...sight.shownElsewhere, ...[...computable, ...intervals.exact].map(name)]);
  return {
    cells: sight.figures.size,
    hidden: [...sight.figures.values()].filter(({ value }) => value === undefined).length,
    relations: system.rows.start.length - 1,
    exposed: [...exposed].flatMap((id) => placeOf(id) ?? []),
    knownSmall: [
      ...shownSmall.map((cell) => [name(cell)]),
      ...intervals.small.map((cells) => cells.map(name)),
    ],
    intervals,
    contradictions: [...new Set([...sight.contradictions, ...broken, ...intervals.contradictory.map(name)])],
    ...differencesTo(sight.figures, others, k),
  };
}

/** Counts that the release itself calls a part of another count. */
function partsSeen(
  { manifest, cells }: Release,
  figures: ReadonlyMap<string, Seen>,
): readonly (readonly [string, string])[] {
  return manifest.analyses.flatMap(({ name, measures }) =>
    cells(name).flatMap(({ period, at, measure }): [string, string][] => {
      const part = measures[measure];
      const whole = part?.kind === 'persons' ? measures[part.of ?? ''] : undefined;
      if (!isCounted(part) || !isCounted(whole)) return [];
      const pair: [string, string] = [idOf(part, period, at), idOf(whole, period, at)];
      return pair.every((id) => figures.has(id)) ? [pair] : [];
    }),
  );
}

/** Totals whose published parts do not add up to them, and parts larger than their whole. */
function brokenRelations({ ids, rows, value }: System, hidden: Uint8Array): string[] {
  const broken: string[] = [];
  for (let r = 0; r + 1 < rows.start.length; r++) {
    let sum = 0;
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++)
      sum += rows.coef[e]! * (hidden[rows.index[e]!] ? Number.NaN : value[rows.index[e]!]!);
    if (!Number.isNaN(sum) && sum !== 0) broken.push(ids[rows.index[rows.start[r]!]!]!);
  }
  return [...broken, ...ids.filter((_, cell) => value[cell]! < 0)];
}

/** Counts of persons, printed or left over, that stand there for everybody to read. */
function smallShown({ k, kind, value }: System, hidden: Uint8Array): number[] {
  return [...value.keys()].filter(
    (cell) => kind[cell] === COUNT && !hidden[cell] && 0 < value[cell]! && value[cell]! < k,
  );
}
