import { describe, expect, test } from 'vitest';
import { compile } from '#gate/model/compile.ts';
import type { InputCell, SystemInput } from '#gate/model/input.ts';
import { hiddenAtStart } from '#gate/model/system.ts';
import { UserError } from '#shared/errors.ts';

const system = (
  cells: InputCell[],
  relations: [string, string[]][],
  rest: Partial<SystemInput> = {},
): SystemInput => ({
  k: 10,
  grade: 'P2u',
  cells,
  relations: relations.map(([total, parts]) => ({ total, parts })),
  ...rest,
});

function refusal(input: SystemInput): UserError {
  try {
    compile(input);
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('was not refused');
}

describe('equal figures', () => {
  test('a total with one part is the same cell, also through a chain', () => {
    const { ids, members } = compile(
      system(
        [
          { id: 'c', value: 7 },
          { id: 'b', value: 7 },
          { id: 'a', value: 7 },
        ],
        [
          ['a', ['b']],
          ['b', ['c']],
        ],
      ),
    );
    expect(ids).toEqual(['a']);
    expect(members).toEqual([['a', 'b', 'c']]);
  });

  test('zeros that a relation alone shows make others equal', () => {
    const { members, fixed, rows } = compile(
      system(
        [
          { id: 'none', value: 0 },
          { id: 'x', value: 0 },
          { id: 't', value: 12 },
          { id: 'p', value: 12 },
        ],
        [
          ['none', []],
          ['t', ['p', 'none']],
          ['p', ['p', 'x']],
        ],
      ),
    );
    expect(members).toEqual([['none'], ['p', 't'], ['x']]);
    expect([...fixed]).toEqual([1, 0, 1]);
    expect(rows.start.length).toBe(1);
  });

  test('repeated relations are dropped, in whatever order their parts come', () => {
    const cells = [
      { id: 't', value: 30 },
      { id: 'a', value: 12 },
      { id: 'b', value: 18 },
    ];
    expect(
      compile(
        system(cells, [
          ['t', ['a', 'b']],
          ['t', ['b', 'a']],
        ]),
      ).rows.start.length,
    ).toBe(2);
  });

  test('a part that counts twice keeps its factor', () => {
    const { rows } = compile(
      system(
        [
          { id: 't', value: 24 },
          { id: 'a', value: 10 },
          { id: 'b', value: 4 },
        ],
        [['t', ['a', 'a', 'b']]],
      ),
    );
    expect([...rows.coef]).toEqual([-2, -1, 1]);
  });

  test('the order of the input does not matter', () => {
    const cells = [
      { id: 't', value: 30 },
      { id: 'a', value: 12 },
      { id: 'b', value: 18 },
      { id: 'a2', value: 12 },
    ];
    const one = compile(
      system(cells, [
        ['t', ['a', 'b']],
        ['a', ['a2']],
      ]),
    );
    const other = compile(
      system(cells.toReversed(), [
        ['a', ['a2']],
        ['t', ['b', 'a']],
      ]),
    );
    expect(other).toEqual(one);
  });
});

describe('what is primary', () => {
  test.each([
    [0, 0],
    [1, 1],
    [9, 1],
    [10, 0],
    [11, 0],
  ])('a count of %i with k = 10', (value, primary) => {
    expect(compile(system([{ id: 'a', value }], [])).primary[0]).toBe(primary);
  });

  test('sums are primary only where the caller says so', () => {
    const cells: InputCell[] = [
      { id: 'a', value: 3, kind: 'sum' },
      { id: 'b', value: 300, kind: 'sum', primary: true, needUpper: 40, needLower: 500 },
    ];
    const { primary, low, high, both } = compile(system(cells, []));
    expect([...primary]).toEqual([0, 1]);
    expect([low[1], high[1], both[1]]).toEqual([0, 340, 1]);
  });

  test('slacks and figures hidden before are hidden from the start', () => {
    const cells: InputCell[] = [
      { id: 'part', value: 20 },
      { id: 'slack', value: 5, kind: 'slack' },
      { id: 'whole', value: 25 },
      { id: 'z', value: 40, wasHidden: true },
    ];
    const compiled = compile(system(cells, [['whole', ['part', 'slack']]]));
    expect([...hiddenAtStart(compiled)]).toEqual([0, 1, 0, 1]);
    expect([...compiled.loose]).toEqual([1]);
  });
});

describe('needs by grade', () => {
  test.each([
    ['P1', 6, 8],
    ['P2', 0, 10],
    ['P2u', 0, 10],
    ['P3', Number.NaN, 10],
  ] as const)('%s', (grade, low, high) => {
    const compiled = compile(system([{ id: 'a', value: 7 }], [], { grade }));
    expect([compiled.low[0], compiled.high[0]]).toEqual([low, high]);
  });

  test('a primary of k or more must only not be exactly known', () => {
    const compiled = compile(system([{ id: 'a', value: 12, primary: true }], []));
    expect([compiled.low[0], compiled.high[0]]).toEqual([11, 13]);
  });
});

describe('refusals name the place and no value', () => {
  const good = [
    { id: 'a', value: 4711 },
    { id: 't', value: 4711 },
  ];
  test.each([
    [
      'sum',
      system(
        [
          { id: 'a', value: 4711 },
          { id: 't', value: 4712 },
        ],
        [['t', ['a']]],
      ),
      { relation: 0, total: 't' },
    ],
    ['unknown part', system(good, [['t', ['b']]]), { relation: 0, total: 't', cell: 'b' }],
    [
      'unknown total',
      system(good, [
        ['t', ['a']],
        ['u', ['a']],
      ]),
      { relation: 1, total: 'u', cell: 'u' },
    ],
    ['repeated id', system([...good, { id: 'a', value: 4711 }], []), { cell: 'a' }],
    ['negative', system([{ id: 'a', value: -4711 }], []), { cell: 'a' }],
    ['not whole', system([{ id: 'a', value: 4711.5 }], []), { cell: 'a' }],
    ['not safe', system([{ id: 'a', value: 2 ** 53 }], []), { cell: 'a' }],
    ['structural but not zero', system([{ id: 'a', value: 4711, structural: true }], []), { cell: 'a' }],
    ['k', system(good, [], { k: 0 }), {}],
  ])('%s', (_, input, data) => {
    const error = refusal(input);
    expect(error.code).toBe('GATE_BAD_TABLE');
    expect(error.data).toEqual(data);
    expect(`${error.text.ja}${error.text.en}`).not.toMatch(/471|9007/);
  });
});
