import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { scheduleText } from '#office/schedule-template.ts';
import { kenpo } from '../../fixtures/kenpo.ts';

const calendar = z.object({
  year: z.number(),
  runs: z.array(z.record(z.string(), z.string().nullable())),
});

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'kenpo-simulate-'));
  const head = '[society]\nname = "みほん"\ninsurer_number = "06999991"\n';
  writeFileSync(join(home, 'society.toml'), head + scheduleText(true));
});
afterAll(() => rmSync(home, { recursive: true }));

const simulate = (...more: string[]) => kenpo('schedule', '--home', home, '--simulate', ...more);

it('shows the calendar of a year in order, by name, and touches nothing', () => {
  const run = simulate('2026', '--json');
  expect(run.code).toBe(0);
  const { year, runs } = calendar.parse(JSON.parse(run.out));
  expect(year).toBe(2026);
  expect(runs.map(({ on }) => on)).toEqual(runs.map(({ on }) => on).sort());
  expect(runs.filter(({ task }) => task === 'list:guidance')).toHaveLength(12);
  expect(runs.find(({ task }) => task === 'notice:medical-cost')).toMatchObject({
    on: '2026-02-10',
    period: '2025-01/2025-12',
    per: 'household',
    title: '医療費通知',
  });
  expect(runs.find(({ task }) => task === 'report:employer')).toMatchObject({ period: '2025' });
  expect(readdirSync(home)).toEqual(['society.toml']);
});

it('speaks Japanese, and refuses what is no year', () => {
  expect(simulate('2026').out).toContain('2026-02-10  医療費通知');
  for (const year of ['26', 'x', '20260', '9999']) {
    const run = simulate(year);
    expect([run.code, run.out]).toEqual([2, '']);
  }
});
