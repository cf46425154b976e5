import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditRelease } from '#gate/attack/report.ts';
import { type Cell, openCurrentRelease } from '#release/read.ts';
import { sampleHome } from '../fixtures/sample-home.ts';
import { smallRemainders } from './small-remainders.ts';

const release = await openCurrentRelease(sampleHome().public);
const k = release.manifest.k;

/** Cells of the persons measures of one analysis that add up over `dimension`. */
function additive(name: string): { dimension: string; measure: string }[] {
  const analysis = release.manifest.analyses.find((candidate) => candidate.name === name)!;
  const measures = Object.entries(analysis.measures).filter(([, measure]) => measure.kind === 'persons');
  const dimensions = Object.entries(analysis.dimensions).filter(
    ([, dimension]) => dimension.total !== false && !dimension.overlapping,
  );
  return measures.flatMap(([measure]) => dimensions.map(([dimension]) => ({ dimension, measure })));
}

test.each(release.manifest.analyses.map(({ name }) => [name]))(
  '%s: no total minus its visible parts is a small group',
  (name) => {
    const cells = release.cells(name);
    expect(cells.length).toBeGreaterThan(0);
    for (const { dimension, measure } of additive(name)) {
      expect(smallRemainders(cells, dimension, measure, k)).toEqual([]);
    }
  },
);

test.each(release.manifest.analyses.map(({ name }) => [name]))(
  '%s: no visible count lies in 1…k−1',
  (name) => {
    const analysis = release.manifest.analyses.find((candidate) => candidate.name === name)!;
    const small = release
      .cells(name)
      .filter((cell) => analysis.measures[cell.measure]!.kind === 'persons')
      .filter((cell) => cell.value !== null && cell.value > 0 && cell.value < k);
    expect(small).toEqual([]);
  },
);

test('whoever has the public files only finds out nothing, and the stored proof holds', async () => {
  const home = sampleHome();
  const { attack, ...report } = await auditRelease(join(home.releases, release.manifest.id), home);
  expect(report).toMatchObject({
    verdict: 'clean',
    signature: 'valid',
    proof: { digest: true, holds: true },
  });
  expect(attack.hidden).toBeGreaterThan(1000);
  expect(attack.intervals.safe).toBe(attack.intervals.tried);
});

test('the attack finds a planted small remainder', () => {
  const cell = (sex: string, value: number | null): Cell => ({
    period: '2024',
    at: { sex },
    measure: 'members',
    value,
    status: value === null ? 'hidden' : 'ok',
  });
  expect(
    smallRemainders([cell('total', 100), cell('male', 95), cell('female', null)], 'sex', 'members', 10),
  ).toHaveLength(1);
  expect(
    smallRemainders([cell('total', 105), cell('male', 95), cell('female', null)], 'sex', 'members', 10),
  ).toHaveLength(0);
});
