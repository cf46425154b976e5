import { loadSettings } from '#shared/config.ts';
import { defineCommand } from '#shared/define.ts';
import { requireHome } from '#shared/home.ts';
import { addDays, dateOf } from '#shared/month.ts';
import { scheduleDay } from './schedule/day.ts';
import { lookInside } from './today/inside.ts';
import { asJson, asText } from './today/report.ts';
import { waitingOn } from './today/waiting.ts';

/** Days back for which `kenpo today` tells what arrived. */
const recentDays = 31;

export default defineCommand({
  summary: {
    ja: '届いたもの・足りないもの・待っている仕事・受け取れなかったものを知らせる',
    en: 'what arrived, what is missing, what waits for whom, what was refused',
  },
  usage: 'kenpo today [--home DIR]',
  example: 'kenpo today --home ./society',
  options: {
    home: { type: 'string', value: 'DIR', summary: { ja: '組合のフォルダー', en: 'the home folder' } },
  },
  async run({ options, effects, json }) {
    const home = requireHome(options['home'], process.env);
    const settings = loadSettings(home);
    const day = await scheduleDay(home, settings, effects);
    const since = addDays(dateOf(effects.now()), -recentDays);
    const { unconfirmed, ...inside } = await lookInside(home, day, since);
    const waiting = await waitingOn(day, home, settings, unconfirmed);
    const report = { day, since, ...inside, waiting };
    effects.output(
      json ? `${JSON.stringify(asJson(report, effects.language))}\n` : asText(report, effects.language),
    );
    return 0;
  },
});
