import { UserError } from '#shared/errors.ts';
import type { ScheduledTask } from '#shared/schedule-settings.ts';
import type { Maker } from './make.ts';

const maker = 'schedule';

const list: Maker = async ({ task, period, draft }, home, settings, effects) => {
  if (period === undefined || !('asOf' in period)) throw new Error('a list is made for a day');
  const { makeList } = await import('#private/lists/make.ts');
  const order = { list: task.name, asOf: period.asOf, maker, draft };
  return [(await makeList(home, order, settings, effects)).id];
};

const notice: Maker = async ({ task, period, draft }, home, settings, effects) => {
  if (period === undefined || !('from' in period)) throw new Error('a notice covers months');
  const { draftNotice } = await import('#private/notices/run.ts');
  const order = { notice: task.name, ...period, per: task.per, maker, draft };
  return [(await draftNotice(home, settings, order, effects)).id];
};

const release: Maker = async (_run, home, settings, effects) => {
  const { recordRelease } = await import('../release.ts');
  return [(await recordRelease(home, settings, maker, effects)).id];
};

/** Every unit's report of the year; the same release again gives the same numbers and files. */
const report: Maker = async ({ task, period }, home, settings, effects) => {
  if (period === undefined || !('fiscalYear' in period)) throw new Error('a report is about a fiscal year');
  if (task.name !== 'employer') throw noReport();
  const { makeReports } = await import('../report/make.ts');
  const order = { period: String(period.fiscalYear), unit: undefined, maker };
  const { reports } = await makeReports(home, settings, order, effects);
  return reports.flatMap(({ numbers }) => numbers);
};

/** What each kind of work of the schedule makes; drafts and candidates wait for a person. */
export const makers: Readonly<Record<ScheduledTask['kind'], Maker>> = { list, notice, release, report };

function noReport(): UserError {
  return new UserError(
    'NOT_FOUND',
    {
      ja: 'その名前のレポートはありません。何も作っていません。',
      en: 'There is no report of this name. Nothing was made.',
    },
    {
      hint: {
        ja: 'society.toml の task を report:employer にしてください。',
        en: 'Use task = "report:employer".',
      },
    },
  );
}
