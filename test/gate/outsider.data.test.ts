import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRelease } from '#gate/release.ts';
import type { Cell } from '#release/form.ts';
import { openRelease, type Release } from '#release/read.ts';
import type { AnalysisContract, Measure } from '#shared/define/analysis.ts';
import { silentEffects } from '#shared/effects.ts';
import { loadList } from '#shared/lists.ts';
import { words } from '../release/sample-release.ts';
import { feasible, type Row, type Terms } from './feasible.ts';
import { analysisOf, littleContract, type Society, smallSociety } from './small-society.ts';

/**
 * An outsider who has nothing but the release, and knows that everybody has one sex, unit and age: he solves for
 * the smallest and largest number of persons every hidden cell can hold. He shares no code with the gate's tables.
 */

let society: Society;
beforeAll(async () => {
  society = await smallSociety();
});
afterAll(() => society.remove());

const K = 10;
const title = { title: words('題'), unit: words('人') };
const members: Measure = { kind: 'persons', ...title, column: 'months', quantity: 'members' };
const seen: Measure = { kind: 'persons', ...title, column: 'examined', quantity: 'seen', of: 'members' };
const months: Measure = { kind: 'sum', ...title, column: 'months', quantity: 'person_months' };

const { sex, unit } = littleContract.dimensions;
const byBand: AnalysisContract = {
  ...littleContract,
  dimensions: { sex: sex!, unit: unit!, band: { title: words('年齢'), list: 'age-band' } },
  tables: [
    ['sex', 'unit'],
    ['sex', 'band'],
  ],
  measures: { members, seen, months },
};
const byGroup: AnalysisContract = {
  ...littleContract,
  dimensions: { sex: sex!, age: { title: words('年齢'), list: 'age-group' } },
  tables: [['sex', 'age']],
  measures: { members },
};

/** A person as the outsider thinks of one. */
type Atom = { readonly sex: string; readonly unit: string; readonly band: string };
const bands = loadList('age-band').slice(7, 12);
const parentOf = new Map(bands.map((band) => [band.code, band.parent]));
const atoms: Atom[] = ['male', 'female'].flatMap((one) =>
  ['E1', 'E2', 'other'].flatMap((two) => bands.map(({ code }) => ({ sex: one, unit: two, band: code }))),
);

function isIn(atom: Atom, at: Cell['at']): boolean {
  return Object.entries(at).every(([name, code]) => {
    if (code === 'total') return true;
    return name === 'age' ? parentOf.get(atom.band) === code : atom[name as keyof Atom] === code;
  });
}

/** Numbers in 0…1 that depend on the seed only (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Person = Atom & { employer: string; examined: number; months: number };

function peopleOf(seed: number): Person[] {
  const random = randomFrom(seed);
  return Array.from({ length: 120 + 60 * seed }, () => {
    const employer = `E${1 + Math.floor(random() ** 2 * 5)}`;
    const band = bands[Math.floor(random() ** 2 * bands.length)]!.code;
    return {
      sex: random() < 0.7 ? 'male' : 'female',
      unit: employer < 'E3' ? employer : 'other',
      band,
      employer,
      examined: random() < 0.8 ? 1 : 0,
      months: random() < 0.8 ? 12 : 1 + Math.floor(random() * 11),
    };
  });
}

async function publish(people: readonly Person[]): Promise<Release> {
  const rows = people.map(
    (one, id) =>
      `(${id}, ${id}, '${one.employer}', 2024, '${one.sex}', '${one.unit}', '${one.band}', '${parentOf.get(one.band)}', ${one.months}, ${one.examined})`,
  );
  await society.run(`
    delete from core.member; insert into core.member select * from range(${people.length});
    create or replace table analyses.bands (person_id bigint, household_id bigint, employer_id varchar,
      fiscal_year integer, sex varchar, unit varchar, band varchar, age varchar, months integer, examined integer);
    insert into analyses.bands values ${rows.join(', ')};
    create or replace view analyses.groups as select * from analyses.bands;`);
  const candidate = await makeRelease(society.home, society.settings, silentEffects(), {
    analyses: [analysisOf(byBand, 'bands'), analysisOf(byGroup, 'groups')],
  });
  const key = readFileSync(join(society.home.keys, 'release.pub'), 'utf8');
  return openRelease(candidate.directory, key, candidate.id);
}

/** What fits the shown cells; variables are members, seen and months, by atom: the seen are members, and every member
 * has one to twelve months. */
