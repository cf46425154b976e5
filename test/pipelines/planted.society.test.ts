import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openForCount, type Warehouse } from '#private/warehouse.ts';
import { discoverAnalyses } from '#shared/analyses.ts';
import type { AnalysisContract } from '#shared/define.ts';
import { sampleHome } from '../fixtures/sample-home.ts';

const home = sampleHome();
const amounts = z.object({ receipts: z.number(), points: z.number(), yen: z.number() });

const triangle = z.record(z.string(), z.record(z.string(), amounts));

const shares = z.record(
  z.string(),
  z.record(z.string(), z.object({ generic: z.number(), replaceable: z.number() })),
);

const burden = z.record(z.string(), z.record(z.string(), z.number()));

const { cells, counts, messyTotals, revisions, genericShares, burdens } = z
  .object({
    counts: z.record(z.string(), z.number()),
    messyTotals: z.record(z.string(), amounts),
    revisions: triangle,
    genericShares: shares,
    burdens: burden,
    cells: z.array(
      z.object({
        analysis: z.string(),
        period: z.string(),
        at: z.record(z.string(), z.string()),
        measure: z.string(),
        value: z.number().int(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(home.sample, 'planted.json'), 'utf8')));

const warehouse = await openForCount(home.warehouse, home.tmp);
afterAll(() => warehouse.close());

type Cell = (typeof cells)[number];
/** The generator knows every figure but the spread of cost, which needs each person's expected cost. */
const plantedMeasures = new Set(cells.map(({ analysis, measure }) => `${analysis} ${measure}`));
const placeOf = ({ period, at, measure }: Cell) =>
  `${period} ${Object.keys(at)
    .sort()
    .map((name) => `${name}=${at[name]}`)
    .join(' ')} ${measure}`;

for (const { name, contract } of await discoverAnalyses()) {
  describe(name, () => {
    test('gives every planted figure, and no other, before protection', async () => {
      const planted = cells.filter((cell) => cell.analysis === name && cell.value !== 0);
      const margins = new Set(planted.map(({ at }) => namesIn(at).join(' ')));
      const counted: Cell[] = [];
      for (const margin of margins) counted.push(...(await countMargin(warehouse, name, contract, margin)));
      const [run] = await warehouse.rows('select closed_through from config.run');
      const closed = String(run!['closed_through']).slice(0, 7);
      const lastMonth = (period: string) => (period.length === 4 ? `${Number(period) + 1}-03` : period);
      const published = planted.filter(({ period }) => lastMonth(period) <= closed);
      expect(published.length).toBeGreaterThanOrEqual(6);
      expect(figures(counted)).toEqual(figures(published));
    });
  });
}

describe('receipts that are not in the analyses', () => {
  const sumOf = (kinds: readonly string[], part: keyof z.infer<typeof amounts>) =>
    kinds.reduce((total, kind) => total + (messyTotals[kind]?.[part] ?? 0), 0);
  const unlinked =
    'select count(*) as receipts, sum(points) as points, sum(yen + meal_yen) as yen from core.receipt';
  const aside = 'select sum(receipts) as receipts, sum(points) as points, sum(yen) as yen from raw.';

  test.each([
    [['wrong_birth', 'wrong_number'], `${unlinked} where unlinked_reason = 'no_person'`],
    [['no_cover'], `${unlinked} where unlinked_reason = 'no_cover'`],
    [['duplicate'], `${aside}duplicate`],
    [
      [
        'missing_re',
        'missing_search_number',
        'unreadable_month',
        'future_month',
        'correction_without_target',
        'foreign_insurer',
        'sent_back',
      ],
      `${aside}quarantine where points > 0`,
    ],
  ])('planted as %s: found with their points and yen', async (kinds, query) => {
    const [found] = await warehouse.rows(query);
    expect(found).toEqual({
      receipts: sumOf(kinds, 'receipts'),
      points: sumOf(kinds, 'points'),
      yen: sumOf(kinds, 'yen'),
    });
    expect(found!['receipts']).toBeGreaterThan(0);
  });

  test('with them everything that was written is there', async () => {
    const [found] = await warehouse.rows(
      "select sum(records) as records, sum(receipts) as receipts, sum(points) as points, sum(yen) as yen from raw.file where kind in ('receipt', 'therapy-claim', 'paper-receipt')",
    );
    const { records, receipts, points, yen } = counts;
    expect(found).toEqual({ records, receipts, points, yen });
  });
});

describe('versions of receipts', () => {
  const versions = 'select count(*) as receipts, sum(points) as points, sum(yen + meal_yen) as yen';
  test.each([
    [['returned'], "ended_by = 'returned'"],
    [['withdrawn'], "ended_by = 'withdrawn'"],
    [['transferred'], "ended_by = 'transferred'"],
    [['reexamined', 'copied'], "ended_by = 'version'"],
  ])('planted as %s: no longer hold', async (kinds, condition) => {
    const [found] = await warehouse.rows(`${versions} from core.receipt_version where ${condition}`);
    for (const part of ['receipts', 'points', 'yen'] as const)
      expect(found![part]).toBe(kinds.reduce((sum, kind) => sum + messyTotals[kind]![part], 0));
    expect(found!['receipts']).toBeGreaterThan(0);
  });

  test('a re-examination by the list alone changes the figures of what holds', async () => {
    const [found] = await warehouse.rows(
      "select count(*) as receipts from core.receipt_version where ended_by = 'reexamined'",
    );
    expect(found).toEqual({ receipts: messyTotals['reassessed']!.receipts });
  });

  test('every cell of the revision triangle is as planted', async () => {
    const rows = await warehouse.rows(`
      select month_code(service_month) as month, month_code(processing_month) as processed, receipts, points, yen
      from core.revision where receipts <> 0 or points <> 0 or yen <> 0`);
    const found: z.infer<typeof triangle> = {};
    for (const { month, processed, receipts, points, yen } of rows) {
      found[String(month)] ??= {};
      found[String(month)]![String(processed)] = amounts.parse({ receipts, points, yen });
    }
    expect(found).toEqual(withoutZeros(revisions));
    expect(Object.keys(found).length).toBeGreaterThan(10);
  });
});

test('quantities of generics by month and care, with the coding data of DPC stays', async () => {
  const rows = await warehouse.rows(`
    select month_code(service_month) as month, care, generic_quantity as generic, replaceable_quantity as replaceable
    from core.generic_share where replaceable_quantity > 0`);
  const found: z.infer<typeof shares> = {};
  for (const { month, care, ...quantities } of rows) {
    found[String(month)] ??= {};
    found[String(month)]![String(care)] = shares.valueType.valueType.parse(quantities);
  }
  expect(found).toEqual(genericShares);
  const cares = new Set(Object.values(genericShares).flatMap((month) => Object.keys(month)));
  expect(cares).toEqual(new Set(['inpatient', 'outpatient', 'dental', 'pharmacy']));
});

test('who bears the yen and the meals of each month, to the yen', async () => {
  const parts = ['insurer_yen', 'member_yen', 'public_yen', 'meal_insurer_yen', 'meal_member_yen'];
  const rows = await warehouse.rows(`
    select month_code(service_month) as month, ${parts.map((part) => `sum(${part}) as ${part}`).join(', ')}
    from core.receipt_cost inner join core.receipt using (receipt_id) group by service_month`);
  const found = burden.parse(Object.fromEntries(rows.map(({ month, ...sums }) => [String(month), sums])));
  expect(found).toEqual(burdens);
  expect(Object.values(found).every((sums) => sums['public_yen']! > 0)).toBe(true);
});

/** Cells in which nothing came, went or changed are no rows. */
function withoutZeros(all: z.infer<typeof triangle>): z.infer<typeof triangle> {
  return Object.fromEntries(
    Object.entries(all).map(([month, row]) => [
      month,
      Object.fromEntries(
        Object.entries(row).filter(([, cell]) => Object.values(cell).some((value) => value !== 0)),
      ),
    ]),
  );
}

/** The dimensions a coordinate names; the others stand at their total. */
function namesIn(at: Cell['at']): readonly string[] {
  return Object.keys(at)
    .filter((name) => at[name] !== 'total')
    .sort();
}

function figures(some: readonly Cell[]): Record<string, number> {
  const sorted = some
    .map((cell) => [placeOf(cell), cell.value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

/** All cells of one margin that are not zero: rows are added up per person, then persons or sums are counted. */
async function countMargin(
  from: Warehouse,
  name: string,
  contract: AnalysisContract,
  margin: string,
): Promise<Cell[]> {
  const kept = margin === '' ? [] : margin.split(' ');
  const period = contract.period === 'month' ? 'month' : 'fiscal_year';
  const places = [period, ...kept].map((one) => `"${one}"`).join(', ');
  const dimensions = Object.keys(contract.dimensions);
  const found: Cell[] = [];
  for (const [measure, one] of Object.entries(contract.measures)) {
    if (!('column' in one) || !plantedMeasures.has(`${name} ${measure}`)) continue;
    if (one.kind === 'sum' && one.totalOnly?.some((place) => kept.includes(place))) continue;
    const figure = one.kind === 'persons' ? 'count(*) filter (where amount <> 0)' : 'sum(amount)';
    const rows = await from.rows(`
      with people as (
        select ${places}, person_id, sum("${one.column}") as amount
        from analyses."${name}" group by ${places}, person_id
      )
      select ${places}, ${figure} as figure from people group by ${places} having figure <> 0`);
    for (const row of rows) {
      const codes = dimensions.map((dimension) => [dimension, String(row[dimension] ?? 'total')]);
      const at: Cell['at'] = Object.fromEntries(codes);
      if (kept.some((place) => at[place] === 'total')) continue;
      found.push({ analysis: name, period: String(row[period]), at, measure, value: Number(row['figure']) });
    }
  }
  return found;
}
