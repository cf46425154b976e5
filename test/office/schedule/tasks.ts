import { parseSettings } from '#shared/config.ts';
import type { ScheduledTask } from '#shared/schedule-settings.ts';

/** The schedule of a society.toml that holds these lines. */
export function tasksOf(...tables: readonly string[]): readonly ScheduledTask[] {
  const head = '[society]\nname = "みほん"\ninsurer_number = "06999991"\n';
  return parseSettings(head + tables.map((table) => `[[schedule]]\n${table}\n`).join('')).schedule;
}

export const monthlyLetter =
  'id = "letter"\ntask = "notice:generic"\nevery = "month"\nday = 31\nlag = 3\nwindow_days = 10';
export const yearlyLetter =
  'id = "tax"\ntask = "notice:medical-cost"\nevery = "year"\nmonth = 2\nday = 29\nlag = 2\nmonths = 12\nper = "household"';
export const yearlyList = 'id = "guidance"\ntask = "list:guidance"\nevery = "year"\nmonth = 8\nday = 1';
export const monthlyRelease = 'id = "release"\ntask = "release"\nevery = "month"\nday = 5';
export const yearlyReport =
  'id = "report"\ntask = "report:employer"\nevery = "year"\nmonth = 7\nday = 1\nlag = 4';
