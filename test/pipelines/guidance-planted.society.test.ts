import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readGuidanceProgress } from '#private/guidance/progress.ts';
import { openForCount } from '#private/warehouse.ts';
import { sampleHome } from '../fixtures/sample-home.ts';

const home = sampleHome();
/** Fiscal year → contractor → status → courses; `open` are those not yet evaluated. */
const { courses: planted } = z
  .object({ courses: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))) })
  .parse(JSON.parse(readFileSync(join(home.sample, 'planted.json'), 'utf8')));

const open = ['begun', 'interviewed', 'underway', 'overdue'];

test('every planted course of guidance, by contractor and by what became of it', async () => {
  const warehouse = await openForCount(home.warehouse, home.tmp);
  try {
    const { contractors } = await readGuidanceProgress(warehouse);
    const found: Record<string, Record<string, Record<string, number>>> = {};
    for (const { year, contractor, statuses } of contractors) {
      const byStatus: Record<string, number> = {};
      for (const [status, count] of Object.entries(statuses)) {
        if (count === 0) continue;
        const name = open.includes(status) ? 'open' : status;
        byStatus[name] = (byStatus[name] ?? 0) + count;
      }
      found[year] = { ...found[year], [contractor]: byStatus };
    }
    expect(found).toEqual(planted);
    const names = Object.values(planted).flatMap((year) => Object.values(year).flatMap(Object.keys));
    expect([...new Set(names)].sort()).toEqual(['completed', 'dropped', 'excluded', 'open', 'short']);
  } finally {
    warehouse.close();
  }
});
