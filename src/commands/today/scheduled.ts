import { periodText } from '#office/schedule/calendar.ts';
import { dueRuns, lapsedRuns } from '#office/schedule/due.ts';
import { readRegister } from '#office/schedule/register.ts';
import type { Settings } from '#shared/config.ts';
import type { Home } from '#shared/home.ts';
import { addDays } from '#shared/month.ts';
import type { Titles } from '../schedule/title.ts';
import { command, type Item, item, named } from './item.ts';

/** Days for which a run that could not be done is still told. */
const lapsedDays = 62;

/** The runs of the schedule that are due, that were refused, and that nobody could do in time. */
export function scheduled(day: string, home: Home, { schedule }: Settings, titles: Titles): Item[] {
  const register = readRegister(home);
  const due = dueRuns(schedule, register, day).map(({ key, on, task, period }) => {
    const what = named(titles, task.task, periodText(period));
    const refused = register.runs.get(key)?.code;
    if (refused === undefined) {
      const text = { ja: `${on} が期日の仕事があります: ${what.ja}`, en: `Due on ${on}: ${what.en}` };
      return item('schedule', text, command('schedule'), key);
    }
    const text = {
      ja: `${on} が期日の仕事ができませんでした（${refused}）: ${what.ja}`,
      en: `Due on ${on} and refused (${refused}): ${what.en}`,
    };
    const hint = {
      ja: 'kenpo schedule を実行すると、理由と直し方が出ます。直すと、次の実行でやり直します。',
      en: 'kenpo schedule says why and how to mend it; it is tried again with the next run.',
    };
    return item('schedule-refused', text, hint, key);
  });
  const recent = lapsedRuns(schedule, register, day).filter(
    ({ until }) => until >= addDays(day, -lapsedDays),
  );
  const lapsed = recent.map(({ key, on, until, code, task, period }) => {
    const what = named(titles, task.task, periodText(period));
    const text = {
      ja: `${on} が期日の仕事は、できないまま期限（${until}）を過ぎました（${code}）: ${what.ja}`,
      en: `Due on ${on}, refused (${code}) until its last day ${until}: ${what.en}`,
    };
    const hint = {
      ja: '必要なら kenpo list・notice・report・release を直接実行してください。予定からは、もう実行しません。',
      en: 'If it is still needed, run kenpo list, notice, report or release yourself; the schedule will not.',
    };
    return item('schedule-lapsed', text, hint, key);
  });
  return [...due, ...lapsed];
}
