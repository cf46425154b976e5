import { expect, test } from 'vitest';
import { plausibleContent } from './plausible-release.ts';
import { appOf, get, sampleRelease, sampleSite } from './sample-site.ts';

const content = await plausibleContent({ years: [2024, 2025] });

/** The plausible release with its unlinked share at 1.3 %, or hidden. */
async function appWith(share: 'shown' | 'hidden' | 'absent') {
  const analyses = content.analyses
    .filter(({ name }) => name !== 'receipt-linkage' || share !== 'absent')
    .map((analysis) => ({
      ...analysis,
      cells: analysis.cells.map((cell) => {
        if (cell.measure !== 'share' || cell.at['link'] !== 'unlinked') return cell;
        return share === 'shown'
          ? { ...cell, value: 1.3, status: 'ok' as const }
          : { ...cell, value: null, status: 'hidden' as const };
      }),
    }));
  return appOf(await sampleSite(await sampleRelease({ ...content, analyses })));
}

const textOf = async (app: Awaited<ReturnType<typeof appWith>>, path: string) =>
  (await get(app, path)).text();

test('pages of claims tell the share of claims that belong to no known member; others do not', async () => {
  const app = await appWith('shown');
  const said = '2025年度のレセプトの1.3%は加入者に結び付かず、集計に入っていません。';
  expect(await textOf(app, '/')).toContain(said);
  expect(await textOf(app, '/analyses/cost-by-age')).toContain(said);
  expect(await textOf(app, '/en/cost')).toContain('1.3% of the claims of FY2025');
  expect(await textOf(app, '/checkup')).not.toContain('加入者に結び付かず');
});

test.each(['hidden', 'absent'] as const)('nothing is said where the share is %s', async (share) => {
  const app = await appWith(share);
  expect(await textOf(app, '/')).not.toContain('加入者に結び付かず');
});
