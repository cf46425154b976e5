import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { openCurrentRelease } from '#release/read.ts';
import { UserError } from '#shared/errors.ts';
import { createApp } from './app.ts';
import { loadAssets } from './assets.ts';
import { currentSite } from './current.ts';
import { loadDashboards } from './dashboards.ts';
import { fontSlices } from './fonts/slices.ts';
import { pageTexts } from './fonts/texts.ts';
import { requestProblem } from './problems.ts';

export type RunningServer = {
  /** Address of the front page. */
  readonly url: string;
  /** Stops listening and cuts open connections. */
  readonly close: () => Promise<void>;
};

/**
 * Serves the current release of a home's `public` folder on the loopback address only. Port 0 takes any free one.
 * Without a release it serves the next steps.
 * @throws {UserError} RELEASE_ALTERED · USAGE where the port is taken
 */
export async function startServer(publicDirectory: string, port: number): Promise<RunningServer> {
  const release = await openCurrentRelease(publicDirectory).catch((error: unknown) => {
    if (error instanceof UserError && error.code === 'RELEASE_MISSING') return undefined;
    throw error;
  });
  const dashboards = await loadDashboards();
  const slices = fontSlices(pageTexts(release?.manifest));
  void slices.made().catch(() => {});
  const app = createApp(currentSite(publicDirectory, dashboards), loadAssets(slices));
  return listen(app.fetch, port);
}

/** Listens on 127.0.0.1 and resolves once connections are taken. */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const server = createServer(getRequestListener(fetch, { errorHandler: requestProblem }));
    server.once('error', (cause: NodeJS.ErrnoException) => reject(portProblem(cause, port)));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('listening on no port');
      resolve({
        url: `http://127.0.0.1:${address.port}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function portProblem(cause: NodeJS.ErrnoException, port: number): unknown {
  if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') return cause;
  return new UserError(
    'USAGE',
    { ja: `ポート ${port} は使えません。`, en: `Port ${port} cannot be used.` },
    {
      hint: {
        ja: '別の番号を --port で指定してください。--port 0 なら空いている番号を選びます。',
        en: 'Give another one with --port; --port 0 takes a free one.',
      },
      cause,
    },
  );
}
