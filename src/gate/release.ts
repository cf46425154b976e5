import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openForCount } from '#private/warehouse.ts';
import type { Manifest } from '#release/form.ts';
import { type Analysis, discoverAnalyses } from '#shared/analyses.ts';
import type { Settings } from '#shared/config.ts';
import type { AnalysisContract } from '#shared/define/analysis.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { dateOf } from '#shared/month.ts';
import { requirePurpose } from '#shared/purposes.ts';
import { writeCandidate } from './candidate.ts';
import { checkModel } from './count/check.ts';
import { type Counted, count } from './count/count.ts';
import { withReferences } from './count/reference.ts';
import { openSociety, type Society } from './count/society.ts';
import { type DisclosureReport, disclosureReport } from './disclosure-report.ts';
import { approvedReleases, publishedFigures } from './history.ts';
import type { Policy } from './primary.ts';
import { type Protected, protect } from './protect.ts';
import { leak, nothingClosed } from './refusals.ts';
import { type Protect, type Settled, settle, tiesOf } from './settle.ts';
import { storeProof } from './stored-proof.ts';
import { requireAcyclic } from './tables/acyclic.ts';
import { type Figure, figuresOf, sameColumns } from './tables/cells.ts';
import { protectOthers } from './tables/others.ts';
import { relationsOf } from './tables/relations.ts';
import { systemOf } from './tables/system.ts';

/** A candidate: counted, protected, proved, signed; not public until it is approved. */
export type Candidate = {
  readonly id: string;
  readonly directory: string;
  readonly manifest: Manifest;
  readonly report: DisclosureReport;
  /** The private disclosure report (Markdown). */
  readonly reportPath: string;
};

type Options = { readonly analyses?: readonly Analysis[]; readonly protect?: Protect };

/**
 * Counts every analysis, protects all of them as one system, and writes the signed candidate to
 * `private/candidates/<id>/` and its proof and disclosure report to `private/proofs/<id>/`.
 * Nothing is written unless everything holds. What is public already keeps its proof and needs no candidate.
 * @throws {UserError} PURPOSE_NOT_ADOPTED, GATE_CONTRACT, GATE_UNKNOWN_PERSON, GATE_TOO_LARGE, GATE_IMPOSSIBLE,
 * GATE_AUDIT_FAILED; NOT_FOUND where nothing is closed, nothing was taken in or a key is missing.
 */
export async function makeRelease(
  home: Home,
  settings: Settings,
  effects: Effects,
  options: Options = {},
): Promise<Candidate> {
  const analyses = options.analyses ?? (await discoverAnalyses());
  for (const { name, contract } of analyses)
    requirePurpose(
      { what: { ja: `分析「${name}」`, en: `analysis "${name}"` }, ...contract },
      settings,
      dateOf(effects.now()),
    );
  const { society, counted } = await countAll(home, analyses, settings, effects);
  const { closedThrough } = society;
  if (closedThrough === undefined || counted.length === 0) throw nothingClosed();
  const { figures, ...settled } = await protectAll(
    home,
    settings,
    society,
    counted,
    effects,
    options.protect,
  );
  const { result } = settled;
  const manifest = writeCandidate(
    home,
    settings,
    { society, closedThrough, counted, figures, result },
    effects,
  );
  const report = disclosureReport(manifest.id, counted, society, figures, result);
  const { id } = manifest;
  const [candidate, released] = [join(home.candidates, id), join(home.releases, id)];
  if (existsSync(released)) {
    rmSync(candidate, { recursive: true });
    return { id, directory: released, manifest, report, reportPath: join(home.proofs, id, 'disclosure.md') };
  }
  return { id, directory: candidate, manifest, report, reportPath: storeProof(home, report, settled) };
}

/** All analyses as one table system, with what was published before, protected and proved. */
async function protectAll(
  home: Home,
  settings: Settings,
  society: Society,
  counted: readonly Counted[],
  effects: Effects,
  algorithm: Protect = protect,
): Promise<Settled & { readonly figures: ReadonlyMap<string, Figure> }> {
  const policyOf = (contract: AnalysisContract) => policyFor(settings, contract);
  const analyses = counted.map((one) => one.analysis);
  const all = figuresOf(counted, society, policyOf);
  const { figures, others } = protectOthers(counted, all, society, policyOf);
  const known = relationsOf(analyses, figures, society);
  const before = publishedFigures(await approvedReleases(home), figures);
  const system = systemOf(figures, known, others, before, settings.publication);
  const tied = tiesOf(figures, sameColumns(analyses));
  const settled = await settle(system, figures, tied, known, algorithm, effects);
  requireSafe(figures, settled.result);
  return { ...settled, figures };
}

function policyFor({ publication }: Settings, contract: AnalysisContract): Policy {
  return { ...publication, floor: publication.k, k: Math.max(publication.k, contract.k ?? 0) };
}

function listsOf(analyses: readonly Analysis[]): readonly string[] {
  return analyses.flatMap(({ contract }) => Object.values(contract.dimensions).map(({ list }) => list));
}

/** Counts in the locked warehouse. Analyses without a closed period are left out: there is nothing to show yet. */
async function countAll(
  home: Home,
  analyses: readonly Analysis[],
  settings: Settings,
  effects: Effects,
): Promise<{ readonly society: Society; readonly counted: readonly Counted[] }> {
  const warehouse = await openForCount(home.warehouse, home.tmp);
  const step = effects.language === 'ja' ? '数えています' : 'counting';
  try {
    const society = await openSociety(warehouse, listsOf(analyses));
    requireAcyclic(analyses, society);
    const counted: Counted[] = [];
    for (const [index, analysis] of analyses.entries()) {
      effects.progress(step, index, analyses.length);
      await checkModel(warehouse, analysis, society);
      const one = await count(warehouse, analysis, settings.publication.minimumHouseholds);
      counted.push(await withReferences(warehouse, one, policyFor(settings, analysis.contract)));
    }
    return { society, counted: counted.filter((one) => one.periods.length > 0) };
  } finally {
    warehouse.close();
  }
}

/** Whatever the algorithm did: no figure that a rule names may be shown. @throws {UserError} GATE_AUDIT_FAILED */
function requireSafe(figures: ReadonlyMap<string, Figure>, { hidden, failures }: Protected): void {
  const open = [...figures.values()].filter((figure) => figure.primary && !hidden.has(figure.id));
  if (open.length > 0 || failures > 0) throw leak(open.length + failures);
}
