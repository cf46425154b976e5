import { Hono } from 'hono';
import { UserError } from '#shared/errors.ts';
import { answerCache } from './answer-cache.ts';
import { apiRoutes } from './api/routes.ts';
import type { Assets } from './assets.ts';
import { chartSpec } from './charts/spec.ts';
import type { CurrentSite } from './current.ts';
import { localHostOnly, readOnly, securityHeaders } from './guard.ts';
import { pageOf } from './pages/front.ts';
import { problem } from './problems.ts';
import { languageOf, pathOf } from './routes.ts';

/** The server's routes: pages, chart specifications, API and downloads, assets. Everything is read from one release. */
export function createApp(current: CurrentSite, assets: Assets): Hono {
  const app = new Hono();
  const cached = answerCache<string | undefined>();
  app.use(securityHeaders, localHostOnly, readOnly);
  app.get('/assets/*', async (context) => (await assets(context)) ?? problem(context, 'notFound'));
  app.route('/api', apiRoutes(current));
  app.get('/charts/:language/:page/:file', async (context) => {
    const spec = chartSpec(await current(), context.req.param(), context.req.query());
    return spec === undefined ? problem(context, 'notFound') : context.json(spec);
  });
  app.get('*', async (context) => {
    const site = await current();
    const request = {
      language: languageOf(context.req.path),
      path: pathOf(context.req.path),
      query: context.req.query(),
    };
    const { pathname, search } = new URL(context.req.url);
    const text = await cached(site, pathname + search, async () => (await pageOf(site, request))?.toString());
    return text === undefined ? problem(context, 'notFound') : context.html(text);
  });
  app.onError((error, context) => problem(context, problemOf(error)));
  app.notFound((context) => problem(context, 'notFound'));
  return app;
}

function problemOf(error: unknown): Parameters<typeof problem>[1] {
  if (!(error instanceof UserError)) return 'serverFault';
  if (error.code === 'RELEASE_MISSING') return 'releaseMissing';
  if (error.code === 'RELEASE_ALTERED') return 'releaseAltered';
  return 'serverFault';
}
