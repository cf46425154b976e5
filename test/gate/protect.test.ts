import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditSystem } from '#gate/audit/audit.ts';
import { verifyProof } from '#gate/audit/verify.ts';
import { compile } from '#gate/model/compile.ts';
import type { Grade, InputCell, SystemInput } from '#gate/model/input.ts';
import { SLACK } from '#gate/model/system.ts';
import { protect } from '#gate/protect.ts';
import { checkSize } from '#gate/size.ts';
import { loadSolver } from '#gate/solver.ts';
import { UserError } from '#shared/errors.ts';
import { leaksOf } from './attack/leaks.ts';
import { shuffled } from './attack/random-system.ts';
import { systemOf } from './attack/run.ts';

const make = (
  values: Record<string, number>,
  relations: Record<string, string[] | string[][]>,
  grade: Grade = 'P2u',
  more: Record<string, Partial<InputCell>> = {},
): SystemInput => ({
  k: 10,
  grade,
  cells: Object.entries(values).map(([id, value]) => ({ id, value, ...more[id] })),
  relations: Object.entries(relations).flatMap(([total, parts]) =>
    (Array.isArray(parts[0]) ? (parts as string[][]) : [parts as string[]]).map((list) => ({
      total,
      parts: list,
    })),
  ),
});

const hiddenOf = async (input: SystemInput) => [...(await protect(input)).hidden.keys()].sort();

