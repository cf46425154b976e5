import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openCurrentRelease } from '#release/read.ts';
import type { ReportDefinition } from '#shared/define.ts';
import { cellsOf } from '../cells.ts';
import { dashboardsDirectory, loadDashboards } from '../dashboards.ts';
import type { ReportSource } from './report.ts';

/**
 * The current release with the definition of the employer report.
 * @param unitMinimum fewest insured persons aged 40–74 of an employer that stands alone (society.toml)
 * @throws {UserError} RELEASE_MISSING, RELEASE_ALTERED
 */
export async function loadReport(publicDirectory: string, unitMinimum: number): Promise<ReportSource> {
  const release = await openCurrentRelease(publicDirectory);
  const path = join(dashboardsDirectory, 'employer-report', 'report.ts');
  const module: { default: ReportDefinition } = await import(pathToFileURL(path).href);
  const dashboards = await loadDashboards();
  return { cells: cellsOf(release), dashboards, definition: module.default, unitMinimum };
}
