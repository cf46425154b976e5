import { existsSync, readdirSync } from 'node:fs';
import type { Occurrence } from '#office/schedule/calendar.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';

/** A run that was claimed: what it is, the id its draft will have, and the releases that were there before. */
export type ClaimedRun = Pick<Occurrence, 'task' | 'period'> & {
  readonly draft: string;
  readonly before: readonly string[];
};

/** Makes what one run is to make; returns the ids of the draft, candidate or documents. */
export type Maker = (
  run: ClaimedRun,
  home: Home,
  settings: Settings,
  effects: Effects,
) => Promise<readonly string[]>;

/** Ids of all releases and candidates of a home. */
export function releaseIds(home: Home): string[] {
  return [home.candidates, home.releases]
    .flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
    .filter((name) => !name.startsWith('.'))
    .sort();
}
