import { describe, expect, test } from 'vitest';
import type { Society } from '#gate/count/society.ts';
import { requireAcyclic, ringOf } from '#gate/tables/acyclic.ts';
import { discoverAnalyses } from '#shared/analyses.ts';
import { loadList } from '#shared/lists.ts';
import { analysisOf, littleContract } from './small-society.ts';

const sets = (...tables: string[]) => tables.map((table) => new Set(table));

describe('tables that fit together', () => {
  test.each([
    [['ab']],
    [['ab', 'bc']],
    [['abc', 'bcd', 'a']],
    [['ab', 'bc', 'cd', 'ce']],
    [['ab', 'cd']],
    [['ab', 'ab']],
    [['ab', 'bc', 'ca', 'abc']],
    [['']],
  ])('%j are a tree', (tables) => {
    expect(ringOf(sets(...tables))).toEqual([]);
  });

  test.each([
    [['ab', 'bc', 'ca'], 3],
    [['ab', 'bc', 'cd', 'da', 'de'], 4],
    [['abx', 'bcy', 'ca'], 3],
  ])('%j hold a ring of %i', (tables, size) => {
    expect(ringOf(sets(...tables))).toHaveLength(size);
  });
});

const shipped = await discoverAnalyses();
const used = shipped.flatMap(({ contract }) => Object.values(contract.dimensions).map(({ list }) => list));
const names = [...new Set([...used, 'age-group'])].filter((name) => name !== 'reporting-unit');
const society: Society = {
  asOf: '',
  closedThrough: undefined,
  inputs: [],
  rules: [],
  lists: new Map(names.map((name) => [name, loadList(name)])),
  impossible: [],
  hasUnit: () => true,
  employerOf: () => undefined,
};

test('the shipped analyses fit together', () => {
  expect(shipped.length).toBeGreaterThan(0);
  expect(() => requireAcyclic(shipped, society)).not.toThrow();
});

test('a ring over two analyses, through an age group, is refused', () => {
  const dimension = (list: string) => ({ title: littleContract.title, list });
  const dimensions = {
    sex: dimension('sex'),
    relation: dimension('relation'),
    band: dimension('age-band'),
    group: dimension('age-group'),
  };
  const one = {
    ...littleContract,
    dimensions,
    tables: [
      ['sex', 'band'],
      ['sex', 'relation'],
    ],
  };
  const two = { ...littleContract, dimensions, tables: [['relation', 'group']] };
  expect(() => requireAcyclic([analysisOf(one)], society)).not.toThrow();
  expect(() => requireAcyclic([analysisOf(one), analysisOf(two)], society)).toThrow(
    expect.objectContaining({ code: 'GATE_CONTRACT' }),
  );
});
