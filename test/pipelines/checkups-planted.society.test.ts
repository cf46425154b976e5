import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readLevels } from '#private/levels.ts';
import { openForCount } from '#private/warehouse.ts';
import { sampleHome } from '../fixtures/sample-home.ts';

const home = sampleHome();
const counts = z.record(z.string(), z.number());
const { messy, levels, written } = z
  .object({
    messy: counts,
    levels: z.record(z.string(), z.record(z.string(), z.record(z.string(), counts))),
    counts,
  })
  .transform(({ counts: written, ...rest }) => ({ ...rest, written }))
  .parse(JSON.parse(readFileSync(join(home.sample, 'planted.json'), 'utf8')));

const warehouse = await openForCount(home.warehouse, home.tmp);
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

describe('checkups that are not in the analyses', () => {
  const nobody = "select count(*) as n from core.checkup where unlinked_reason = 'no_person'";
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
    ['checkup_wrong_number', `${nobody} and provenance <> 'other-insurer'`],
    ['checkup_of_former_insurer', `${nobody} and provenance = 'other-insurer'`],
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
