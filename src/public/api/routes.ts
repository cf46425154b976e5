import { type Context, Hono } from 'hono';
import type { ManifestAnalysis } from '#release/form.ts';
import { answerCache } from '../answer-cache.ts';
import type { CurrentSite } from '../current.ts';
import { csvOf } from '../downloads/csv.ts';
import { workbookOf } from '../downloads/workbook.ts';
import { problem } from '../problems.ts';
import type { Site } from '../site.ts';
import { rowOf } from './rows.ts';

const types = {
  json: 'application/json; charset=UTF-8',
  csv: 'text/csv; charset=UTF-8; header=present',
  arrow: 'application/vnd.apache.arrow.file',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

type Form = keyof typeof types;

/** `/api/analyses`, `/api/analyses/<name>` and its downloads: the same cells in four forms. */
export function apiRoutes(current: CurrentSite): Hono {
  const app = new Hono();
  const cached = answerCache<string | Uint8Array<ArrayBuffer>>();
  app.get('/analyses', async (context) =>
    context.json((await current()).cells.release.manifest.analyses.map(summary)),
  );
  app.get('/analyses/:file', async (context) => {
    const site = await current();
    const [, name = '', extension] = /^(.*?)(?:\.(csv|arrow|xlsx))?$/.exec(context.req.param('file')) ?? [];
    const analysis = site.cells.analysis(name);
    if (analysis === undefined) return problem(context, 'analysisNotFound');
    const form = formOf(extension);
    return answer(context, site, analysis, form, () =>
      cached(site, `${name}.${form}`, () => bytesOf(site, analysis, form)),
    );
  });
  app.all('*', (context) => problem(context, 'notFound'));
  return app;
}

function formOf(extension: string | undefined): Form {
  return extension === 'csv' || extension === 'arrow' || extension === 'xlsx' ? extension : 'json';
}

/** Name, Japanese title, unit of each measure in its order, fiscal years or months. */
function summary({ name, title, measures, periods }: ManifestAnalysis) {
  const units = [...new Set(Object.values(measures).map((measure) => measure.unit.ja))];
  return { name, title: title.ja, unit: units.join('・'), periods };
}

async function answer(
  context: Context,
  site: Site,
  analysis: ManifestAnalysis,
  form: Form,
  bytes: () => Promise<string | Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const tag = `"${analysis.sha256}-${form}"`;
  const headers = {
    'content-type': types[form],
    etag: tag,
    'cache-control': 'no-cache',
    ...(form === 'json'
      ? {}
      : {
          'content-disposition': `attachment; filename="${site.cells.release.manifest.id}-${analysis.name}.${form}"`,
        }),
  };
  if (context.req.header('if-none-match') === tag) return context.body(null, 304, { etag: tag });
  return context.body(await bytes(), 200, headers);
}

async function bytesOf(
  site: Site,
  analysis: ManifestAnalysis,
  form: Form,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const { release } = site.cells;
  const cells = release.cells(analysis.name);
  switch (form) {
    case 'arrow':
      return Uint8Array.from(release.arrow(analysis.name));
    case 'csv':
      return csvOf(analysis, cells);
    case 'xlsx':
      return workbookOf(site, analysis);
    case 'json':
      return JSON.stringify({
        name: analysis.name,
        release: release.manifest.id,
        rows: cells.map((cell) => rowOf(analysis, cell)),
      });
  }
}
