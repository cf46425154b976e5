import type { Settings } from '#shared/config.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import type { Effects } from '#shared/effects.ts';
import type { Counted } from './count/count.ts';
import type { Society } from './count/society.ts';
import { policyFor } from './primary.ts';
import { type Protected, protect } from './protect.ts';
import { leak } from './refusals.ts';
import { type Protect, type Settled, settle, tiesOf } from './settle.ts';
import { type Figure, figuresOf, sameColumns } from './tables/cells.ts';
import { protectOthers } from './tables/others.ts';
import { relationsOf } from './tables/relations.ts';
import { type Published, systemOf } from './tables/system.ts';

export type Guarded = Settled & { readonly figures: ReadonlyMap<string, Figure> };

/**
 * All analyses as one table system, with what was published before, protected and proved.
 * @throws {UserError} GATE_CONTRACT, GATE_TOO_LARGE, GATE_IMPOSSIBLE, GATE_AUDIT_FAILED
 */
export async function protectAll(
  publication: Settings['publication'],
  society: Society,
  counted: readonly Counted[],
  publishedOf: (figures: ReadonlyMap<string, Figure>) => Published,
  effects: Effects,
  algorithm: Protect = protect,
): Promise<Guarded> {
  const policyOf = (contract: AnalysisContract) => policyFor(publication, contract);
  const analyses = counted.map((one) => one.analysis);
  const all = figuresOf(counted, society, policyOf);
  const { figures, others } = protectOthers(counted, all, society, policyOf);
  const known = relationsOf(analyses, figures, society);
  const system = systemOf(figures, known, others, publishedOf(figures), publication);
  const tied = tiesOf(figures, sameColumns(analyses));
  const settled = await settle(system, figures, tied, known, algorithm, effects);
  requireSafe(figures, settled.result);
  return { ...settled, figures };
}

/** Whatever the algorithm did: no figure that a rule names may be shown. @throws {UserError} GATE_AUDIT_FAILED */
function requireSafe(figures: ReadonlyMap<string, Figure>, { hidden, failures }: Protected): void {
  const open = [...figures.values()].filter((figure) => figure.primary && !hidden.has(figure.id));
  if (open.length > 0 || failures > 0) throw leak(open.length + failures);
}
