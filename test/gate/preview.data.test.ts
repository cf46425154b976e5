import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveRelease } from '#gate/approve.ts';
import { previewK } from '#gate/preview.ts';
import { makeRelease } from '#gate/release.ts';
import type { Settings } from '#shared/config.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import { silentEffects } from '#shared/effects.ts';
import { analysisOf, littleContract, people, type Society, smallSociety } from './small-society.ts';

let society: Society;
beforeAll(async () => {
  society = await smallSociety();
});
afterAll(() => society.remove());

const { sex } = littleContract.dimensions;
const { yen, ...others } = littleContract.measures;
const bySex: AnalysisContract = {
  ...littleContract,
  dimensions: { sex: sex! },
  tables: [['sex']],
  measures: { ...others, yen: { ...yen!, unit: { ja: '円', en: 'yen' } } },
};
const analyses = [analysisOf(bySex)];

const women = (count: number) =>
  society.fill([
    ...people(100, 1000, { sex: 'male', employer: null }),
    ...people(count, 2000, { sex: 'female', employer: null }),
  ]);
const preview = (...ks: number[]) => previewK(society.home, society.settings, ks, silentEffects(), analyses);

describe('what each k hides', () => {
  test.each([
    [4, [true, true, true]],
    [5, [false, true, true]],
    [6, [false, true, true]],
    [9, [false, true, true]],
    [10, [false, false, true]],
    [11, [false, false, true]],
    [19, [false, false, true]],
    [20, [false, false, false]],
    [21, [false, false, false]],
  ])('%i women beside 100 men', async (count, hides) => {
    await women(count);
    const steps = await preview(5, 10, 20);
    expect(steps.map(({ k }) => k)).toEqual([5, 10, 20]);
    expect(steps.map(({ analyses: [one] }) => one!.hidden > 0)).toEqual(hides);
    for (const {
      analyses: [one],
    } of steps)
      expect(one!.cells).toBe(9);
  });

  test('shares are those of the hidden leaves', async () => {
    await women(8);
    const [five, ten] = await preview(5, 10);
    expect(five!.analyses).toEqual([{ name: 'little', cells: 9, hidden: 0, persons: 0, yen: 0 }]);
    expect(ten!.analyses[0]).toMatchObject({ persons: 1, yen: 1 });
  });

  test('nothing is written', async () => {
    expect(readdirSync(society.home.candidates)).toEqual([]);
    expect(readdirSync(society.home.proofs)).toEqual([]);
    expect(existsSync(society.home.current)).toBe(false);
  });
});

describe('k may be raised, not lowered', () => {
  const withK = (k: number): Settings => ({
    ...society.settings,
    publication: { ...society.settings.publication, k },
  });
  const make = (k: number) => makeRelease(society.home, withK(k), silentEffects(), { analyses });

  test('below that of an approved release it is refused, before and at approval', async () => {
    await women(50);
    const early = await make(11);
    const approved = await make(12);
    await approveRelease(society.home, approved.id);
    const lowered = expect.objectContaining({ code: 'GATE_K_LOWERED' });
    await expect(make(11)).rejects.toEqual(lowered);
    await expect(approveRelease(society.home, early.id)).rejects.toEqual(lowered);
    expect((await make(12)).id).toBe(approved.id);
    expect((await make(13)).manifest.k).toBe(13);
  });
});
