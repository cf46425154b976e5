import type { Release } from '#release/read.ts';
import { type Cells, cellsOf } from './cells.ts';
import type { Dashboard, Dashboards } from './dashboards.ts';

/** One release with the pages it can fill. */
export type Site = {
  readonly cells: Cells;
  readonly dashboards: Dashboards;
  /** Pages with at least one figure in this release. */
  readonly pages: readonly Dashboard[];
  /** Analyses that no figure shows but a tile opens: they stand in the navigation by themselves. */
  readonly loose: readonly string[];
};

export function siteOf(release: Release, dashboards: Dashboards): Site {
  const cells = cellsOf(release);
  const pages = dashboards.pages.filter((page) => analysesOf(page).some((name) => cells.analysis(name)));
  const covered = new Set(pages.flatMap((page) => page.figures.map((figure) => figure.frame.analysis)));
  const opened = new Set(pages.flatMap((page) => page.tiles.map((tile) => tile.link)));
  const names = release.manifest.analyses.map((analysis) => analysis.name);
  return {
    cells,
    dashboards,
    pages,
    loose: names.filter((name) => !covered.has(name) && opened.has(`/analyses/${name}`)),
  };
}

/** Names of the analyses a page draws from. */
export function analysesOf(page: Dashboard): readonly string[] {
  return [
    ...new Set([
      ...page.figures.map((figure) => figure.frame.analysis),
      ...page.tiles.map((tile) => tile.of.analysis),
    ]),
  ];
}
