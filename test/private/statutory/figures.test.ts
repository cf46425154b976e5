import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archiveSize } from '#private/statutory/archives.ts';
import { figuresOf, largeChanges, shareOf } from '#private/statutory/figures.ts';
import { type Measure, statutoryChecks, statutoryMeasures } from '#private/statutory/pipelines.ts';
import { statutorySettings } from '#private/statutory/settings.ts';
import { tableCsv, tableLines } from '#private/statutory/table.ts';

const measure = (code: string, shareOf?: string): Measure => ({
  ...{ code, shareOf, number: '', shareNumber: '', mark: 'A', ja: code, en: code },
});
const measures = [measure('all'), measure('some', 'all')];

describe('figures', () => {
  test('both sexes and all ages are sums, and who is missing counts as nobody', () => {
    const rows = [
      { sex: 'male', band: '40-44', all: 3, some: 1 },
      { sex: 'male', band: '45-49', all: 5, some: 0 },
      { sex: 'female', band: '45-49', all: 7, some: 7 },
    ];
    const figures = figuresOf(rows, measures, ['40-44', '45-49']);
    const of = (sex: string, band: string) =>
      figures.find((one) => one.sex === sex && one.band === band)?.counts;
    expect(of('both', 'total')).toEqual({ all: 15, some: 8 });
    expect(of('both', '45-49')).toEqual({ all: 12, some: 7 });
    expect(of('male', 'total')).toEqual({ all: 8, some: 1 });
    expect(of('female', '40-44')).toEqual({ all: 0, some: 0 });
  });

  test.each<[some: number, all: number, share: number | undefined]>([
    [0, 0, undefined],
    [0, 7, 0],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 8, 12.5],
    [1, 2000, 0.1],
    [1, 2001, 0],
    [7, 7, 100],
  ])('%i of %i are %s percent, rounded half up', (some, all, share) => {
    expect(shareOf(measure('some', 'all'), { some, all })).toBe(share);
  });

  test('a measure without a base has no share', () => {
    expect(shareOf(measure('all'), { all: 5 })).toBeUndefined();
  });
});

describe('changes from last year', () => {
  const limits = { count: 30, share: 10, base: 100 };
  const changed = (before: Record<string, number>, now: Record<string, number>) =>
    largeChanges(measures, before, now, limits).map(({ code, kind }) => `${code} ${kind}`);

  test.each([
    [{ all: 100, some: 50 }, { all: 130, some: 65 }, []],
    [{ all: 100, some: 50 }, { all: 131, some: 65 }, ['all count']],
    [{ all: 100, some: 50 }, { all: 70, some: 35 }, []],
    [{ all: 100, some: 50 }, { all: 69, some: 35 }, ['all count']],
    [{ all: 100, some: 50 }, { all: 100, some: 60 }, []],
    [{ all: 1000, some: 500 }, { all: 1000, some: 601 }, ['some share']],
    [{ all: 1000, some: 500 }, { all: 1000, some: 399 }, ['some share']],
    [{ all: 99, some: 50 }, { all: 200, some: 10 }, []],
    [{ all: 100, some: 99 }, { all: 100, some: 0 }, ['some share']],
    [{ all: 0, some: 0 }, { all: 1000, some: 900 }, []],
  ])('%o to %o', (before, now, found) => {
    expect(changed(before, now)).toEqual(found);
  });
});

describe('the aggregate table', () => {
  test('names every column of the figures once, and shares of measures that exist', () => {
    const all = statutoryMeasures();
    const codes = all.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { shareOf: base, mark, ja, en } of all) {
      expect(base === undefined || codes.includes(base)).toBe(true);
      expect(['A', 'B', 'M']).toContain(mark);
      expect([ja, en]).not.toContain('');
    }
  });

  test('a CSV has a line per measure, share and sex, and a cell per band and total', () => {
    const figures = figuresOf([{ sex: 'male', band: '40-44', all: 2000, some: 1 }], measures, [
      ...['40-44', '45-49', '50-54', '55-59', '60-64', '65-69', '70-74'],
    ]);
    const text = Buffer.from(tableCsv(tableLines(figures, measures))).toString('utf8');
    expect(text.startsWith('\ufeff"性別"')).toBe(true);
    const lines = text.trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(9);
    expect(lines[0]).toBe('"計","","all（人）","A","2000","0","0","0","0","0","0","2000"');
    expect(lines[2]).toBe('"計","","allに占める割合（％）","A","0.1","","","","","","","0.1"');
  });
});

test('archives of one day are never more than their ten numbers', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.nat(400_000), (checkups, courses) => {
      const documents = { checkup: { written: checkups }, guidance: { written: courses } };
      const size = archiveSize(documents, 5000);
      expect(Math.ceil(checkups / size) + Math.ceil(courses / size)).toBeLessThanOrEqual(10);
    }),
  );
  expect(archiveSize({ checkup: { written: 40_000 }, guidance: { written: 10_000 } }, 5000)).toBe(5000);
  expect(archiveSize({ checkup: { written: 40_001 }, guidance: { written: 10_000 } }, 5000)).toBe(10_000);
});

test('checks say what they are in both languages, and what to do', () => {
  const checks = statutoryChecks();
  expect(checks.length).toBeGreaterThan(20);
  for (const { code, of, en, ja, mend } of checks) {
    expect(code.startsWith(of)).toBe(true);
    expect(en).toMatch(/^[ -~]+$/);
    expect(`${ja}${mend}`).toMatch(/[ぁ-ん]/);
  }
});

test('a year without settings is refused', () => {
  expect(statutorySettings(2025).receiver).toMatch(/^\d{8}$/);
  expect(() => statutorySettings(2007)).toThrow('NOT_FOUND');
});
