import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dashboardsDirectory } from '../dashboards.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function textsOf(...folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(folder, entry.name))
      .sort(),
  );
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Code, words, style and template of the report: every character its text can hold. */
export const reportSources: string = textsOf(here('.'), join(dashboardsDirectory, 'employer-report'));

/** With them, how charts are drawn and pages set: what decides how a report looks, whatever its unit. */
export const reportLayout: string = [
  reportSources,
  textsOf(here('../charts'), here('../../print')),
  readFileSync(join(dashboardsDirectory, 'theme.json'), 'utf8'),
].join('\n');
