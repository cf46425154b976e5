import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from 'hono';
import { sha256 } from '#shared/fingerprint.ts';
import { fontAssets } from './fonts/assets.ts';
import type { FontSlices } from './fonts/slices.ts';

/** Answers a request below `/assets/`; undefined where there is no such file. */
export type Assets = (context: Context) => Promise<Response | undefined>;

type Asset = { readonly type: string; readonly body: () => Promise<string | Uint8Array<ArrayBuffer>> };

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28" fill="none" stroke="#0055ad" stroke-width="3" stroke-linecap="round"><circle cx="12" cy="12" r="8.5"/><path d="M18.5 18.5 25 25M12 8v8M8 12h8"/></svg>';

/** Everything a browser loads besides pages and data: style, scripts, pictures, fonts. All from this machine. */
export function loadAssets(slices: FontSlices): Assets {
  const files = new Map<string, Asset>([
    ['style.css', { type: 'text/css; charset=UTF-8', body: async () => style(slices) }],
    ['icon.svg', { type: 'image/svg+xml', body: async () => icon }],
    ['client.js', script(join(here, 'client', 'client.js'))],
    ['vega.js', script(join(packageFolder('vega'), 'build', 'vega.min.js'))],
    ['vega-interpreter.js', script(join(packageFolder('vega-interpreter'), 'build', 'vega-interpreter.js'))],
    ...readdirSync(join(here, 'pictures')).map((name) => [`pictures/${name}`, picture(name)] as const),
    ...fontAssets(slices).map(({ name, type, bytes }) => [`fonts/${name}`, { type, body: bytes }] as const),
  ]);
  const tags = new Map<string, string>();
  return async (context) => {
    const name = context.req.path.slice('/assets/'.length);
    const asset = files.get(name);
    if (asset === undefined) return undefined;
    const body = await asset.body();
    const tag = tags.get(name) ?? `"${sha256(body).slice(0, 32)}"`;
    tags.set(name, tag);
    const headers = { 'content-type': asset.type, etag: tag, 'cache-control': 'no-cache' };
    if (context.req.header('if-none-match') === tag) return context.body(null, 304, headers);
    return context.body(body, 200, headers);
  };
}

/**
 * A browser cannot resolve the bare name `vega-util` (an import map would be inline script); `vega.js` carries the
 * same functions as a global.
 */
function script(path: string): Asset {
  const text = readFileSync(path, 'utf8')
    .replace(/import (\{[^}]*\}) from 'vega-util';/, 'const $1 = globalThis.vega;')
    .replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
  return { type: 'text/javascript; charset=UTF-8', body: async () => text };
}

function picture(name: string): Asset {
  const bytes = new Uint8Array(readFileSync(join(here, 'pictures', name)));
  return { type: 'image/png', body: async () => bytes };
}

/** Folder of an installed package; its own `exports` may not name the file we serve. */
function packageFolder(name: string): string {
  const folders = require.resolve.paths(name)?.map((folder) => join(folder, name)) ?? [];
  const found = folders.find((folder) => existsSync(join(folder, 'package.json')));
  if (found === undefined) throw new Error(`package ${name} is not installed`);
  return found;
}

function style(slices: FontSlices): string {
  const folder = join(here, 'styles');
  const sheets = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return [slices.faces, ...sheets].join('\n');
}
