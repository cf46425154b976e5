import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureRawTables } from '#private/intake/sources.ts';
import { buildWarehouse } from '#private/models/build.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { homeOf } from '#shared/home.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { insertRows, settings } from '../pipelines/fixture.ts';
import { intensive, type Measured, rowsOfPersons, sound, without } from '../pipelines/guidance-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-changes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const home = homeOf(folder);
writeFileSync(home.settings, '[society]\nname = "試験組合"\ninsurer_number = "06999991"\n');
mkdirSync(home.tmp, { recursive: true });

const both = (before: Measured, now: Measured) =>
  ({
    checkups: [
      ['2024-05-01', before],
      ['2025-05-01', now],
    ],
  }) as const;
const changes = (...args: readonly string[]) => kenpo('changes', '--home', folder, ...args);

test('before anything came in it says what to do', () => {
  const { code, err } = changes();
  expect(code).toBe(13);
  expect(err).toContain('kenpo ingest');
});

test.each(['25', 'R7', '1999'])('%s is no fiscal year', (year) => {
  const { code, err } = changes('--year', year);
  expect(code).toBe(2);
  expect(err).toContain('kenpo changes --year 2025');
});

describe('with persons examined in two years', () => {
  beforeAll(async () => {
    const warehouse = await openForBuild(home.warehouse);
    await ensureRawTables(warehouse);
    const people = [
      both({ ...sound, sbp: 139 }, { ...sound, sbp: 140 }),
      both({ ...sound, sbp: 140 }, { ...sound, sbp: 129 }),
      both({ ...sound, sbp: 140 }, without(sound, 'sbp', 'dbp')),
      both(intensive, sound),
    ];
    for (const [table, rows] of Object.entries(rowsOfPersons(people)))
      await insertRows(warehouse, `raw."${table}"`, rows);
    await insertRows(warehouse, 'raw.batch_confirmation', [{ file_id: 6 }, { file_id: 7 }]);
    await buildWarehouse(warehouse, settings, silentEffects(new Date('2025-12-01T09:00:00')));
    warehouse.close();
  });

  test('level to level and risk to risk, of those judged in both years', () => {
    const { years } = JSON.parse(changes('--json').out);
    expect(years).toHaveLength(1);
    const [{ year, levels, items }] = years;
    expect(year).toBe(2025);
    expect(levels).toContainEqual({ from: 'intensive', to: 'information', persons: 1 });
    const { steps } = items.find(({ item }: { item: string }) => item === 'sbp');
    expect(steps).toContainEqual({ from: 'guidance', to: 'referral', persons: 1 });
    expect(steps).toContainEqual({ from: 'referral', to: 'within', persons: 1 });
    const of = (all: readonly { persons: number }[]) => all.reduce((sum, { persons }) => sum + persons, 0);
    expect(of(steps)).toBe(3);
    expect(of(levels)).toBe(4);
  });

  test('in words, in both languages', () => {
    expect(changes().out).toMatch(/収縮期血圧 +受診勧奨判定値 +1 +0 +0/);
    expect(changes().out).toMatch(/積極的支援 +0 +/);
    const { out } = changes('--lang', 'en');
    expect(out).toMatch(/Systolic pressure +guidance limit +1 +0 +1/);
    expect(out).not.toMatch(/\p{Script=Han}/u);
  });

  test('a year nobody comes from', () => {
    expect(changes('--year', '2024').out).toContain('まだいません');
    expect(JSON.parse(changes('--year', '2024', '--json').out)).toEqual({ years: [] });
  });
});
