import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Attack, attackRelease } from '#gate/attack/attack.ts';
import { auditRelease } from '#gate/attack/report.ts';
import type { Cell } from '#release/form.ts';
import type { Release } from '#release/read.ts';
import type { AnalysisContent } from '#release/write.ts';
import { words } from '../../release/sample-release.ts';
import { byUnit, type Counts, guardedCells, keys, trueCells, written } from './guarded-release.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function release(...given: Parameters<typeof written>): Release {
  const made = written(...given);
  folders.push(dirname(made.directory));
  return made;
}

const attackOn = (cells: readonly Cell[]) => attackRelease(release([byUnit(cells)]), []);
const namesOf = ({ exposed }: Attack) => exposed.map(({ at }) => Object.values(at).join(' '));
const isClean = ({ exposed, knownSmall, contradictions }: Attack) =>
  exposed.length + knownSmall.length + contradictions.length === 0;

const counts: Counts = { male: [3, 40, 25, 60], female: [21, 33, 7, 50] };

function hide(cells: readonly Cell[], ...names: readonly string[]): Cell[] {
  return cells.map((cell) =>
    names.includes(Object.values(cell.at).join(' ')) ? { ...cell, value: null, status: 'hidden' } : cell,
  );
}

describe('figures and sums', () => {
  test('what the gate protected holds', async () => {
    const found = await attackOn(await guardedCells(counts));
    expect(found).toMatchObject({ exposed: [], knownSmall: [], contradictions: [], cells: 15, relations: 8 });
    expect(found.hidden).toBeGreaterThanOrEqual(4);
    expect(found.intervals).toMatchObject({ undecided: 0, safeInFractions: 0 });
    expect(found.intervals.safe).toBe(found.intervals.tried);
  });

  test('every secondary of a small pattern is needed: shown again, its place or another one is found', async () => {
    const truth = trueCells(counts);
    const guarded = await guardedCells(counts);
    const secondaries = [...guarded.keys()].filter(
      (i) => guarded[i]!.status === 'hidden' && truth[i]!.value! >= 10,
    );
    expect(secondaries.length).toBeGreaterThanOrEqual(2);
    for (const i of secondaries) expect(isClean(await attackOn(guarded.with(i, truth[i]!)))).toBe(false);
  });

  test('a total less its visible part is named', async () => {
    const found = await attackOn(hide(trueCells(counts), 'male E1', 'female E3'));
    expect(namesOf(found).sort()).toEqual(['female E3', 'male E1']);
  });

  test('what follows only from several sums together is named', async () => {
    const names = ['male E1', 'male E2', 'male E3', 'female E1', 'female E2', 'total E3'];
    const found = await attackOn(hide(trueCells(counts), ...names));
    expect(namesOf(found)).toContain('male E3');
    expect(namesOf(found)).not.toContain('male E1');
  });

  test('a count of 1…k−1 that is shown is named, k is not', async () => {
    const at = async (value: number) =>
      (await attackOn(trueCells({ male: [value, 40, 25, 60], female: [21, 33, 17, 50] }))).knownSmall;
    expect(await at(0)).toEqual([]);
    expect(await at(1)).toEqual([['members|2024|sex=male&unit=E1']]);
    expect(await at(9)).toEqual([['members|2024|sex=male&unit=E1']]);
    expect(await at(10)).toEqual([]);
  });

  test('hidden parts that can only be few together are a small group', async () => {
    const few: Counts = { male: [2, 3, 25, 60], female: [30, 33, 27, 50] };
    const cells = hide(trueCells(few), 'male E1', 'male E2', 'female E1', 'female E2');
    const found = await attackOn(cells);
    expect(found.knownSmall).toContainEqual([
      'members|2024|sex=male&unit=E1',
      'members|2024|sex=male&unit=E2',
    ]);
  });

  test('figures that do not add up are named', async () => {
    const truth = trueCells(counts);
    const at = truth.findIndex((cell) => cell.at['sex'] === 'male' && cell.at['unit'] === 'E2');
    const found = await attackOn(truth.with(at, { ...truth[at]!, value: 41 }));
    expect(found.contradictions).toContain('members|2024|sex=male');
    const hidden = hide(truth, 'male E1', 'female E1', 'male E3', 'female E3');
    const total = hidden.findIndex((cell) => cell.at['sex'] === 'total' && cell.at['unit'] === 'E1');
    const broken = await attackOn(hidden.with(total, { ...hidden[total]!, value: 1000 }));
    expect(broken.contradictions.length).toBeGreaterThan(0);
  });

  test('protected tables of any numbers hold, tables with only the small counts hidden mostly do not', async () => {
    const count = fc.integer({ min: 0, max: 40 });
    const row = fc.array(count, { minLength: 4, maxLength: 4 });
    let naive = 0;
    await fc.assert(
      fc.asyncProperty(row, row, async (male, female) => {
        const some = { male: male.with(0, 20 + male[0]!), female: female.with(0, 20 + female[0]!) };
        expect(isClean(await attackOn(await guardedCells(some)))).toBe(true);
        const small = trueCells(some).map(
          (cell): Cell =>
            0 < cell.value! && cell.value! < 10 ? { ...cell, value: null, status: 'hidden' } : cell,
        );
        if (!isClean(await attackOn(small))) naive++;
      }),
      { numRuns: 25, seed: 6 },
    );
    expect(naive).toBeGreaterThan(5);
  });
});

