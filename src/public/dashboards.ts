import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from '#shared/define.ts';
import type { ChartFile } from './charts/render.ts';

export type Dashboard = Page & { readonly name: string; readonly path: string };

export type Dashboards = {
  readonly pages: readonly Dashboard[];
  readonly theme: ChartFile;
  /** A chart of the page's folder, else the common one of `analysis/`, which takes any analysis. */
  readonly chart: (page: string, name: string) => ChartFile;
};

export const dashboardsDirectory = fileURLToPath(new URL('../../dashboards/', import.meta.url));

const common = 'analysis';

/** Reads every `<folder>/page.ts` and chart file once. The page `overview` is the front page. */
export async function loadDashboards(directory = dashboardsDirectory): Promise<Dashboards> {
  const folders = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const pages = await Promise.all(
    folders
      .filter((name) => existsSync(join(directory, name, 'page.ts')))
      .map(async (name): Promise<Dashboard> => {
        const module: { default: Page } = await import(pathToFileURL(join(directory, name, 'page.ts')).href);
        return { ...module.default, name, path: name === 'overview' ? '/' : `/${name}` };
      }),
  );
  const charts = new Map(
    folders.flatMap((folder) =>
      readdirSync(join(directory, folder))
        .filter((file) => file.endsWith('.vl.json'))
        .map(
          (file) =>
            [
              `${folder}/${file.slice(0, -'.vl.json'.length)}`,
              readJson(join(directory, folder, file)),
            ] as const,
        ),
    ),
  );
  return {
    pages: pages.sort((a, b) => a.order - b.order),
    theme: readJson(join(directory, 'theme.json')),
    chart: (page, name) => {
      const chart = charts.get(`${page}/${name}`) ?? charts.get(`${common}/${name}`);
      if (chart === undefined) throw new Error(`dashboards/${page}/${name}.vl.json is missing`);
      return chart;
    },
  };
}

function readJson(path: string): ChartFile {
  return JSON.parse(readFileSync(path, 'utf8'));
}
