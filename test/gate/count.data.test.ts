import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkModel } from '#gate/count/check.ts';
import { count } from '#gate/count/count.ts';
import { type Society as Known, openSociety } from '#gate/count/society.ts';
import { openForCount, type Warehouse } from '#private/warehouse.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import { analysisOf, littleContract, people, type Row, type Society, smallSociety } from './small-society.ts';

let society: Society;
beforeAll(async () => {
  society = await smallSociety();
});
afterAll(() => society.remove());

const code = (name: string) => expect.objectContaining({ code: name });

async function open<T>(work: (warehouse: Warehouse, known: Known) => Promise<T>): Promise<T> {
  const warehouse = await openForCount(society.home.warehouse, society.home.tmp);
  try {
    return await work(warehouse, await openSociety(warehouse, ['sex', 'reporting-unit']));
  } finally {
    warehouse.close();
  }
}

async function counted(rows: readonly Row[], contract: AnalysisContract = littleContract) {
  await society.fill(rows);
  return open((warehouse) => count(warehouse, analysisOf(contract), 5));
}

const checked = (contract: AnalysisContract = littleContract) =>
  open((warehouse, known) => checkModel(warehouse, analysisOf(contract), known));

describe('counting', () => {
  test('twelve months of one person are one person', async () => {
    const rows = Array.from({ length: 12 }, () => ({ person: 1, months: 1 }));
    const { tally } = await counted(rows);
    expect(tally('2024', {}, 'months')).toMatchObject({ persons: 1, sum: 12, top: [12, 0], households: 1 });
  });

  test('only persons whose sum over the cell is not zero count', async () => {
    const { tally } = await counted([
      { person: 1, yen: 500 },
      { person: 1, yen: -500 },
      { person: 2, yen: 0 },
      { person: 3, yen: -7 },
    ]);
    expect(tally('2024', {}, 'yen')).toMatchObject({ persons: 1, sum: -7, absolute: 7, top: [7, 0] });
    expect(tally('2024', {}, 'months').persons).toBe(3);
  });

  test('every margin of every table is counted by itself', async () => {
    const { tally, periods } = await counted([
      { person: 1, sex: 'male', employer: 'E1' },
      { person: 1, sex: 'male', employer: 'E1', year: 2025 },
      { person: 2, sex: 'female', employer: 'E3' },
    ]);
    expect(periods).toEqual(['2024', '2025']);
    expect(tally('2024', {}, 'months').persons).toBe(2);
    expect(tally('2024', { sex: 'male' }, 'months').persons).toBe(1);
    expect(tally('2024', { unit: 'other' }, 'months').persons).toBe(1);
    expect(tally('2024', { sex: 'male', unit: 'other' }, 'months').persons).toBe(0);
    expect(tally('2025', {}, 'months').persons).toBe(1);
  });

  test('households and employers are distinct, the largest employer and the two largest amounts are known', async () => {
    const { tally } = await counted([
      { person: 1, household: 1, employer: 'E3', yen: 100 },
      { person: 2, household: 1, employer: 'E3', yen: 30 },
      { person: 3, household: 3, employer: 'E4', yen: 60 },
      { person: 4, household: 3, employer: null, unit: 'other', yen: 1 },
    ]);
    expect(tally('2024', {}, 'yen')).toEqual({
      sum: 191,
      absolute: 191,
      persons: 4,
      households: 2,
      employers: 2,
      largest: 2,
      only: undefined,
      top: [100, 60],
      topEmployers: [130, 60],
    });
    const { tally: alone } = await counted([{ person: 1, employer: 'E2' }]);
    expect(alone('2024', {}, 'yen')).toMatchObject({ employers: 1, only: 'E2' });
  });

  test('households are at least counted where there cannot be few', async () => {
    const { tally } = await counted([...people(40, 1), { person: 900, household: 1 }]);
    expect(tally('2024', {}, 'months').persons).toBe(41);
    expect(tally('2024', {}, 'months').households).toBeGreaterThanOrEqual(5);
    expect(tally('2024', {}, 'months').households).toBeLessThanOrEqual(40);
    expect(tally('2024', { unit: 'E2' }, 'months').households).toBe(8);
  });

  test('a row without a code counts in the total only', async () => {
    const { tally } = await counted([{ person: 1, sex: null }, { person: 2 }]);
    expect(tally('2024', {}, 'months').persons).toBe(2);
    expect(tally('2024', { sex: 'male' }, 'months').persons).toBe(1);
  });

  test('who is in a part must be in its base', async () => {
    const { members, months } = littleContract.measures;
    const part = {
      ...members!,
      kind: 'persons' as const,
      column: 'examined',
      quantity: 'seen',
      of: 'members',
    };
    const contract = { ...littleContract, measures: { members: members!, months: months!, part } };
    const kept = await counted([{ person: 1, examined: 1 }], contract);
    expect(kept.tally('2024', {}, 'examined').persons).toBe(1);
    await expect(counted([{ person: 1, months: 0, examined: 1 }], contract)).rejects.toThrow(
      code('GATE_CONTRACT'),
    );
  });
});

