import { describe, expect, test } from 'vitest';
import { moved, readingOf } from '../../../src/public/reports/reading.ts';
import { changed, factory, hidden, isAt, sourceOf, withValue, year } from './sample-report.ts';

type Figures = Readonly<Record<string, number>>;

/** The source with figures of the unit (`own`) and of the society, by analysis and measure, in the report's year. */
async function read(name: string, analysis: string, at: object, own: Figures, society: Figures) {
  const source = await sourceOf(
    changed((cell, of) => {
      if (of !== analysis || cell.period !== String(year)) return cell;
      const mine = own[cell.measure];
      const whole = society[cell.measure];
      if (mine !== undefined && isAt(cell, { ...at, unit: factory.code })) return withValue(cell, mine);
      if (whole !== undefined && isAt(cell, { ...at })) return withValue(cell, whole);
      return cell;
    }),
  );
  const indicator = source.definition.groups
    .flatMap((group) => group.indicators)
    .find((one) => one.name === name)!;
  return readingOf(source.cells, indicator, factory.code, year)!;
}

/** 400 persons at a mean of 20 %: 3.09 × √(0.2 × 0.8 ÷ 400) = 6.18 points. */
const risk = (risk_rate: number) =>
  read('obesity', 'checkup-risk', { risk: 'obesity' }, { risk_rate, base: 400 }, { risk_rate: 20 });
const habit = (good_rate: number) =>
  read('sleep', 'habits', { habit: 'sleep' }, { good_rate, answered: 400 }, { good_rate: 20 });
/** 400 of 1,000 persons, spread 9·10⁸: √(400 × 900,000) thousand yen = 19,000 of 100,000: 58.6 points. */
const cost = (cost_index: number) =>
  read(
    'cost',
    'employer-cost',
    {},
    { cost_index, members: 400, expected: 100_000_000 },
    { cost_index: 100, members: 1000, spread: 900_000_000 },
  );

describe('an indicator beside the society', () => {
  test.each([
    [26.1, 'same'],
    [26.2, 'bad'],
    [13.9, 'same'],
    [13.8, 'good'],
  ])('a risk of %f percent against 20 percent: %s', async (rate, verdict) => {
    const reading = await risk(rate);
    expect(reading.half).toBeCloseTo(6.18, 3);
    expect(reading.verdict).toBe(verdict);
  });

  test.each([
    [26.2, 'good'],
    [13.8, 'bad'],
  ])('a good habit of %f percent against 20 percent: %s', async (rate, verdict) => {
    expect((await habit(rate)).verdict).toBe(verdict);
  });

  test.each([
    [158, 'same'],
    [159, 'bad'],
    [42, 'same'],
    [41, 'good'],
  ])('a cost level of %i: %s', async (level, verdict) => {
    const reading = await cost(level);
    expect(reading.half).toBeCloseTo(58.63, 2);
    expect(reading.verdict).toBe(verdict);
  });

  test.each(['risk_rate', 'base'])('is not judged where %s of the unit is hidden', async (measure) => {
    const source = await sourceOf(
      changed((cell, analysis) => {
        const own = isAt(cell, { risk: 'obesity', unit: factory.code }) && cell.measure === measure;
        return analysis === 'checkup-risk' && own ? hidden(cell) : cell;
      }),
    );
    const [obesity] = source.definition.groups[1]!.indicators;
    expect(readingOf(source.cells, obesity!, factory.code, year)!.verdict).toBe('unknown');
  });
});

/** 400 persons in both years at 20 %: 1.96 × √(2 × 0.02²) = 5.54 points. */
test.each([
  [25.5, 0],
  [25.6, 1],
  [14.5, 0],
  [14.4, -1],
])('from 20 %% the year before to %f percent: moved %i', async (rate, way) => {
  const source = await sourceOf(
    changed((cell, analysis) => {
      if (analysis !== 'checkup-risk') return cell;
      const mine = isAt(cell, { risk: 'obesity', unit: factory.code });
      if (mine && cell.measure === 'base') return withValue(cell, 400);
      if (mine && cell.measure === 'risk_rate') return withValue(cell, cell.period === '2025' ? rate : 20);
      return cell.measure === 'risk_rate' && isAt(cell, { risk: 'obesity' }) ? withValue(cell, 20) : cell;
    }),
  );
  const [obesity] = source.definition.groups[1]!.indicators;
  expect(moved(source.cells, obesity!, factory.code, year)).toBe(way);
});
