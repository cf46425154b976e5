import type { ScheduledTask } from '#shared/schedule-settings.ts';
import { type Occurrence, occurrences } from './calendar.ts';
import type { Register } from './events.ts';

/** A run that was refused until its days were over. */
export type Lapsed = Occurrence & { readonly code: string };

/**
 * The runs to be done on a day, oldest first: due since their line was first seen and not finished. One that was refused
 * is due again while its days last; one that nobody tried (the machine was off) is tried once however late.
 */
export function dueRuns(tasks: readonly ScheduledTask[], register: Register, today: string): Occurrence[] {
  return unfinished(tasks, register, today).filter((one) => !isLapsed(one, register, today));
}

/** The runs that were refused and are no longer tried. */
export function lapsedRuns(tasks: readonly ScheduledTask[], register: Register, today: string): Lapsed[] {
  return unfinished(tasks, register, today)
    .filter((one) => isLapsed(one, register, today))
    .map((one) => ({ ...one, code: register.runs.get(one.key)?.code ?? '' }));
}

function unfinished(tasks: readonly ScheduledTask[], register: Register, today: string): Occurrence[] {
  const first = tasks.map(({ id }) => register.since.get(id) ?? today).sort()[0] ?? today;
  return occurrences(tasks, first, today).filter(
    ({ key, on, task }) =>
      on >= (register.since.get(task.id) ?? today) && register.runs.get(key)?.state !== 'done',
  );
}

function isLapsed({ key, until }: Occurrence, register: Register, today: string): boolean {
  return today > until && register.runs.get(key)?.state === 'refused';
}
