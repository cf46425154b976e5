import { describe, expect, test } from 'vitest';
import { type Proof, verifyProof } from '#gate/audit/verify.ts';
import { compile } from '#gate/model/compile.ts';
import type { Grade } from '#gate/model/input.ts';

/**
 *        x   y   sum
 *   a    4  30    34
 *   b   20  25    45
 *  sum  24  55    79
 */
const input = (grade: Grade) => ({
  k: 10,
  grade,
  cells: Object.entries({ ax: 4, ay: 30, a: 34, bx: 20, by: 25, b: 45, x: 24, y: 55, t: 79 }).map(
    ([id, value]) => ({ id, value }),
  ),
  relations: [
    { total: 'a', parts: ['ax', 'ay'] },
    { total: 'b', parts: ['bx', 'by'] },
    { total: 'x', parts: ['ax', 'bx'] },
    { total: 'y', parts: ['ay', 'by'] },
    { total: 't', parts: ['a', 'b'] },
    { total: 't', parts: ['x', 'y'] },
  ],
});

const system = compile(input('P2'));
const at = (id: string) => system.ids.indexOf(id);
const hide = (...ids: string[]) => Uint8Array.from(system.ids, (id) => (ids.includes(id) ? 1 : 0));
const square = hide('ax', 'ay', 'bx', 'by');

/** The corner pattern moved by `by`. */
const corners = (by: number, scale = 1): Proof => ({
  witnesses: [{ scale, cells: [at('ax'), at('ay'), at('bx'), at('by')], diff: [by, -by, -by, by] }],
  still: [],
  of: [0],
});

describe('the verifier, on a table worked by hand', () => {
  test.each([
    [-4, true],
    [-3, false],
    [5, false],
    [6, true],
    [20, true],
    [21, false],
    [-5, false],
  ])('moving the corners by %i', (by, good) => {
    expect(verifyProof(system, square, corners(by))).toBe(good);
  });

  test('P3 asks for k or more', () => {
    const strict = compile(input('P3'));
    expect(verifyProof(strict, square, corners(-4))).toBe(false);
    expect(verifyProof(strict, square, corners(6))).toBe(true);
  });

  test('a witness in fractions is checked in whole numbers too', () => {
    expect(verifyProof(system, square, corners(-8, 2))).toBe(true);
    expect(verifyProof(system, square, corners(-7, 2))).toBe(false);
  });

  test('a witness must not touch a published cell', () => {
    expect(verifyProof(system, hide('ax', 'ay', 'bx'), corners(-4))).toBe(false);
  });

  test('a witness must keep every relation', () => {
    const lame: Proof = {
      witnesses: [{ scale: 1, cells: [at('ax'), at('ay'), at('bx')], diff: [-4, 4, 4] }],
      still: [],
      of: [0],
    };
    expect(verifyProof(system, square, lame)).toBe(false);
  });

  test('a proof must cover every cell that needs one, with witnesses that exist', () => {
    expect(verifyProof(system, square, { witnesses: [], still: [], of: [] })).toBe(false);
    expect(verifyProof(system, square, { witnesses: [], still: [], of: [0] })).toBe(false);
    expect(verifyProof(system, square, { ...corners(-4), still: [], of: [0, 0] })).toBe(false);
  });

  test('a scale below one, half numbers and repeated cells are refused', () => {
    expect(verifyProof(system, square, corners(-4, 0))).toBe(false);
    expect(verifyProof(system, square, corners(-4.5))).toBe(false);
    const twice: Proof = {
      witnesses: [{ scale: 1, cells: [at('ax'), at('ax')], diff: [-4, 0] }],
      still: [],
      of: [0],
    };
    expect(verifyProof(system, square, twice)).toBe(false);
  });
});

describe('small groups at P2u', () => {
  const groups = (top: number) =>
    compile({
      k: 10,
      grade: 'P2u',
      cells: Object.entries({ p: 4, q: 5, r: top - 9, t: top }).map(([id, value]) => ({ id, value })),
      relations: [{ total: 't', parts: ['p', 'q', 'r'] }],
    });
  const swap: Proof = {
    witnesses: [
      { scale: 1, cells: [0, 1], diff: [-4, 4] },
      { scale: 1, cells: [0, 1], diff: [5, -5] },
    ],
    still: [],
    of: [0, 1, 0],
  };

  test('hidden parts with a sum of 9 under a published total have no proof', () => {
    expect(verifyProof(groups(59), Uint8Array.of(1, 1, 0, 0), swap)).toBe(false);
    expect(verifyProof(groups(59), Uint8Array.of(1, 1, 0, 0), { ...swap, still: [], of: [0, 1] })).toBe(
      false,
    );
  });

  test('with the total hidden the group needs a witness of its own', () => {
    const hidden = Uint8Array.of(1, 1, 0, 1);
    expect(verifyProof(groups(59), hidden, swap)).toBe(false);
    const free: Proof = {
      witnesses: [...swap.witnesses, { scale: 1, cells: [0, 3], diff: [6, 6] }],
      still: [],
      of: [0, 1, 2],
    };
    expect(verifyProof(groups(59), hidden, free)).toBe(true);
  });
});
