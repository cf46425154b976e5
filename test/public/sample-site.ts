import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { openCurrentRelease, type Release } from '#release/read.ts';
import type { ReleaseContent } from '#release/write.ts';
import { createApp } from '../../src/public/app.ts';
import { loadAssets } from '../../src/public/assets.ts';
import { loadDashboards } from '../../src/public/dashboards.ts';
import { fontSlices } from '../../src/public/fonts/slices.ts';
import { type Site, siteOf } from '../../src/public/site.ts';
import { publishSample } from '../release/sample-release.ts';
import { plausibleContent } from './plausible-release.ts';

/** An opened, verified release of plausible figures; its files are gone again. */
export async function sampleRelease(content?: ReleaseContent): Promise<Release> {
  const directory = mkdtempSync(join(tmpdir(), 'kenpo-release-'));
  try {
    publishSample(directory, content ?? (await plausibleContent({ years: [2024, 2025] })));
    return await openCurrentRelease(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export async function sampleSite(release?: Release): Promise<Site> {
  return siteOf(release ?? (await sampleRelease()), await loadDashboards());
}

/** The server's application over a site, without a socket. */
export function appOf(site: Site | (() => Promise<Site>)): Hono {
  const current = typeof site === 'function' ? site : async () => site;
  return createApp(current, loadAssets(fontSlices('あ')));
}

/** Answers as a browser on this machine would get them. */
export function get(app: Hono, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { host: '127.0.0.1:4600', ...Object.fromEntries(new Headers(init.headers)) };
  return Promise.resolve(app.request(`http://127.0.0.1:4600${path}`, { ...init, headers }));
}

/** Every page a site has, by links from its front page (both languages, filters included up to `limit`). */
export async function everyPage(app: Hono, limit = 400): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  const waiting = ['/'];
  while (waiting.length > 0 && pages.size < limit) {
    const path = waiting.shift() ?? '';
    if (pages.has(path)) continue;
    const answer = await get(app, path);
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    const text = await answer.text();
    pages.set(path, text);
    waiting.push(...linksOf(text).filter((link) => !link.startsWith('/api') && !link.startsWith('/assets')));
  }
  return pages;
}

/** Addresses inside the site that a page links to, without their fragment. */
export function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/<a [^>]*?href="([^"]+)"/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&').replace(/#.*$/, ''))
    .filter((link) => link !== '');
}
