import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRelease } from '#gate/release.ts';
import type { Cell } from '#release/form.ts';
import { openRelease } from '#release/read.ts';
import type { AnalysisContract, Sum } from '#shared/define/analysis.ts';
import { silentEffects } from '#shared/effects.ts';
import { words } from '../release/sample-release.ts';
import { feasible, type Row } from './feasible.ts';
import { analysisOf, littleContract, type Society, smallSociety } from './small-society.ts';

/** Two analyses as they are shipped: cost of linked receipts by sex (year and months), and linked against unlinked. */

let society: Society;
beforeAll(async () => {
  society = await smallSociety();
});
afterAll(() => society.remove());

const receipts: Sum = {
  kind: 'sum',
  title: words('件数'),
  unit: words('件'),
  column: 'receipts',
  quantity: 'receipts',
};
const { sex } = littleContract.dimensions;
const about = { ...receipts, population: { link: 'linked' } };
const cost: AnalysisContract = {
  ...littleContract,
  dimensions: { sex: sex! },
  tables: [['sex']],
  measures: { receipts: about },
};
const monthly: AnalysisContract = { ...cost, period: 'month' };
const linkage: AnalysisContract = {
  ...cost,
  dimensions: { link: { title: words('結び付き'), list: 'link', overlapping: true } },
  tables: [['link']],
  measures: { receipts },
};
const shipped = { cost, monthly, linkage };

const months = Array.from({ length: 12 }, (_, index) =>
  index < 9 ? `2024-${String(index + 4).padStart(2, '0')}` : `2025-0${index - 8}`,
);
/** Everyone has one receipt a month: 100 men and 100 women; and one of each of so many strangers in a year. */
async function publish(strangers: number, contracts: Record<string, AnalysisContract> = shipped) {
  await society.run(`
    delete from core.member; insert into core.member select * from range(200);
    delete from core.stranger; insert into core.stranger select -1 - range from range(${strangers});
    create or replace table analyses.cost as
      select range as person_id, range as household_id, null as employer_id, 2024 as fiscal_year,
        if(range < 100, 'male', 'female') as sex, 12 as receipts from range(200);
    create or replace table analyses.monthly as
      select cost.*, month from analyses.cost, (select unnest([${months.map((one) => `'${one}'`)}]) as month);
    update analyses.monthly set receipts = 1;
    create or replace table analyses.linkage as
      select person_id, household_id, employer_id, fiscal_year, 'linked' as link, receipts from analyses.cost
      union all select person_id, person_id, null, 2024, 'unlinked', 1 from core.stranger;`);
  const analyses = Object.entries(contracts).map(([name, contract]) => analysisOf(contract, name));
  const candidate = await makeRelease(society.home, society.settings, silentEffects(), { analyses });
  const key = readFileSync(join(society.home.keys, 'release.pub'), 'utf8');
  const opened = await openRelease(candidate.directory, key, candidate.id);
  return {
    manifest: opened.manifest,
    cells: Object.keys(contracts).flatMap((name) => opened.cells(name)),
    at: (link: string) => opened.cells('linkage').find((cell) => cell.at['link'] === link)!,
  };
}

/** Variables: linked receipts of each month and sex, and the unlinked ones of the year. */
const unlinked = 2 * months.length;
function termsOf({ period, at }: Cell): [number, number][] {
  const linked = months.flatMap((month, index): [number, number][] => {
    if (period !== '2024' && period !== month) return [];
    const men: [number, number] = [2 * index, 1];
    const women: [number, number] = [2 * index + 1, 1];
    const one = at['sex'] ?? 'total';
    return one === 'male' ? [men] : one === 'female' ? [women] : [men, women];
  });
  if (at['link'] === 'unlinked') return [[unlinked, 1]];
  return at['link'] === 'total' ? [...linked, [unlinked, 1]] : linked;
}

/** What an outsider with a solver can say about the unlinked receipts. */
async function interval(cells: readonly Cell[]): Promise<readonly [number, number]> {
  const shown = cells.filter((cell) => cell.status === 'ok');
  const rows = shown.map((cell): Row => ({ terms: termsOf(cell), low: cell.value!, high: cell.value! }));
  const { range, close } = await feasible(unlinked + 1, rows);
  const found = range([[unlinked, 1]]);
  close();
  return found;
}

test.each([1, 9])('receipts of %i unknown people are hidden and cannot be subtracted', async (strangers) => {
  const { cells, at } = await publish(strangers);
  expect(at('unlinked')).toMatchObject({ status: 'hidden', value: null });
  const totals = [at('total'), at('linked'), ...cells.filter((cell) => cell.period === '2024')];
  const [whole, linked] = [at('total').value, at('linked').value];
  expect(whole === null || linked === null).toBe(true);
  expect(totals.filter((cell) => cell.value === 2400 + strangers)).toEqual([]);
  const [low, high] = await interval(cells);
  expect(low).toBeLessThanOrEqual(1e-6);
  expect(high).toBeGreaterThanOrEqual(10);
});

test.each([0, 10, 11])(
  'receipts of %i unknown people are shown, and so is everything else',
  async (strangers) => {
    const { cells, at } = await publish(strangers);
    expect(cells.filter((cell) => cell.status !== 'ok')).toEqual([]);
    expect([at('total').value, at('linked').value, at('unlinked').value]).toEqual([
      2400 + strangers,
      2400,
      strangers,
    ]);
  },
);

test('the linked receipts are one figure wherever they stand', async () => {
  const { cells, manifest } = await publish(9);
  const totals = cells.filter(
    (cell) => cell.period === '2024' && (cell.at['link'] === 'linked' || cell.at['sex'] === 'total'),
  );
  expect(totals).toHaveLength(2);
  expect(new Set(totals.map(({ status, value }) => `${status} ${value}`)).size).toBe(1);
  const { receipts: measure } = manifest.analyses.find(({ name }) => name === 'cost')!.measures;
  expect(measure).toMatchObject({ quantity: 'receipts', population: { link: 'linked' } });
});

test('without the population the gate sees two different figures of one name, and refuses', async () => {
  const careless = { cost: { ...cost, measures: { receipts } }, linkage };
  await expect(publish(9, careless)).rejects.toThrow(expect.objectContaining({ code: 'GATE_CONTRACT' }));
});

test('as quantities of their own the figures give the small group away, and the outsider finds it', async () => {
  const apart = {
    ...shipped,
    linkage: { ...linkage, measures: { receipts: { ...receipts, quantity: 'all' } } },
  };
  const { cells, at } = await publish(9, apart);
  expect([at('unlinked').status, at('linked').status]).toEqual(['hidden', 'hidden']);
  expect(await interval(cells)).toEqual([9, 9]);
});
