import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dashboardsDirectory } from '../dashboards.ts';

const folders = [fileURLToPath(new URL('.', import.meta.url)), join(dashboardsDirectory, 'employer-report')];

/** Code, words, style and template of the report: what decides how it looks, whatever its unit. */
export const reportSources: string = folders
  .flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
  .join('\n');
