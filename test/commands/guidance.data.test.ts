import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GuidanceProgress } from '#private/guidance/progress.ts';
import { ensureRawTables } from '#private/intake/sources.ts';
import { buildWarehouse } from '#private/models/build.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import { homeOf } from '#shared/home.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { insertRows, settings } from '../pipelines/fixture.ts';
import { people } from '../pipelines/guidance-people.ts';
import { rowsOfPersons } from '../pipelines/guidance-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'kenpo-guidance-'));
afterAll(() => rmSync(folder, { recursive: true }));
const home = homeOf(folder);
writeFileSync(home.settings, '[society]\nname = "試験組合"\ninsurer_number = "06999991"\n');
mkdirSync(home.tmp, { recursive: true });

async function fill(): Promise<void> {
  const warehouse = await openForBuild(home.warehouse);
  await ensureRawTables(warehouse);
  const raw = rowsOfPersons(Object.values(people));
  for (const [table, rows] of Object.entries(raw)) await insertRows(warehouse, `raw."${table}"`, rows);
  const bill = { file_id: 7, kind: 'guidance', institution: '1320000001' };
  await insertRows(warehouse, 'raw.checkup_claim', [
    { ...bill, claim_seq: 901, key_base: 'base-1', claim_yen: 8_000 },
    { ...bill, claim_seq: 902, key_base: 'base-1', institution: '1320000002', claim_yen: 12_345 },
    { ...bill, claim_seq: 903, key_base: 'unknown', claim_yen: 500 },
  ]);
  const files = [6, 7, 9].map((file_id) => ({ file_id }));
  await insertRows(warehouse, 'raw.batch_confirmation', files);
  await buildWarehouse(warehouse, settings, silentEffects(new Date('2025-12-01T09:00:00')));
  warehouse.close();
}

test('before anything came in it says what to do', () => {
  const { code, err } = kenpo('guidance', '--home', folder);
  expect(code).toBe(13);
  expect(err).toContain('kenpo ingest');
});

test('a year that is none is refused', () => {
  const { code, err } = kenpo('guidance', '--year', 'R7', '--home', folder);
  expect(code).toBe(2);
  expect(err).toContain('--year 2025');
});

describe('with guidance', () => {
  beforeAll(fill);

  test('by contractor: where courses stand, what differs, what was billed without a record', () => {
    const { code, out } = kenpo('guidance', '--home', folder);
    expect(code).toBe(0);
    const { targets, contractors }: GuidanceProgress = JSON.parse(
      kenpo('guidance', '--home', folder, '--json').out,
    );
    const target = targets.find(({ year }) => year === 2025)!;
    const one = contractors.find(({ year }) => year === 2025)!;
    expect(one.statuses['overdue']).toBeGreaterThan(one.statuses['underway']!);
    expect(one.differ.points).toBe(2);
    const row = (...cells: readonly (string | number)[]) => new RegExp(`${cells.join(' +')}(\\n| +\\d)`);
    const name = `2025 ${one.contractor}`;
    expect(out).toMatch(row(2025, '積極的支援', target.persons, ...Object.values(target.stages)));
    expect(out).toMatch(
      row(name, one.courses, ...Object.values(one.statuses), one.silent, one.lastDocumentOn),
    );
    expect(out).toMatch(row(name, one.pointsCompared, ...Object.values(one.differ)));
    expect(out).toMatch(/1320000001 +2 +8,500 +1 +500/);
    expect(out).toMatch(/1320000002 +1 +12,345 +1 +12,345/);
    expect(out).toContain('加入者と結び付かない記録: 2 件（該当者なし 1、その日に資格なし 1）');
  });

  test('one year, in English, and as JSON', () => {
    const { out } = kenpo('guidance', '--year', '2024', '--home', folder, '--lang', 'en');
    expect(out).toContain('2024 1320000001');
    expect(out).not.toContain('2025 1320000001');
    expect(out).not.toMatch(/\p{Script=Han}/u);
    const { contractors, claims } = JSON.parse(kenpo('guidance', '--home', folder, '--json').out);
    expect(contractors.map(({ year }: { year: number }) => year)).toEqual([2024, 2025]);
    expect(claims[1]).toEqual({
      contractor: '1320000002',
      claims: 1,
      yen: 12_345,
      withoutRecord: 1,
      yenWithoutRecord: 12_345,
    });
  });
});
