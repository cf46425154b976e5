import { expect, test } from 'vitest';
import { builtFrom } from '../../pipelines/fixture.ts';

test('a warehouse with nothing taken in builds, and every check passes on nothing', async () => {
  const { warehouse, report } = await builtFrom({});
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  expect(report.models.length).toBeGreaterThan(30);
  expect(await warehouse.rows('select * from core.calendar')).toEqual([]);
  warehouse.close();
});
