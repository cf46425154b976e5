import { openForCount } from '#private/warehouse.ts';
import type { Analysis } from '#shared/analyses.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { policyFor } from '../primary.ts';
import { requireAcyclic } from '../tables/acyclic.ts';
import { checkModel } from './check.ts';
import { type Counted, count } from './count.ts';
import { withReferences } from './reference.ts';
import { openSociety, type Society } from './society.ts';

/**
 * Counts every analysis once in the locked warehouse, and looks at the strata behind standardised figures for each
 * policy given: one list of analyses for each. Analyses without a closed period are left out: there is nothing to show.
 */
export async function countAll(
  home: Home,
  analyses: readonly Analysis[],
  publications: readonly Settings['publication'][],
  effects: Effects,
): Promise<{ readonly society: Society; readonly counted: readonly (readonly Counted[])[] }> {
  const warehouse = await openForCount(home.warehouse, home.tmp);
  const step = effects.language === 'ja' ? '数えています' : 'counting';
  try {
    const society = await openSociety(warehouse, listsOf(analyses));
    requireAcyclic(analyses, society);
    const counted: Counted[][] = publications.map(() => []);
    for (const [index, analysis] of analyses.entries()) {
      effects.progress(step, index, analyses.length);
      await checkModel(warehouse, analysis, society);
      const one = await count(warehouse, analysis, publications[0]!.minimumHouseholds);
      if (one.periods.length === 0) continue;
      for (const [at, publication] of publications.entries())
        counted[at]!.push(await withReferences(warehouse, one, policyFor(publication, analysis.contract)));
    }
    return { society, counted };
  } finally {
    warehouse.close();
  }
}

function listsOf(analyses: readonly Analysis[]): readonly string[] {
  return analyses.flatMap(({ contract }) => Object.values(contract.dimensions).map(({ list }) => list));
}
