import { describe, expect, test } from 'vitest';
import { type Coordinates, cellId } from '#gate/coordinates.ts';
import type { Society } from '#gate/count/society.ts';
import { protect } from '#gate/protect.ts';
import type { Figure } from '#gate/tables/cells.ts';
import { monthsOf, relationsOf } from '#gate/tables/relations.ts';
import { systemOf } from '#gate/tables/system.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import { words } from '../release/sample-release.ts';
import { analysisOf } from './small-society.ts';

const entry = (code: string, parent?: string) => ({ code, ja: code, en: code, ...(parent && { parent }) });
const society: Society = {
  asOf: '2026-11-01',
  closedThrough: '2026-03',
  inputs: [],
  rules: [],
  lists: new Map([
    ['band', [entry('a1', 'a'), entry('a2', 'a'), entry('b1', 'b')]],
    ['group', [entry('a'), entry('b')]],
    ['care', [entry('in'), entry('out')]],
  ]),
  impossible: [],
  hasUnit: () => true,
  employerOf: () => undefined,
};

const base = {
  title: words('題'),
  question: words('問'),
  method: words('法'),
  purpose: 'p',
  classes: ['receipt'] as const,
};
const measure = { title: words('題'), unit: words('人') };
const persons = { ...measure, kind: 'persons' as const, column: 'n', quantity: 'patients' };
const yen = { ...measure, kind: 'sum' as const, column: 'yen', quantity: 'yen' };

function contract(
  list: string,
  dimension: Partial<AnalysisContract['dimensions'][string]> = {},
  changes: Partial<AnalysisContract> = {},
): AnalysisContract {
  return {
    ...base,
    period: 'fiscal-year',
    dimensions: { [list]: { title: words('題'), list, ...dimension } },
    tables: [[list]],
    measures: { patients: persons, yen },
    ...changes,
  };
}

function figure(
  quantity: 'patients' | 'yen',
  period: string,
  at: Coordinates,
  value: number,
): [string, Figure] {
  const id = cellId(quantity, period, at);
  const kind = quantity === 'yen' ? 'sum' : 'count';
  const rest = { place: at, primary: undefined, impossible: false, printedIn: ['one'] };
  return [id, { id, quantity, kind, period, at, value, persons: value, ...rest }];
}

const known = (contracts: readonly AnalysisContract[], figures: readonly [string, Figure][]) =>
  relationsOf(
    contracts.map((one, index) => analysisOf(one, `analysis-${index}`)),
    new Map(figures),
    society,
  );

describe('what the tables say', () => {
  const care = (quantity: 'patients' | 'yen') => [
    figure(quantity, '2024', {}, 10),
    figure(quantity, '2024', { care: 'in' }, 4),
    figure(quantity, '2024', { care: 'out' }, 6),
  ];

  test('yen add up over kinds of care, persons only are within', () => {
    const relations = known([contract('care', { overlapping: true })], [...care('patients'), ...care('yen')]);
    expect(relations).toEqual([
      {
        total: 'patients|2024|',
        parts: ['patients|2024|care=in', 'patients|2024|care=out'],
        overlapping: true,
        complete: true,
      },
      {
        total: 'yen|2024|',
        parts: ['yen|2024|care=in', 'yen|2024|care=out'],
        overlapping: false,
        complete: true,
      },
    ]);
  });

  test('a dimension without a total says nothing', () => {
    expect(known([contract('care', { total: false })], care('patients'))).toEqual([]);
  });

  test('a coarse code is the sum of its finer codes, also from another analysis', () => {
    const bands = ['a1', 'a2', 'b1'].map((band) => figure('patients', '2024', { band }, 1));
    const groups = ['a', 'b'].map((group) => figure('patients', '2024', { group }, 1));
    const relations = known([contract('band'), contract('group')], [...bands, ...groups]);
    expect(relations).toContainEqual({
      total: 'patients|2024|group=a',
      parts: ['patients|2024|band=a1', 'patients|2024|band=a2'],
      overlapping: false,
      complete: true,
    });
    expect(relations).toHaveLength(2);
  });

  test('twelve months are the year; fewer are at most the year; persons are never added up', () => {
    const year = figure('yen', '2024', {}, 78);
    const months = monthsOf('2024').map((month, index) => figure('yen', month, {}, index + 1));
    expect(monthsOf('2024')).toEqual([...months.map(([, one]) => one.period)]);
    expect([monthsOf('2024')[0], monthsOf('2024')[11]]).toEqual(['2024-04', '2025-03']);
    expect(known([], [year, ...months])[0]).toMatchObject({ overlapping: false, complete: true });
    expect(known([], [year, ...months.slice(1)])[0]).toMatchObject({ overlapping: false, complete: false });
    const person = [figure('patients', '2024', {}, 5), figure('patients', '2024-04', {}, 3)];
    expect(known([], person)[0]).toMatchObject({ overlapping: true, complete: false });
  });

  test('every relation of the system holds for the true figures', () => {
    const figures = new Map([
      ...care('patients'),
      figure('patients', '2024-04', {}, 3),
      figure('yen', '2024', {}, 9),
      figure('yen', '2024-05', {}, 4),
    ]);
    const relations = relationsOf([analysisOf(contract('care', { overlapping: true }))], figures, society);
    const system = systemOf(figures, relations, [], new Map(), { k: 10, grade: 'P2u' });
    const value = new Map(system.cells.map((cell) => [cell.id, cell.value]));
    expect(value.size).toBe(system.cells.length);
    expect(system.relations).toHaveLength(6);
    for (const { total, parts } of system.relations) {
      expect(parts.reduce((sum, part) => sum + value.get(part)!, 0)).toBe(value.get(total));
    }
    expect(system.cells.every((cell) => cell.value >= 0)).toBe(true);
  });
});

describe('persons of a total who are under none of an overlapping code', () => {
  const known = {
    total: 'patients|2024|',
    parts: ['patients|2024|care=in'],
    overlapping: true,
    complete: false,
  };
  const system = (all: number, part: number) => {
    const figures = new Map([
      [known.total, { ...figure('patients', '2024', {}, all)[1], id: known.total }],
      [known.parts[0]!, { ...figure('patients', '2024', { care: 'in' }, part)[1], id: known.parts[0]! }],
    ]);
    return systemOf(figures, [known], [], new Map(), { k: 10, grade: 'P2u' });
  };

  test.each([
    [424, 424, { kind: 'slack', primary: false, value: 0 }],
    [424, 423, { kind: 'count', primary: true, value: 1, primaryReason: 'complement' }],
    [424, 415, { kind: 'count', primary: true, value: 9, primaryReason: 'complement' }],
    [424, 414, { kind: 'slack', primary: false, value: 10 }],
  ])('%i of whom %i are under it', (all, part, rest) => {
    const { cells } = system(all, part);
    expect(cells.find(({ id }) => id.startsWith('rest|'))).toMatchObject(rest);
  });

  test('few of them keep either the total or the code hidden', async () => {
    const { hidden } = await protect(system(424, 421));
    expect([known.total, ...known.parts].filter((id) => hidden.has(id))).toHaveLength(1);
    const many = await protect(system(424, 414));
    expect(many.hidden.size).toBe(0);
  });
});
