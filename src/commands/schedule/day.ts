import { existsSync } from 'node:fs';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { dateOf } from '#shared/month.ts';

/**
 * The day the schedule and `kenpo today` live in: today in Japan; in a demo, whose files end at some day, the day after
 * its last ledger.
 */
export async function scheduleDay(home: Home, settings: Settings, effects: Effects): Promise<string> {
  if (!settings.society.demo || !existsSync(home.warehouse)) return dateOf(effects.now());
  const { openForCount } = await import('#private/warehouse.ts');
  const { runDay } = await import('#private/run-day.ts');
  const warehouse = await openForCount(home.warehouse, home.tmp);
  try {
    return await runDay(settings, warehouse, effects);
  } finally {
    warehouse.close();
  }
}
