import type { DatabaseSync } from 'node:sqlite';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import type { ScheduledTask } from '#shared/schedule-settings.ts';
import type { AuditEvent } from '../audit/chain.ts';
import { append, eventsOf } from '../chain.ts';
import { inOffice } from '../database.ts';
import type { Occurrence } from './calendar.ts';
import { type Claim, foldEvents, type Register, type ScheduleEvent, scheduleEvent } from './events.ts';

/** The register of scheduled runs (予定の実行簿): a chain of its own in the society's books. */
export function readRegister(home: Home): Register {
  return inOffice(home.office, read);
}

/** Enters the lines of the schedule that were never seen before: they count from the day `on`. */
export function noteTasks(home: Home, tasks: readonly ScheduledTask[], on: string, effects: Effects): void {
  inOffice(home.office, (office) => {
    const { since } = read(office);
    for (const { id } of tasks)
      if (!since.has(id)) enter(office, { event: 'noted', at: timeOf(effects), task: id, on }, id);
  });
}

/**
 * Claims a run before anything is made. A run claimed before and not finished keeps its claim: what its first attempt
 * left behind is found by the id of the draft, or by what was not there `before`.
 * @returns undefined where the run is finished
 */
export function claimRun(
  home: Home,
  { key, on }: Occurrence,
  offer: { readonly draft: string; readonly before: readonly string[] },
  effects: Effects,
): Claim | undefined {
  return inOffice(home.office, (office) => {
    const known = read(office).runs.get(key);
    if (known) return known.state === 'done' ? undefined : known.claim;
    const claim: Claim = {
      event: 'claimed',
      at: timeOf(effects),
      run: key,
      on,
      draft: offer.draft,
      before: [...offer.before],
    };
    enter(office, claim, key);
    return claim;
  });
}

/** Enters how a run ended. A finished run stays finished. */
export function endRun(
  home: Home,
  run: string,
  end: { readonly made: readonly string[] } | { readonly code: string },
  effects: Effects,
): void {
  inOffice(home.office, (office) => {
    if (read(office).runs.get(run)?.state === 'done') return;
    const at = timeOf(effects);
    if ('made' in end) enter(office, { event: 'done', at, run, made: [...end.made] }, run);
    else enter(office, { event: 'refused', at, run, code: end.code }, run);
  });
}

function read(office: DatabaseSync): Register {
  return foldEvents(eventsOf(office, 'schedule'));
}

function enter(office: DatabaseSync, event: ScheduleEvent, subject: string): void {
  const digest = append(office, 'schedule', scheduleEvent.parse(event));
  const audited: AuditEvent = { at: event.at, actor: 'schedule', action: 'schedule', subject, digest };
  append(office, 'audit', audited);
}

function timeOf(effects: Effects): string {
  return effects.now().toISOString();
}
