import type { Cell, ManifestAnalysis } from '#release/form.ts';
import type { Release } from '#release/read.ts';
import type { CellRef } from '#shared/define.ts';

/** What a page may ask a release: the only road from pages to figures. */
export type Cells = {
  readonly release: Release;
  /** Undefined where the release holds no such analysis. */
  readonly analysis: (name: string) => ManifestAnalysis | undefined;
  /** Undefined where no such cell was published; a hidden one is found, with its status. */
  readonly find: (analysis: string, period: string, at: Coordinates, measure: string) => Cell | undefined;
  /** A figure of a fiscal year by its reference. */
  readonly ofYear: (ref: CellRef, year: number) => Cell | undefined;
};

/** Dimension → code; a dimension left out is at its total. */
export type Coordinates = Readonly<Record<string, string>>;

/** Indexes a release once; every look-up afterwards is one map access. */
export function cellsOf(release: Release): Cells {
  const analyses = new Map(release.manifest.analyses.map((analysis) => [analysis.name, analysis]));
  const index = new Map<string, Cell>();
  for (const [name, analysis] of analyses)
    for (const cell of release.cells(name))
      index.set(key(analysis, cell.period, cell.at, cell.measure), cell);
  const find: Cells['find'] = (name, period, at, measure) => {
    const analysis = analyses.get(name);
    return analysis && index.get(key(analysis, period, at, measure));
  };
  return {
    release,
    analysis: (name) => analyses.get(name),
    find,
    ofYear: (ref, year) => find(ref.analysis, String(year - (ref.back ?? 0)), ref.at ?? {}, ref.measure),
  };
}

/** The number, where it may be shown. */
export function shown(cell: Cell | undefined): number | undefined {
  return cell?.status === 'ok' && cell.value !== null ? cell.value : undefined;
}

function key(analysis: ManifestAnalysis, period: string, at: Coordinates, measure: string): string {
  const coordinates = Object.keys(analysis.dimensions).map((dimension) => at[dimension] ?? 'total');
  return [analysis.name, period, measure, ...coordinates].join('|');
}
