import { z } from 'zod';

const whole = z.number().int();

const fields = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  task: z.string().regex(/^(release|(list|notice|report):[a-z][a-z-]{0,39})$/),
  every: z.enum(['month', 'year']),
  month: whole.min(1).max(12).optional(),
  day: whole.min(1).max(31),
  lag: whole.min(0).max(36).optional(),
  months: whole.min(1).max(24).optional(),
  per: z.enum(['person', 'household']).optional(),
  window_days: whole.min(0).max(366).default(31),
});

/** `[[schedule]]` of society.toml: which work is due when (予定). The names must differ: a name marks what was done. */
export const scheduleSchema = z
  .array(fields.superRefine(fitsTask).transform(toTask))
  .refine((tasks) => new Set(tasks.map(({ id }) => id)).size === tasks.length, 'id must be unique')
  .default([]);

/**
 * One line of the schedule. `lag`: months from the newest month covered to the month of the run (a list without it is
 * of the day of the run); `months`: how many
 * months are covered; `windowDays`: how long a refused run is tried again.
 */
export type ScheduledTask = ReturnType<typeof toTask>;

type Fields = z.infer<typeof fields>;

function fitsTask(table: Fields, context: z.RefinementCtx): void {
  const refuse = (key: keyof Fields, message: string) =>
    context.addIssue({ code: 'custom', path: [key], message });
  if ((table.every === 'year') !== (table.month !== undefined))
    refuse('month', 'needed with every = "year", and only there');
  const kind = kindOf(table.task);
  if (kind !== 'notice') {
    if (table.months !== undefined) refuse('months', 'only for a notice');
    if (table.per !== undefined) refuse('per', 'only for a notice');
  }
  if (kind === 'release' && table.lag !== undefined) refuse('lag', 'not for a release');
  if (kind === 'list' && table.lag === 0) refuse('lag', 'at least 1 for a list');
  if ((kind === 'notice' || kind === 'report') && table.lag === undefined)
    refuse('lag', 'needed for a notice or a report');
}

function toTask(table: Fields) {
  return {
    id: table.id,
    task: table.task,
    kind: kindOf(table.task),
    name: table.task.slice(table.task.indexOf(':') + 1),
    month: table.month,
    day: table.day,
    lag: table.lag,
    months: table.months ?? 1,
    per: table.per,
    windowDays: table.window_days,
  };
}

function kindOf(task: string): 'list' | 'notice' | 'report' | 'release' {
  const [kind] = task.split(':');
  return kind === 'list' || kind === 'notice' || kind === 'report' ? kind : 'release';
}
