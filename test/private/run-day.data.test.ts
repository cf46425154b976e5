import { expect, test } from 'vitest';
import { runDay } from '#private/run-day.ts';
import { parseSettings } from '#shared/config.ts';
import { silentEffects } from '#shared/effects.ts';
import { emptyWarehouse, insertRows, settings } from '../pipelines/fixture.ts';

const demo = parseSettings('[society]\nname = "見本"\ninsurer_number = "06999991"\ndemo = true\n');
const effects = silentEffects(new Date('2026-11-20T16:00:00Z'));
const ledger = (file_id: number, as_of: string, kind = 'eligibility') => ({ file_id, kind, as_of });

test('a demo lives on the day after its newest ledger, every other society today in Japan', async () => {
  const warehouse = await emptyWarehouse();
  expect(await runDay(demo, warehouse, effects)).toBe('2026-11-21');
  await insertRows(warehouse, 'raw.file', [
    ledger(1, '2026-06-30'),
    ledger(2, '2026-02-28'),
    ledger(3, '2026-10-31', 'consent'),
  ]);
  expect(await runDay(demo, warehouse, effects)).toBe('2026-07-01');
  expect(await runDay(settings, warehouse, effects)).toBe('2026-11-21');
  warehouse.close();
});
