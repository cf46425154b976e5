import { draftState } from '#office/ledger/read.ts';
import type { Occurrence } from '#office/schedule/calendar.ts';
import { dueRuns } from '#office/schedule/due.ts';
import { claimRun, endRun, noteTasks, readRegister } from '#office/schedule/register.ts';
import { newDraftId } from '#private/documents/random-id.ts';
import { withLock } from '#private/home-lock.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import type { ScheduledTask } from '#shared/schedule-settings.ts';
import { type ClaimedRun, type Maker, releaseIds } from './make.ts';

/** How one due run ended: `made` are ids; `error` is a refusal, or a defect that will be tried again. */
export type RunResult = {
  readonly run: Occurrence;
  readonly made: readonly string[];
  readonly error?: unknown;
};

/**
 * Does every run that is due on the day `today`, oldest first, each exactly once: a run is claimed in the register with
 * the id its draft will have, made, and entered as done. Killed in between, the next call finds what was made by that id
 * or makes it under the same id. A refused run does not stop the others.
 * @throws {UserError} HOME_IN_USE while another process does the same
 */
export async function runDue(
  home: Home,
  settings: Settings,
  today: string,
  makers: Readonly<Record<ScheduledTask['kind'], Maker>>,
  effects: Effects,
): Promise<RunResult[]> {
  return withLock(home.scheduleInUse, async () => {
    noteTasks(home, settings.schedule, today, effects);
    const results: RunResult[] = [];
    for (const run of dueRuns(settings.schedule, readRegister(home), today)) {
      const { on, task } = run;
      effects.progress(`${on} ${task.task}`, results.length);
      results.push(await attempt(run, home, settings, makers[task.kind], effects));
    }
    return results;
  });
}

async function attempt(
  run: Occurrence,
  home: Home,
  settings: Settings,
  make: Maker,
  effects: Effects,
): Promise<RunResult> {
  const claim = claimRun(home, run, { draft: newDraftId(), before: releaseIds(home) }, effects);
  if (claim === undefined) return { run, made: [] };
  const claimed = { ...run, draft: claim.draft, before: claim.before };
  try {
    const made = alreadyMade(claimed, home) ?? (await make(claimed, home, settings, effects));
    endRun(home, run.key, { made }, effects);
    return { run, made };
  } catch (error) {
    if (isRefusal(error)) endRun(home, run.key, { code: error.code }, effects);
    return { run, made: [], error };
  }
}

/** What an attempt that was stopped had made to the end. */
function alreadyMade({ task, draft, before }: ClaimedRun, home: Home): readonly string[] | undefined {
  if (task.kind !== 'release') return draftState(home, draft) === undefined ? undefined : [draft];
  const made = releaseIds(home).filter((id) => !before.includes(id));
  return made.length === 0 ? undefined : made;
}

/** The machine's trouble (exit codes 1 and 2) is no answer to a run: it stays claimed and is tried again. */
function isRefusal(error: unknown): error is UserError {
  return error instanceof UserError && error.exitCode >= 10;
}
