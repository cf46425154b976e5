import type { ManifestAnalysis } from '#release/form.ts';
import type { Language } from '#shared/text.ts';
import type { Dashboard } from '../dashboards.ts';
import { analysesOf, type Site } from '../site.ts';
import { readChoice, type View } from '../view.ts';
import { ui } from '../words.ts';
import { disclosureBody } from './about-disclosure.ts';
import { methodBody } from './about-method.ts';
import { analysisBody } from './analysis.ts';
import { readCut } from './cut.ts';
import { dashboardBody } from './dashboard.ts';
import { dataListBody } from './data-list.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { papersSection } from './papers.ts';

export type Request = {
  readonly language: Language;
  /** Path without the language prefix. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
};

/** The whole page of an address; undefined where there is no such page in this release. */
export async function pageOf(site: Site, request: Request): Promise<Html | undefined> {
  const { language, path, query } = request;
  const dashboard = site.pages.find((page) => page.path === path);
  if (dashboard) return dashboardPage(site, dashboard, request);
  const analysis = path.startsWith('/analyses/')
    ? site.cells.analysis(path.slice('/analyses/'.length))
    : undefined;
  if (analysis) {
    const view = analysisView(site, analysis, request);
    const body = await analysisBody(analysis, site, readCut(analysis, view));
    return layout(site, { language, path, query, title: analysis.title[language], year: view.year, body });
  }
  const fixed = {
    '/analyses': [ui.dataList, dataListBody],
    '/about/disclosure': [ui.disclosure, disclosureBody],
    '/about/method': [ui.glossary, methodBody],
  } as const;
  const page = Object.entries(fixed).find(([address]) => address === path)?.[1];
  if (page === undefined) return undefined;
  const [title, bodyOf] = page;
  return layout(site, { language, path, query: {}, title: title[language], body: bodyOf(site, language) });
}

async function dashboardPage(site: Site, page: Dashboard, request: Request): Promise<Html> {
  const { language, path, query } = request;
  const view = dashboardView(site, page, request);
  const figures = await dashboardBody(page, site, view);
  const body = path === '/' ? html`${figures}${papersSection(language)}` : figures;
  return layout(site, { language, path, query, title: page.title[language], year: view.year, body });
}

/** The state of a dashboard page: figures of the page share one fiscal year and one narrowing. */
export function dashboardView(site: Site, page: Dashboard, request: Request): View {
  const offer = page.partialYears ? 'all' : 'complete';
  return viewOf(site, request, analysesOf(page), page.filters ?? [], offer);
}

/** The state of the page of one analysis. */
export function analysisView(site: Site, { name }: ManifestAnalysis, request: Request): View {
  return viewOf(site, request, [name], []);
}

/** Reads the address of a page that draws from `analyses`. */
function viewOf(
  site: Site,
  { language, path, query }: Request,
  analyses: readonly string[],
  filters: readonly string[],
  offer: 'complete' | 'all' = 'all',
): View {
  const { cells } = site;
  return { cells, language, path, query, ...readChoice(cells, analyses, filters, query, offer) };
}