const persons = (quantity: string, of?: string) => ({
  kind: 'persons' as const,
  title: words('人数'),
  unit: words('人'),
  quantity,
  ...(of && { of }),
});

/** One figure of each measure for the whole society. */
function whole(
  measures: AnalysisContent['measures'],
  values: Readonly<Record<string, number | null>>,
  period = '2024',
): AnalysisContent {
  const cells = Object.entries(values).map(([measure, value]): Cell => {
    return { period, at: { sex: 'total' }, measure, value, status: value === null ? 'hidden' : 'ok' };
  });
  return byUnit(cells, {
    dimensions: { sex: { title: words('性別'), list: 'sex' } },
    tables: [[]],
    measures,
    periods: [period],
  });
}

describe('parts, rates, years and lists', () => {
  const members = persons('members');
  const seen = persons('seen', 'members');

  test.each([
    [40, false],
    [41, true],
    [49, true],
    [50, false],
  ])('of 50 members %i are seen: those who are not can be small', async (part, isSmall) => {
    const found = await attackRelease(release([whole({ members, seen }, { members: 50, seen: part })]), []);
    expect(found.knownSmall).toEqual(isSmall ? [['members|2024| − seen|2024|']] : []);
  });

  test('a rate gives its hidden numerator away, unless rounding leaves a wide range', async () => {
    const rate = {
      kind: 'ratio' as const,
      title: words('割合'),
      unit: words('%'),
      numerator: 'seen',
      denominator: 'members',
      scale: 100,
      decimals: 1,
    };
    const attackAt = (all: number, percent: number) =>
      attackRelease(
        release([whole({ members, seen, rate }, { members: all, seen: null, rate: percent })]),
        [],
      );
    expect((await attackAt(200, 3)).knownSmall).toEqual([['seen|2024|']]);
    expect((await attackAt(200, 20)).exposed).toHaveLength(1);
    expect(isClean(await attackAt(50_000, 20))).toBe(true);
  });

  test('months of a year: counts overlap, yen add up', async () => {
    const yen = { ...persons('yen'), kind: 'sum' as const };
    const months = Array.from({ length: 12 }, (_, i) =>
      i < 9 ? `2024-${String(i + 4).padStart(2, '0')}` : `2025-0${i - 8}`,
    );
    const byMonth = months.map((month, i) => ({
      ...whole({ members, yen }, { members: 60, yen: i === 0 ? null : 1000 }, month),
      name: `m${i}`,
      period: 'month' as const,
    }));
    const found = await attackRelease(
      release([whole({ members, yen }, { members: 64, yen: 12_500 }), ...byMonth]),
      [],
    );
    expect(found.exposed).toMatchObject([{ period: '2024-04', measure: 'yen' }]);
    expect(found.knownSmall).toHaveLength(12);
    expect(found.contradictions).toEqual([]);
  });

  test('a coarse code is the sum of the finer ones that name it', async () => {
    const at = (dimension: string, code: string, value: number | null): Cell => {
      return {
        period: '2024',
        at: { [dimension]: code },
        measure: 'members',
        value,
        status: value === null ? 'hidden' : 'ok',
      };
    };
    const analysis = (name: string, dimension: string, cells: readonly Cell[]) =>
      byUnit(cells, {
        name,
        dimensions: { [dimension]: { title: words('年齢'), list: dimension } },
        tables: [[dimension]],
      });
    const entry = (code: string, parent?: string) => ({
      code,
      ja: code,
      en: code,
      ...(parent && { parent }),
    });
    const lists = {
      band: [entry('b1', 'g1'), entry('b2', 'g1'), entry('b3', 'g2')],
      group: [entry('g1'), entry('g2')],
    };
    const fine = analysis('bands', 'band', [
      at('band', 'b1', 30),
      at('band', 'b2', null),
      at('band', 'b3', null),
    ]);
    const coarse = analysis('groups', 'group', [at('group', 'g1', 34), at('group', 'g2', null)]);
    const found = await attackRelease(release([fine, coarse], undefined, { lists }), []);
    expect(found.exposed.map((place) => place.at)).toEqual([{ band: 'b2' }]);
  });
});

