import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import { dateOf } from '#shared/month.ts';
import type { Warehouse } from './warehouse.ts';

/**
 * The day a list or a notice describes where nobody names one: today; in a demo home the day after its newest ledger,
 * because its society stands still.
 * @returns `YYYY-MM-DD`
 */
export async function runDay(settings: Settings, warehouse: Warehouse, effects: Effects): Promise<string> {
  if (settings.society.demo) {
    const [newest] = await warehouse.rows(
      "select max(as_of) + 1 as day from raw.file where kind = 'eligibility'",
    );
    const day = newest?.['day'];
    if (typeof day === 'string') return day;
  }
  return dateOf(effects.now());
}
