import { expect, test } from 'vitest';
import type { SystemInput } from '#gate/model/input.ts';
import type { Protected } from '#gate/protect.ts';
import { settle, tiesOf } from '#gate/settle.ts';
import type { Figure } from '#gate/tables/cells.ts';
import { silentEffects } from '#shared/effects.ts';

function figure(id: string, kind: 'count' | 'sum', value: number, persons = value): [string, Figure] {
  const [quantity = '', period = '', places = ''] = id.split('|');
  return [
    id,
    {
      id,
      quantity,
      kind,
      period,
      at: {},
      place: Object.fromEntries(new URLSearchParams(places)),
      value,
      persons,
      primary: undefined,
      impossible: false,
      printedIn: ['one'],
    },
  ];
}

/** Hides what is primary or held, nothing else, and remembers what it was asked. */
function plain(asked: string[][] = []) {
  return async ({ cells }: SystemInput): Promise<Protected> => {
    const hidden = cells.filter((cell) => cell.primary || cell.wasHidden).map((cell) => cell.id);
    asked.push(hidden);
    return {
      hidden: new Map(hidden.map((id) => [id, { role: 'secondary', reason: '' }])),
    } as unknown as Protected;
  };
}

function input(figures: ReadonlyMap<string, Figure>, primary: readonly string[]): SystemInput {
  const cells = [...figures.values()].map(({ id, value, kind }) => ({
    id,
    value,
    kind,
    primary: primary.includes(id),
  }));
  return { k: 10, grade: 'P2u', cells, relations: [] };
}

const hiddenBy = async (
  figures: ReadonlyMap<string, Figure>,
  primary: string[],
  ...rest: [Parameters<typeof settle>[2], Parameters<typeof settle>[3]]
) =>
  [
    ...(
      await settle(input(figures, primary), figures, ...rest, plain(), silentEffects())
    ).result.hidden.keys(),
  ].sort();

test('figures that tell each other are hidden together, through chains', async () => {
  const figures = new Map([
    figure('a|1|', 'count', 3),
    figure('b|1|', 'sum', 36),
    figure('c|1|', 'sum', 5),
    figure('d|1|', 'count', 50),
  ]);
  const tied = [
    ['a|1|', 'b|1|'],
    ['b|1|', 'c|1|'],
  ];
  expect(await hiddenBy(figures, ['a|1|'], tied, [])).toEqual(['a|1|', 'b|1|', 'c|1|']);
});

test('a published total never gives away a sum over a small group', async () => {
  const figures = new Map([
    figure('y|1|', 'sum', 900, 90),
    figure('y|1|p', 'sum', 30, 3),
    figure('y|1|q', 'sum', 40, 4),
    figure('y|1|r', 'sum', 430, 43),
    figure('y|1|s', 'sum', 400, 40),
  ]);
  const relation = {
    total: 'y|1|',
    parts: ['y|1|p', 'y|1|q', 'y|1|r', 'y|1|s'],
    overlapping: false,
    complete: true,
  };
  expect(await hiddenBy(figures, ['y|1|p', 'y|1|q'], [], [relation])).toEqual(['y|1|p', 'y|1|q', 'y|1|s']);
  expect(await hiddenBy(figures, ['y|1|p', 'y|1|r'], [], [relation])).toEqual(['y|1|p', 'y|1|r']);
  expect(await hiddenBy(figures, ['y|1|', 'y|1|p'], [], [relation])).toEqual(['y|1|', 'y|1|p']);
});

test('the total is hidden where no part is large enough', async () => {
  const figures = new Map([
    figure('y|1|', 'sum', 70, 7),
    figure('y|1|p', 'sum', 30, 3),
    figure('y|1|q', 'sum', 40, 4),
  ]);
  const relation = { total: 'y|1|', parts: ['y|1|p', 'y|1|q'], overlapping: false, complete: true };
  expect(await hiddenBy(figures, ['y|1|p', 'y|1|q'], [], [relation])).toEqual(['y|1|', 'y|1|p', 'y|1|q']);
});

test('what was published before stays published', async () => {
  const figures = new Map([figure('a|1|', 'count', 3), figure('b|1|', 'sum', 36)]);
  const system = input(figures, ['a|1|']);
  const cells = system.cells.map((cell) => (cell.id === 'b|1|' ? { ...cell, fixed: true } : cell));
  const { result } = await settle(
    { ...system, cells },
    figures,
    [['a|1|', 'b|1|']],
    [],
    plain(),
    silentEffects(),
  );
  expect([...result.hidden.keys()]).toEqual(['a|1|']);
});

test('the last run of the algorithm has seen the whole pattern', async () => {
  const figures = new Map([figure('a|1|', 'count', 3), figure('b|1|', 'sum', 36)]);
  const asked: string[][] = [];
  await settle(input(figures, ['a|1|']), figures, [['a|1|', 'b|1|']], [], plain(asked), silentEffects());
  expect(asked).toEqual([['a|1|'], ['a|1|', 'b|1|']]);
});

test('zeros of one place are tied, whomever their measures are about', () => {
  const [id, about] = figure('receipts|2024|link=linked&sex=female', 'sum', 0);
  const figures = new Map([
    figure('members|2024|sex=female', 'count', 0),
    [id, { ...about, place: { sex: 'female' } }] as const,
    figure('yen|2024|link=unlinked', 'sum', 0),
    figure('points|2024|link=unlinked', 'sum', 0),
  ]);
  expect(tiesOf(figures, new Map())).toEqual([
    ['members|2024|sex=female', 'receipts|2024|link=linked&sex=female'],
    ['yen|2024|link=unlinked', 'points|2024|link=unlinked'],
  ]);
});

test('a count and the sum of its column are tied, and all zeros of a place', () => {
  const figures = new Map([
    figure('members|2024|sex=male', 'count', 4),
    figure('months|2024|sex=male', 'sum', 40),
    figure('members|2024|sex=female', 'count', 0),
    figure('months|2024|sex=female', 'sum', 0),
    figure('yen|2024|sex=female', 'sum', 0),
    figure('yen|2024|sex=male', 'sum', 9),
  ]);
  expect(tiesOf(figures, new Map([['members', 'months']]))).toEqual([
    ['members|2024|sex=male', 'months|2024|sex=male'],
    ['members|2024|sex=female', 'months|2024|sex=female'],
    ['members|2024|sex=female', 'months|2024|sex=female', 'yen|2024|sex=female'],
  ]);
});