async function refusal(input: SystemInput): Promise<UserError> {
  try {
    await protect(input);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('single relations', () => {
  test.each([
    [9, ['p', 's']],
    [10, []],
    [11, []],
    [0, []],
  ])('a part of %i with k = 10', async (p, expected) => {
    expect(await hiddenOf(make({ p, q: 200, s: 12, t: p + 212 }, { t: ['p', 'q', 's'] }))).toHaveLength(
      expected.length,
    );
  });

  test('two small parts that sum to 9 take a third one; to 10 they protect each other', async () => {
    expect(await hiddenOf(make({ p: 4, q: 5, r: 50, t: 59 }, { t: ['p', 'q', 'r'] }))).toHaveLength(3);
    expect(await hiddenOf(make({ p: 4, q: 6, r: 50, t: 60 }, { t: ['p', 'q', 'r'] }))).toEqual(['p', 'q']);
  });

  test('at P2 the pair with sum 9 is enough, because each may be zero', async () => {
    expect(await hiddenOf(make({ p: 4, q: 5, r: 50, t: 59 }, { t: ['p', 'q', 'r'] }, 'P2'))).toEqual([
      'p',
      'q',
    ]);
  });

  test('a total with one part: both are hidden', async () => {
    const result = await protect(make({ p: 4, t: 4 }, { t: ['p'] }));
    expect([...result.hidden]).toEqual([
      ['p', { role: 'primary', reason: 'small' }],
      ['t', { role: 'primary', reason: 'small' }],
    ]);
  });

  test('a small total whose other parts are zero: the figure and its total are hidden', async () => {
    expect(
      await hiddenOf(
        make({ p: 7, z: 0, y: 0, t: 7, u: 90, all: 97 }, { t: ['p', 'z', 'y'], all: ['t', 'u'] }),
      ),
    ).toEqual(expect.arrayContaining(['p', 't']));
  });

  test('a figure without any relation is just hidden', async () => {
    for (const grade of ['P1', 'P2', 'P2u', 'P3'] as const) {
      expect(await hiddenOf(make({ p: 7, q: 20 }, {}, grade))).toEqual(['p']);
    }
  });

  test('k = 1 hides nothing; a huge k hides everything that is not zero', async () => {
    const tables = make({ p: 1, q: 20, z: 0, t: 21 }, { t: ['p', 'q', 'z'] });
    expect(await hiddenOf({ ...tables, k: 1 })).toEqual([]);
    expect(await hiddenOf({ ...tables, k: 1_000_000 })).toEqual(expect.arrayContaining(['p', 'q', 't']));
  });

  test('no cells, no relations', async () => {
    const result = await protect({ k: 10, grade: 'P2u', cells: [], relations: [] });
    expect(result).toMatchObject({ primary: 0, secondary: 0, audited: 0, failures: 0 });
  });

  test('a hidden total cannot keep its secret while all its parts are shown', async () => {
    const rule = { primary: true, primaryReason: 'households' };
    const result = await protect(make({ p: 20, q: 30, t: 50 }, { t: ['p', 'q'] }, 'P2u', { t: rule }));
    expect(result.hidden.get('t')).toEqual({ role: 'primary', reason: 'households' });
    expect(result.secondary).toBe(1);
  });

  test('structural zeros protect nobody', async () => {
    const result = await protect(
      make({ p: 7, z: 0, q: 40, t: 47 }, { t: ['p', 'z', 'q'] }, 'P1', { z: { structural: true } }),
    );
    expect(result.hidden.has('z')).toBe(false);
    expect(result.secondary).toBe(1);
  });
});

describe('the past', () => {
  test('what was hidden stays hidden, and is told so', async () => {
    const result = await protect(
      make({ p: 20, q: 30, t: 50 }, { t: ['p', 'q'] }, 'P2u', { p: { wasHidden: true } }),
    );
    expect([...result.hidden]).toEqual([['p', { role: 'secondary', reason: 'hidden-before' }]]);
  });

  test('what was published is refused as soon as it gives a cell away', async () => {
    const fixed = { fixed: true };
    const error = await refusal(
      make({ p: 7, q: 30, t: 37 }, { t: ['p', 'q'] }, 'P2u', { q: fixed, t: fixed }),
    );
    expect([error.code, error.exitCode, error.data]).toEqual([
      'GATE_IMPOSSIBLE',
      12,
      { impossible: [{ cell: 'p', cut: ['q', 't'] }] },
    ]);
  });

  test('a refusal found by the solver names the figures in the way', async () => {
    const fixed = { fixed: true };
    const tables = make({ p: 7, q: 2, r: 40, t: 49 }, { t: ['p', 'q', 'r'] }, 'P3', { r: fixed, t: fixed });
    const error = await refusal(tables);
    expect(error.code).toBe('GATE_IMPOSSIBLE');
    expect(error.data).toEqual({
      impossible: [
        { cell: 'p', cut: ['r', 't'] },
        { cell: 'q', cut: ['r', 't'] },
      ],
    });
  });
});

describe('amounts', () => {
  const yen = (value: number, margin?: number): InputCell => ({
    id: '',
    value,
    kind: 'sum',
    ...(margin === undefined ? {} : { primary: true, needLower: margin, needUpper: margin }),
  });
  const amounts = (list: Record<string, InputCell>, relations: Record<string, string[]>): SystemInput => ({
    k: 10,
    grade: 'P2u',
    cells: Object.entries(list).map(([id, cell]) => ({ ...cell, id })),
    relations: Object.entries(relations).map(([total, parts]) => ({ total, parts })),
  });

  test('the partner must leave enough room on both sides', async () => {
    const tables = amounts(
      {
        p: yen(9_000_000_000, 900_000_000),
        s: yen(899_999_999),
        m: yen(900_000_000),
        b: yen(70_000_000_000),
        t: yen(80_799_999_999),
      },
      { t: ['p', 's', 'm', 'b'] },
    );
    const hidden = await hiddenOf(tables);
    expect(hidden).toHaveLength(2);
    expect(hidden).not.toContain('s');
    const { proof } = await protect(tables);
    const system = compile(tables);
    expect(
      verifyProof(
        system,
        Uint8Array.from(system.ids, (id) => (hidden.includes(id) ? 1 : 0)),
        proof,
      ),
    ).toBe(true);
  });

  test('margins are kept in linked tables with large amounts', async () => {
    for (let seed = 5; seed <= 150; seed += 5) {
      const plain = systemOf(seed);
      const large: SystemInput = {
        ...plain,
        cells: plain.cells.map((cell) => ({
          ...cell,
          value: cell.value * 123_456_789,
          ...(cell.primary
            ? {
                needLower: (cell.needLower ?? 0) * 123_456_789,
                needUpper: (cell.needUpper ?? 0) * 123_456_789,
              }
            : {}),
        })),
      };
      const outcome = await protect(large).catch((error: unknown) => error);
      if (outcome instanceof UserError) expect(outcome.code).toBe('GATE_IMPOSSIBLE');
      else expect(outcome).toMatchObject({ failures: 0 });
    }
  });
});

describe('overlapping groups', () => {
  test('part ≤ whole with a slack does not force anything by itself', async () => {
    const tables = make({ part: 6, rest: 44, whole: 50 }, { whole: ['part', 'rest'] }, 'P2u', {
      rest: { kind: 'slack' },
    });
    expect(await hiddenOf(tables)).toEqual(['part']);
  });

  test('where not having it is the secret, the slack is primary', async () => {
    const tables = make({ part: 46, rest: 4, whole: 50 }, { whole: ['part', 'rest'] }, 'P2u', {
      rest: { kind: 'slack', primary: true },
    });
    expect(await hiddenOf(tables)).toHaveLength(1);
  });
});

describe('the auditor is awake', () => {
  test('publishing one secondary of a sound pattern is caught, by the auditor and by brute force', async () => {
    const highs = await loadSolver();
    let planted = 0;
    let caught = 0;
    for (let seed = 1; seed < 150; seed++) {
      const input = systemOf(seed);
      const result = await protect(input).catch(() => undefined);
      if (!result) continue;
      const system = compile(input);
      for (let cell = 0; cell < system.ids.length; cell++) {
        const ids = system.members[cell]!;
        if (system.primary[cell] || !ids.some((id) => result.hidden.has(id))) continue;
        const left = new Set([...result.hidden.keys()].filter((id) => !ids.includes(id)));
        const hidden = Uint8Array.from(system.members, (members, c) =>
          system.kind[c] === SLACK || members.some((id) => left.has(id)) ? 1 : 0,
        );
        const audit = auditSystem(highs, system, hidden);
        const verdict = leaksOf(input, left);
        planted++;
        if (verdict.leaks.length > 0) {
          caught++;
          expect(audit.failures.length).toBeGreaterThan(0);
          expect(verifyProof(system, hidden, result.proof)).toBe(false);
        } else if (verdict.gaveUp === 0) {
          expect(audit.failures).toEqual([]);
        }
      }
    }
    expect(planted).toBeGreaterThan(30);
    expect(caught).toBeGreaterThan(planted / 2);
  });

  test('the auditor and the suppressor share nothing but the table model', () => {
    const root = new URL('../../src/gate/', import.meta.url);
    const importsOf = (folder: string) =>
      readdirSync(new URL(folder, root)).flatMap((file) => {
        const source = readFileSync(new URL(`${folder}${file}`, root), 'utf8');
        return [...source.matchAll(/from '([^']+)'/g)].map((match) => match[1]!);
      });
    const allowed = /^(\.\/[a-z-]+\.ts|\.\.\/model\/[a-z-]+\.ts|highs|#shared\/errors\.ts)$/;
    for (const folder of ['suppress/', 'audit/']) {
      const found = importsOf(folder);
      expect(found.length).toBeGreaterThan(10);
      expect(found.filter((name) => !allowed.test(name))).toEqual([]);
    }
    expect(
      importsOf('model/').filter((name) => !/^(\.\/[a-z-]+\.ts|#shared\/errors\.ts)$/.test(name)),
    ).toEqual([]);
    expect(allowed.test('../audit/verify.ts')).toBe(false);
  });
});

test('a block beyond the size rule is refused by its counts, with examples of what to coarsen', () => {
  const system = compile(make({ p: 4, q: 5, r: 50, t: 59 }, { t: ['p', 'q', 'r'] }));
  const hidden = Uint8Array.of(1, 1, 1, 0);
  expect(() => checkSize(system, hidden, 3)).not.toThrow();
  try {
    checkSize(system, hidden, 2);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({
      code: 'GATE_TOO_LARGE',
      exitCode: 12,
      data: { cells: 3, examples: ['p', 'q', 'r'] },
    });
  }
});

test('the same bytes for any order of the input', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const input = systemOf(seed);
    const outcome = async (told: SystemInput) => {
      try {
        const { hidden, proof } = await protect(told);
        return JSON.stringify([[...hidden].sort((a, b) => (a[0] < b[0] ? -1 : 1)), proof]);
      } catch (error) {
        return error instanceof UserError ? JSON.stringify(error.data) : String(error);
      }
    };
    expect(await outcome(shuffled(input, seed))).toBe(await outcome(input));
  }
});