describe('the check before counting', () => {
  test('accepts known persons, listed codes and closed periods', async () => {
    await society.fill(people(5, 1));
    await expect(checked()).resolves.toBeUndefined();
  });

  test('refuses a person nobody knows', async () => {
    await society.fill(people(5, 1), [3]);
    await expect(checked()).rejects.toThrow(code('GATE_UNKNOWN_PERSON'));
  });

  test('accepts the stand-ins for people of unlinked receipts', async () => {
    await society.fill([...people(5, 1), { person: -1 }], [-1]);
    await expect(checked()).rejects.toThrow(code('GATE_UNKNOWN_PERSON'));
    await society.run('insert into core.stranger values (-1)');
    await expect(checked()).resolves.toBeUndefined();
    await society.run('delete from core.stranger');
  });

  test.each<[string, Partial<Row>]>([
    ['a code outside its list', { sex: 'other' }],
    ['a unit that is none', { unit: 'E3' }],
    ['a figure without a code', { sex: null }],
    ['a period that is not closed', { year: 2026 }],
  ])('refuses %s', async (_, row) => {
    await society.fill([...people(5, 1), { person: 9, ...row }]);
    const error: unknown = await checked().catch((caught: unknown) => caught);
    expect(error).toEqual(code('GATE_CONTRACT'));
    expect(JSON.stringify(error)).not.toContain('E3');
  });

  test('accepts a row without a code for figures that the dimension does not split', async () => {
    const { months, yen } = littleContract.measures;
    const whole = {
      ...littleContract,
      measures: {
        months: { ...months!, kind: 'sum', column: 'months', quantity: 'person_months', totalOnly: ['sex'] },
        yen: yen!,
      },
    } as const;
    await society.fill([
      { person: 1, sex: null, yen: 0 },
      { person: 1, months: 0 },
    ]);
    await expect(checked(whole)).resolves.toBeUndefined();
    await society.fill([{ person: 1, sex: 'male', yen: 0 }]);
    await expect(checked(whole)).rejects.toThrow(code('GATE_CONTRACT'));
  });

  test('refuses a table of four dimensions by name', async () => {
    await society.fill(people(5, 1));
    const tables = [['sex', 'unit', 'age', 'care']];
    await expect(checked({ ...littleContract, tables })).rejects.toThrow(code('GATE_TOO_LARGE'));
  });

  test('says nothing of the engine when a column is missing', async () => {
    const measures = {
      yen: { ...littleContract.measures['yen']!, kind: 'sum' as const, column: 'nothing', quantity: 'x' },
    };
    const error: unknown = await counted(people(3, 1), { ...littleContract, measures }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toEqual(code('GATE_CONTRACT'));
    expect(String(error)).not.toContain('nothing');
  });
});
