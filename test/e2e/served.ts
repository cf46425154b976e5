import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, startServer } from '../../src/public/server.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { plausibleContent } from '../public/plausible-release.ts';
import { publishSample } from '../release/sample-release.ts';

/** Where pictures of pages go. */
export const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));
/** What the accessibility check asks for. */
export const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A browser and a plausible release on a server, while the tests of a file run. */
export function serveRelease(): { readonly browser: () => Browser; readonly url: () => string } {
  const home = mkdtempSync(join(tmpdir(), 'kenpo-e2e-'));
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    publishSample(home, await plausibleContent({ years: [2024, 2025], members: 3000 }));
    [browser, server] = await Promise.all([launchBrowser(), startServer(home, 0)]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), server?.close()]);
    rmSync(home, { recursive: true });
  });
  return { browser: () => browser, url: () => server.url };
}