function attacker(shown: readonly Cell[]) {
  const least = (terms: Terms): Row => ({ terms, low: 0, high: 1e6 });
  const rows: Row[] = [
    ...shown.map((cell) => ({ terms: termsOf(cell), low: cell.value!, high: cell.value! })),
    ...atoms.flatMap((_, i) => {
      const [count, part, sum] = [i, atoms.length + i, 2 * atoms.length + i];
      return [
        least([
          [count, 1],
          [part, -1],
        ]),
        least([
          [sum, 1],
          [count, -1],
        ]),
        least([
          [count, 12],
          [sum, -1],
        ]),
      ];
    }),
  ];
  return feasible(3 * atoms.length, rows);
}

function termsOf({ measure, at }: Pick<Cell, 'measure' | 'at'>): [number, number][] {
  const offset = ['members', 'seen', 'months'].indexOf(measure) * atoms.length;
  return atoms.flatMap((atom, i): [number, number][] => (isIn(atom, at) ? [[offset + i, 1]] : []));
}

/** What an outsider learns about groups of fewer than k persons: cells, and those of a cell who were not seen. */
async function leaks(people: readonly Person[], cells: readonly Cell[]): Promise<string[]> {
  const shown = cells.filter((cell) => cell.status === 'ok');
  const { range, close } = await attacker(shown);
  const targets = cells.flatMap((cell) => {
    if (cell.measure === 'months') return [];
    const own = { name: `${cell.measure} ${JSON.stringify(cell.at)}`, terms: termsOf(cell), at: cell.at };
    const inside = people.filter((one) => isIn(one, cell.at));
    const count = inside.filter((one) => cell.measure === 'members' || one.examined).length;
    const all = termsOf({ measure: 'members', at: cell.at });
    const minus = own.terms.map(([column]): [number, number] => [column, -1]);
    return [
      { ...own, count },
      ...(cell.measure === 'seen'
        ? [{ name: `not ${own.name}`, terms: [...all, ...minus], count: inside.length - count }]
        : []),
    ];
  });
  const small = targets.filter(({ count }) => 0 < count && count < K);
  const found = small.filter(({ terms }) => {
    const [low, high] = range(terms);
    return low > 1e-6 && high < K - 1e-6;
  });
  close();
  return found.map(({ name }) => name);
}

const knownCells = (release: Release) =>
  ['bands', 'groups'].flatMap((name) => release.cells(name).filter((cell) => cell.status !== 'na'));

test.each([1, 2, 3, 4])('an outsider with a solver learns of no small group (society %i)', async (seed) => {
  const people = peopleOf(seed);
  const cells = knownCells(await publish(people));
  expect(cells.some((cell) => cell.status === 'hidden')).toBe(true);
  expect(cells.some((cell) => cell.status === 'ok')).toBe(true);
  expect(await leaks(people, cells)).toEqual([]);
});

test('the outsider does find what a careless release gives away', async () => {
  const people = peopleOf(2);
  const cells = knownCells(await publish(people)).map((cell): Cell => {
    const inside = people.filter((one) => isIn(one, cell.at));
    const of = { members: () => 1, seen: (one: Person) => one.examined, months: (one: Person) => one.months };
    const value = inside.map(of[cell.measure as keyof typeof of]).reduce((sum, one) => sum + one, 0);
    const isSmall = 0 < inside.length && inside.length < K;
    return isSmall ? { ...cell, status: 'hidden', value: null } : { ...cell, status: 'ok', value };
  });
  expect((await leaks(people, cells)).length).toBeGreaterThan(0);
});
