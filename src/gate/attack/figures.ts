import { type Cell, type ManifestMeasure, TOTAL } from '#release/form.ts';
import type { Release } from '#release/read.ts';
import { type Coordinates, figureId } from '../coordinates.ts';

/** Where a figure is printed. */
export type Place = Pick<Cell, 'period' | 'at' | 'measure'> & { readonly analysis: string };

/** One figure as an outsider sees it: the same quantity, period and coordinates are the same figure. */
export type Seen = {
  readonly id: string;
  readonly quantity: string;
  readonly kind: 'count' | 'sum';
  readonly period: string;
  /** Coordinates that are not totals, with those of whom the measure is about. */
  readonly at: Coordinates;
  /** `undefined`: hidden everywhere. */
  readonly value: number | undefined;
  readonly places: readonly Place[];
};

export type Sight = {
  readonly figures: ReadonlyMap<string, Seen>;
  /** Printed as impossible, or as not split this way. */
  readonly absent: ReadonlySet<string>;
  /** Figures printed with two values, or with one that is no whole number of at least 0. */
  readonly contradictions: readonly string[];
  /** Figures hidden in one place and shown in another. */
  readonly shownElsewhere: readonly string[];
};

/** A measure that is printed as it was counted. */
export type Counted = Extract<ManifestMeasure, { kind: 'persons' | 'sum' }>;

export function isCounted(measure: ManifestMeasure | undefined): measure is Counted {
  return measure?.kind === 'persons' || measure?.kind === 'sum';
}

/** Identity of a printed figure. */
export function idOf(measure: Counted, period: string, at: Coordinates): string {
  return figureId(measure, period, splitBy(at));
}

/** Coordinates that are not totals. */
function splitBy(at: Coordinates): Coordinates {
  return Object.fromEntries(Object.entries(at).filter(([, code]) => code !== TOTAL));
}

/** Every figure of a release that somebody counted, each once; ratios are made of these. */
export function figuresSeen(release: Release): Sight {
  const figures = new Map<string, Seen>();
  const absent = new Set<string>();
  const contradictions = new Set<string>();
  const shownElsewhere = new Set<string>();
  for (const { name: analysis, measures } of release.manifest.analyses) {
    for (const { period, at, measure, value, status } of release.cells(analysis)) {
      const words = measures[measure];
      if (!isCounted(words)) continue;
      const id = idOf(words, period, at);
      if (status === 'na') absent.add(id);
      if (status === 'na' || status === 'missing') continue;
      if (value !== null && !(Number.isSafeInteger(value) && value >= 0)) {
        contradictions.add(id);
        continue;
      }
      const before = figures.get(id);
      const now = value ?? undefined;
      if (before && before.value !== now)
        (before.value === undefined || now === undefined ? shownElsewhere : contradictions).add(id);
      figures.set(id, {
        id,
        quantity: words.quantity,
        kind: words.kind === 'persons' ? 'count' : 'sum',
        period,
        at: { ...words.population, ...splitBy(at) },
        value: before?.value ?? now,
        places: [...(before?.places ?? []), { analysis, period, at, measure }],
      });
    }
  }
  return { figures, absent, contradictions: [...contradictions], shownElsewhere: [...shownElsewhere] };
}