describe('several releases', () => {
  const values = (...numbers: (number | null)[]) =>
    numbers.map((members) => whole({ members: persons('members') }, { members }));

  test.each([
    [null, 100, ['shown']],
    [100, null, ['shown']],
    [100, 100, []],
    [100, 109, ['few']],
    [100, 110, []],
  ])('%j now and %j before', async (now, before, kinds) => {
    const [first, second] = values(now, before);
    const { differences, changed } = await attackRelease(release([first!]), [release([second!])]);
    expect(differences.map(({ kind }) => kind)).toEqual(kinds);
    expect(changed).toBe(now !== null && before !== null && now !== before ? 1 : 0);
  });

  test('those in the same folder are compared, and one that cannot be read is counted', async () => {
    const [first, second] = values(null, 100);
    const now = release([first!]);
    release([second!], dirname(now.directory));
    const report = await auditRelease(now.directory);
    expect(report).toMatchObject({ others: 1, unreadable: 0, verdict: 'failure', proof: undefined });
    expect(report.attack.differences).toHaveLength(1);
    writeFileSync(join(dirname(now.directory), report.attack.differences[0]!.release, 'manifest.json'), '{}');
    expect(await auditRelease(now.directory)).toMatchObject({ others: 0, unreadable: 1, verdict: 'clean' });
  });
});

describe('whose release it is', () => {
  const one = () =>
    release(
      [whole({ members: persons('members') }, { members: 100 })],
      join(
        release([whole({ members: persons('members') }, { members: 100 })]).directory,
        '..',
        'public',
        'releases',
      ),
    );

  test('without a key the signature is not checked, without a signature there is none', async () => {
    const made = one();
    expect(await auditRelease(made.directory)).toMatchObject({ signature: 'not-checked', verdict: 'clean' });
    writeFileSync(join(made.directory, '..', '..', 'release.pub'), keys.publicKey);
    expect(await auditRelease(made.directory)).toMatchObject({ signature: 'valid' });
    rmSync(join(made.directory, 'manifest.sig'));
    expect(await auditRelease(made.directory)).toMatchObject({ signature: 'unsigned', verdict: 'clean' });
  });

  test('altered figures are refused, and so is what is no release', async () => {
    const made = one();
    writeFileSync(join(made.directory, 'members.arrow'), 'x');
    await expect(auditRelease(made.directory)).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
    await expect(auditRelease(dirname(made.directory))).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' });
    const other = one();
    writeFileSync(join(other.directory, '..', '..', 'release.pub'), keys.publicKey);
    writeFileSync(join(other.directory, 'manifest.sig'), Buffer.alloc(64));
    await expect(auditRelease(other.directory)).rejects.toMatchObject({ code: 'RELEASE_ALTERED' });
  });
});

test('whatever a stranger wrote into the cells: an answer, never a crash', async () => {
  const truth = trueCells(counts);
  const value = fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom(-5, 0.5, 9e15, 2 ** 60, 1e300),
  );
  const cell = fc.record({ of: fc.nat(truth.length - 1), value });
  const names = fc.constantFrom('members', 'unknown', 'toString');
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 25 }), names, async (chosen, measure) => {
      const cells = chosen.map(({ of, value: now }): Cell => {
        return { ...truth[of]!, measure, value: now, status: now === null ? 'hidden' : 'ok' };
      });
      const found = await attackOn([...truth.slice(0, 6), ...cells]);
      expect(found.cells).toBeLessThanOrEqual(truth.length);
      expect(found.intervals.safe).toBeLessThanOrEqual(found.intervals.tried);
    }),
    { numRuns: 60, seed: 11 },
  );
});
