import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listNames, openList } from '#private/lists/open.ts';
import { selectList } from '#private/lists/select.ts';
import { openForSelection } from '#private/warehouse.ts';
import { sampleHome } from '../fixtures/sample-home.ts';

const home = sampleHome();
const counts = z.record(z.string(), z.number());
const { lists } = z
  .object({
    lists: z.record(
      z.string(),
      z.record(z.string(), z.object({ asOf: z.string(), byLevel: counts, byReason: counts })),
    ),
  })
  .parse(JSON.parse(readFileSync(join(home.sample, 'planted.json'), 'utf8')));

describe.each(listNames().filter((name) => name in lists))('list %s', (name) => {
  test.each(Object.entries(lists[name]!))('%s: every planted level and reason', async (_, planted) => {
    const warehouse = await openForSelection(home.warehouse, home.tmp);
    try {
      const { counts: found } = await selectList(warehouse, await openList(name), planted.asOf);
      expect(someOf(found.byLevel)).toEqual(planted.byLevel);
      expect(someOf(found.byReason)).toEqual(planted.byReason);
    } finally {
      warehouse.close();
    }
  });

  test('the planted answers are not empty', () => {
    const levels = new Set(Object.values(lists[name]!).flatMap(({ byLevel }) => Object.keys(byLevel)));
    expect(levels.size).toBeGreaterThanOrEqual(name === 'guidance-overdue' ? 2 : 4);
  });
});

function someOf(all: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(all).filter(([, persons]) => persons > 0));
}
