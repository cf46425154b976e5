import { addDays, addMonths, fiscalYear, type Month, monthIndex } from '#shared/month.ts';
import type { ScheduledTask } from '#shared/schedule-settings.ts';

/** What one run covers: months of care (letters), the day a list is made for, a fiscal year (reports), or nothing. */
export type Period =
  | { readonly from: Month; readonly to: Month }
  | { readonly asOf: string }
  | { readonly fiscalYear: number }
  | undefined;

/** One run as the calendar has it. `key` names it for ever: the line of the schedule and its month or year. */
export type Occurrence = {
  readonly key: string;
  readonly task: ScheduledTask;
  /** Day the run is due, `YYYY-MM-DD`. */
  readonly on: string;
  /** Last day on which a refused run is tried again. */
  readonly until: string;
  readonly period: Period;
};

/**
 * Every run due from the day `from` to the day `to` (both included), in order of the days, on one day in order of
 * society.toml. A day a month does not have is its last day.
 */
export function occurrences(tasks: readonly ScheduledTask[], from: string, to: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (let month = from.slice(0, 7) as Month; month <= to.slice(0, 7); month = addMonths(month, 1))
    for (const task of tasks)
      if (task.month === undefined || task.month === (monthIndex(month) % 12) + 1)
        found.push(occurrence(task, month));
  return found.filter(({ on }) => on >= from && on <= to).sort((a, b) => compare(a.on, b.on));
}

function occurrence(task: ScheduledTask, month: Month): Occurrence {
  const on = dayOf(month, task.day);
  return {
    key: `${task.id}@${task.month === undefined ? month : month.slice(0, 4)}`,
    task,
    on,
    until: addDays(on, task.windowDays),
    period: periodOf(task, month, on),
  };
}

function periodOf(task: ScheduledTask, month: Month, on: string): Period {
  if (task.kind === 'list' && task.lag === undefined) return { asOf: on };
  const newest = addMonths(month, -(task.lag ?? 0));
  if (task.kind === 'list') return { asOf: dayOf(newest, 31) };
  if (task.kind === 'notice') return { from: addMonths(newest, 1 - task.months), to: newest };
  return task.kind === 'report' ? { fiscalYear: fiscalYear(newest) } : undefined;
}

/** The period as text: `2026-04`, `2025-04/2026-03`, `2026-04-01`, `2025`; empty for a release. */
export function periodText(period: Period): string {
  if (period === undefined) return '';
  if ('asOf' in period) return period.asOf;
  if ('fiscalYear' in period) return String(period.fiscalYear);
  return period.from === period.to ? period.to : `${period.from}/${period.to}`;
}

function dayOf(month: Month, day: number): string {
  const index = monthIndex(month);
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return `${month}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
