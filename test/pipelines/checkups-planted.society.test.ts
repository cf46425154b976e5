import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readGuidanceProgress } from '#private/guidance/progress.ts';
import { readLevels } from '#private/levels.ts';
import { statutoryMeasures } from '#private/statutory/pipelines.ts';
import { selectFigures } from '#private/statutory/select.ts';
import { statutorySettings } from '#private/statutory/settings.ts';
import { openForSelection } from '#private/warehouse.ts';
import { sampleHome } from '../fixtures/sample-home.ts';

const home = sampleHome();
const counts = z.record(z.string(), z.number());
const { insurerNumber, messy, levels, statutory, courses, written } = z
  .object({
    insurerNumber: z.string(),
    messy: counts,
    levels: z.record(z.string(), z.record(z.string(), z.record(z.string(), counts))),
    statutory: z.record(z.string(), z.record(z.string(), counts)),
    courses: z.record(z.string(), z.record(z.string(), counts)),
    counts,
  })
  .transform(({ counts: written, ...rest }) => ({ ...rest, written }))
  .parse(JSON.parse(readFileSync(join(home.sample, 'planted.json'), 'utf8')));

const warehouse = await openForSelection(home.warehouse, home.tmp);
afterAll(() => warehouse.close());

test.each(Object.keys(levels))('%s: delivered and computed levels by institution', async (year) => {
  const { institutions } = await readLevels(warehouse, Number(year));
  for (const kind of ['guidance', 'metabolic']) {
    const of = institutions.filter((one) => one.kind === kind);
    const found = of.map(({ institution, pairs }) => [
      institution,
      Object.fromEntries(pairs.map((pair) => [`${pair.delivered} ${pair.computed}`, pair.checkups])),
    ]);
    expect(Object.fromEntries(found)).toEqual(levels[year]![kind]);
  }
});

test('some levels were delivered wrong', () => {
  const pairs = Object.values(levels).flatMap((kinds) => Object.values(kinds).flatMap(Object.values));
  const keys = new Set(pairs.flatMap((pair) => Object.keys(pair)));
  expect([...keys].filter((key) => key.split(' ')[0] !== key.split(' ')[1])).not.toEqual([]);
});

test.each(Object.keys(statutory))('%s: the aggregate table of the report to the state', async (year) => {
  const settings = statutorySettings(Number(year));
  const figures = await selectFigures(warehouse, insurerNumber, Number(year), settings, statutoryMeasures());
  const cells = figures.filter(({ sex, band }) => sex !== 'both' && band !== 'total');
  const found = cells.map(({ sex, band, counts: all }) => [`${sex} ${band}`, someOf(all)] as const);
  const filled = found.filter(([, all]) => Object.keys(all).length > 0);
  expect(Object.fromEntries(filled)).toEqual(statutory[year]);
});

test.each(Object.keys(courses))('%s: what became of courses, by contractor', async (year) => {
  const { contractors } = await readGuidanceProgress(warehouse, Number(year));
  const found = contractors.map(({ contractor, statuses }) => {
    const { begun, interviewed, underway, overdue, ...ended } = statuses;
    const open = [begun, interviewed, underway, overdue].reduce<number>((sum, one) => sum + (one ?? 0), 0);
    return [contractor, someOf({ ...ended, open })];
  });
  expect(Object.fromEntries(found)).toEqual(courses[year]);
});

describe('checkups that are not in the analyses', () => {
  const aside = 'select count(*) as n from raw.quarantine inner join raw.file using (file_id)';
  test.each([
    ['checkup_broken', "select count(*) as n from raw.quarantine where reason = 'checkup_broken_xml'"],
    ['checkup_foreign_insurer', `${aside} where kind = 'checkup' and reason = 'other_insurer'`],
    [
      'checkup_duplicate',
      "select count(*) as n from raw.duplicate inner join raw.file using (file_id) where kind = 'checkup'",
    ],
    ['paper_differs', "select count(*) as n from raw.quarantine where reason = 'paper_differs'"],
    ['paper_once', "select count(*) as n from raw.quarantine where reason = 'paper_single'"],
    ['checkup_wrong_number', "select count(*) as n from core.checkup where unlinked_reason = 'no_person'"],
    ['checkup_same_day', 'select count(*) as n from core.checkup where is_linked and not is_kept'],
  ])('planted as %s: found', async (kind, query) => {
    const [found] = await warehouse.rows(query);
    expect(Number(found!['n'])).toBe(messy[kind]);
    expect(messy[kind]).toBeGreaterThan(0);
  });

  test('what a list says that is no value, or beyond its option list, is a finding', async () => {
    const kinds = ['csv_unreadable_number', 'csv_beyond_list'];
    const rows = await warehouse.rows(`
      select code, count(*) as n from raw.finding where code in ('${kinds.join("', '")}') group by code`);
    const planted = Object.fromEntries(
      kinds.flatMap((kind) => (messy[kind] === undefined ? [] : [[kind, messy[kind]]])),
    );
    expect(Object.fromEntries(rows.map(({ code, n }) => [String(code), Number(n)]))).toEqual(planted);
    expect(Object.keys(planted)).not.toEqual([]);
  });

  test('with them everything that was written is there', async () => {
    const [found] = await warehouse.rows(`
      select sum(records) as records from raw.file where kind = 'checkup'`);
    const parts = ['checkups', 'checkupRows', 'guidanceDocuments', 'guidanceRows'];
    expect(Number(found!['records'])).toBe(parts.reduce((sum, part) => sum + written[part]!, 0));
  });
});

function someOf(all: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(all).filter(([, persons]) => persons > 0));
}
