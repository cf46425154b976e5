import { occurrences } from '#office/schedule/calendar.ts';
import { reportFailure } from '#shared/cli/report.ts';
import { loadSettings, type Settings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import type { Effects } from '#shared/effects.ts';
import { UserError } from '#shared/errors.ts';
import { type Home, requireHome } from '#shared/home.ts';
import { scheduleDay } from './schedule/day.ts';
import { makers } from './schedule/makers.ts';
import { runDue } from './schedule/run-due.ts';
import { titlesOf } from './schedule/title.ts';
import { calendarText, resultAsJson, resultsText, runAsJson } from './schedule/words.ts';

export default defineCommand({
  summary: {
    ja: 'society.toml の予定のうち、期日の来た仕事を行う',
    en: 'do the work of society.toml that is due',
  },
  usage: 'kenpo schedule [--simulate YEAR] [--home DIR]',
  example: 'kenpo schedule --simulate 2026 --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
    simulate: {
      type: 'string',
      value: 'YEAR',
      summary: {
        ja: 'その年（1月〜12月）の予定表を見せるだけで、何もしない',
        en: 'only show the calendar of that year (January to December)',
      },
    },
  },
  async run({ options, effects, json }) {
    const home = requireHome(options['home'], process.env);
    const settings = loadSettings(home);
    if (options['simulate'] !== undefined) return simulate(settings, options['simulate'], effects, json);
    return doWhatIsDue(home, settings, effects, json);
  },
});

async function simulate(
  settings: Settings,
  option: string | boolean,
  effects: Effects,
  json: boolean,
): Promise<number> {
  const year = Number(option);
  if (!/^[12]\d{3}$/.test(String(option))) {
    throw new UserError('USAGE', {
      ja: '--simulate には西暦の年を4桁で指定してください。',
      en: '--simulate takes a year of four digits.',
    });
  }
  const runs = occurrences(settings.schedule, `${year}-01-01`, `${year}-12-31`);
  const titles = await titlesOf(settings.schedule.map(({ task }) => task));
  const { language } = effects;
  effects.output(
    json
      ? `${JSON.stringify({ year, runs: runs.map((run) => runAsJson(run, titles, language)) })}\n`
      : calendarText(year, runs, titles, language),
  );
  return 0;
}

/** @returns the exit code of the first run that did not end well */
async function doWhatIsDue(home: Home, settings: Settings, effects: Effects, json: boolean): Promise<number> {
  const day = await scheduleDay(home, settings, effects);
  const results = await runDue(home, settings, day, makers, effects);
  const codes = results.flatMap(({ error }) =>
    error === undefined ? [] : [reportFailure(error, effects, false)],
  );
  const titles = await titlesOf(settings.schedule.map(({ task }) => task));
  const { language } = effects;
  effects.output(
    json
      ? `${JSON.stringify({ day, runs: results.map((result) => resultAsJson(result, titles, language)) })}\n`
      : resultsText(day, results, titles, language),
  );
  return codes[0] ?? 0;
}
