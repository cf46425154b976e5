import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openCurrentRelease } from '#release/read.ts';
import type { Dashboards } from './dashboards.ts';
import { type Site, siteOf } from './site.ts';

/** Gives the site of the current release; a release approved meanwhile is taken up with the next request. */
export type CurrentSite = () => Promise<Site>;

/**
 * Opens the current release when `public/current` changed, and verifies it whole each time.
 * @throws {UserError} RELEASE_MISSING, RELEASE_ALTERED
 */
export function currentSite(publicDirectory: string, dashboards: Dashboards): CurrentSite {
  let opened: { readonly stamp: string; readonly site: Promise<Site> } | undefined;
  return async () => {
    const stamp = stampOf(join(publicDirectory, 'current'));
    if (opened?.stamp !== stamp) {
      const site = openCurrentRelease(publicDirectory).then((release) => siteOf(release, dashboards));
      opened = { stamp, site };
      site.catch(() => {
        if (opened?.site === site) opened = undefined;
      });
    }
    return opened.site;
  };
}

function stampOf(path: string): string {
  const state = statSync(path, { throwIfNoEntry: false });
  return state === undefined ? 'none' : `${state.ino} ${state.mtimeMs} ${state.size}`;
}
