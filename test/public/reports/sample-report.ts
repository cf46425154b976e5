import type { Cell } from '#release/form.ts';
import type { AnalysisContent, ReleaseContent } from '#release/write.ts';
import definition from '../../../dashboards/employer-report/report.ts';
import { cellsOf } from '../../../src/public/cells.ts';
import { loadDashboards } from '../../../src/public/dashboards.ts';
import type { ReportSource } from '../../../src/public/reports/report.ts';
import type { Unit } from '../../../src/public/reports/units.ts';
import { plausibleContent } from '../plausible-release.ts';
import { sampleRelease } from '../sample-site.ts';

export const year = 2025;
export const factory: Unit = { code: '1001', name: 'みほん製作所', isPool: false };
export const pool: Unit = { code: 'group-a', name: 'かくうグループ', isPool: true };

const dashboards = await loadDashboards();
const plausible = await plausibleContent({ years: [2024, 2025] });

type Change = (cell: Cell, analysis: string) => Cell;

/** Plausible figures, some of them changed. */
export function changed(change: Change, words: Partial<ReleaseContent> = {}): ReleaseContent {
  const analyses = plausible.analyses.map(
    (one): AnalysisContent => ({ ...one, cells: one.cells.map((cell) => change(cell, one.name)) }),
  );
  return { ...plausible, ...words, analyses };
}

export async function sourceOf(content: ReleaseContent = plausible): Promise<ReportSource> {
  return { cells: cellsOf(await sampleRelease(content)), dashboards, definition, unitMinimum: 50 };
}

/** The units of the made-up society that a report of `unit` must not know. */
export function othersThan({ code }: Unit): readonly { readonly code: string; readonly ja: string }[] {
  return (plausible.lists['reporting-unit'] ?? []).filter((entry) => entry.code !== code);
}

/** Shown, with this value. */
export function withValue(cell: Cell, value: number): Cell {
  return { ...cell, value, status: 'ok' };
}

export function hidden(cell: Cell): Cell {
  return { ...cell, value: null, status: 'hidden' };
}

/** Whether a cell stands at these coordinates and every other dimension at its total. */
export function isAt(cell: Cell, at: Readonly<Record<string, string>>): boolean {
  return Object.entries(cell.at).every(([name, code]) => code === (at[name] ?? 'total'));
}
