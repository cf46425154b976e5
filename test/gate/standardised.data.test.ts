import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRelease } from '#gate/release.ts';
import { TOTAL } from '#release/form.ts';
import { openRelease } from '#release/read.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import { silentEffects } from '#shared/effects.ts';
import { words } from '../release/sample-release.ts';
import { analysisOf, littleContract, type Society, smallSociety } from './small-society.ts';

const titled = { title: words('題'), unit: words('円') };
const sums = { kind: 'sum' as const, ...titled };
const contract: AnalysisContract = {
  ...littleContract,
  dimensions: { unit: littleContract.dimensions['unit']! },
  tables: [['unit']],
  measures: {
    yen: { ...sums, column: 'yen', quantity: 'medical_yen' },
    expected: { ...sums, column: 'expected', quantity: 'expected_yen' },
    level: {
      kind: 'standardised',
      ...titled,
      observed: 'yen',
      expected: 'expected',
      stratum: 'stratum',
      scale: 100,
      decimals: 0,
    },
  },
};

/** `unit`: an employer; null for people of the pool whose employer is not known. */
type Person = { unit: string | null; stratum: string; yen: number; expected: number };

/** `count` persons of each unit; the units E1 and E2 stand alone, E3 to E5 are a pool. */
function stratum(name: string, count: number, yen: number, expected = yen): Person[] {
  return ['E1', 'E2', 'E3', 'E4', 'E5'].flatMap((unit) =>
    Array.from({ length: count }, () => ({ unit, stratum: name, yen, expected })),
  );
}

function unknown(count: number, yen: number): Person[] {
  return Array.from({ length: count }, () => ({ unit: null, stratum: 'b', yen, expected: yen }));
}

let society: Society;
beforeAll(async () => {
  society = await smallSociety();
  await society.run(`create table analyses.level (person_id bigint, household_id bigint, employer_id varchar,
    fiscal_year integer, unit varchar, stratum varchar, yen bigint, expected bigint)`);
});
afterAll(() => society.remove());

async function release(people: readonly Person[]) {
  const rows = people.map(({ unit, stratum: name, yen, expected }, index) => {
    const place = unit === 'E1' || unit === 'E2' ? unit : 'other';
    return `(${index}, ${index}, ${unit === null ? 'null' : `'${unit}'`}, 2024, '${place}', '${name}', ${yen}, ${expected})`;
  });
  await society.run(`
    delete from core.member; delete from analyses.level;
    insert into core.member select * from range(${people.length});
    insert into analyses.level values ${rows.join(', ')}`);
  const options = { analyses: [analysisOf(contract, 'level')] };
  const made = await makeRelease(society.home, society.settings, silentEffects(), options);
  const publicKey = readFileSync(join(society.home.keys, 'release.pub'), 'utf8');
  const cells = (await openRelease(made.directory, publicKey, made.id)).cells('level');
  const of = (measure: string, unit: string = TOTAL) => {
    const cell = cells.find((one) => one.measure === measure && one.at['unit'] === unit)!;
    return cell.status === 'ok' ? cell.value : cell.status;
  };
  return { of, manifest: made.manifest, report: made.report };
}

describe('a standardised figure', () => {
  test('is observed over expected, made of released figures; the society is at its scale', async () => {
    const cheap = { unit: 'E1', stratum: 'a', yen: 500, expected: 1000 };
    const dear = { unit: 'E2', stratum: 'a', yen: 1500, expected: 1000 };
    const { of, manifest } = await release([
      ...stratum('a', 20, 1000),
      ...Array.from({ length: 20 }, () => cheap),
      ...Array.from({ length: 20 }, () => dear),
    ]);
    expect([of('level'), of('level', 'E1'), of('level', 'E2'), of('level', 'other')]).toEqual([
      100, 75, 125, 100,
    ]);
    expect(of('expected', 'E1')).toBe(40_000);
    expect(manifest.analyses[0]!.measures['level']).toEqual({
      kind: 'standardised',
      ...titled,
      observed: 'yen',
      expected: 'expected',
      scale: 100,
      decimals: 0,
    });
  });

  test('is refused where expected does not add up to observed in a stratum, though it does in all', async () => {
    const shifted = [...stratum('a', 20, 1000, 990), ...stratum('b', 20, 1000, 1010)];
    await expect(release(shifted)).rejects.toMatchObject({ code: 'GATE_CONTRACT' });
  });

  test.each([
    [9, 'hidden'],
    [10, 100],
  ])('with a stratum of %i persons: the level of a unit is %s', async (count, level) => {
    const { of, report } = await release([...stratum('a', 20, 1000), ...unknown(count, 1000)]);
    for (const unit of ['E1', 'E2', 'other']) expect(of('level', unit)).toBe(level);
    expect(of('level')).toBe(100);
    expect(Object.keys(report.reasons).includes('reference_stratum')).toBe(level === 'hidden');
  });

  test.each([
    [209_000, 100],
    [209_001, 'hidden'],
  ])('with a stratum where one person cost %i of it: the level is %s', async (largest, level) => {
    const { of } = await release([...stratum('a', 200, 1000), ...unknown(20, 1100), ...unknown(1, largest)]);
    expect(of('level', 'E2')).toBe(level);
  });

  test('is hidden with either of its sums', async () => {
    const dominated = [
      { unit: 'E1', stratum: 'a', yen: 9_000_000, expected: 1000 },
      { unit: 'E2', stratum: 'a', yen: 1000, expected: 9_000_000 },
    ];
    const { of } = await release([...stratum('a', 20, 1000), ...stratum('b', 20, 500_000), ...dominated]);
    expect(of('expected', 'E2')).not.toBeNull();
    for (const unit of ['E1', 'E2', 'other'])
      if (of('yen', unit) === 'hidden' || of('expected', unit) === 'hidden')
        expect(of('level', unit)).toBe('hidden');
    expect(of('level', 'E1')).toBe('hidden');
  });

  test('the two totals are one figure: they are shown or hidden together', async () => {
    const rich = { unit: 'E1', stratum: 'a', yen: 50_000_000, expected: 50_000_000 };
    const { of } = await release([...stratum('a', 20, 1000), rich]);
    expect([of('yen'), of('expected'), of('level')]).toEqual(['hidden', 'hidden', 'hidden']);
  });
});
