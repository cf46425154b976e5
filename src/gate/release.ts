import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '#release/form.ts';
import { type Analysis, discoverAnalyses } from '#shared/analyses.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { dateOf } from '#shared/month.ts';
import { requirePurpose } from '#shared/purposes.ts';
import { writeCandidate } from './candidate.ts';
import { countAll } from './count/all.ts';
import { type DisclosureReport, disclosureReport } from './disclosure-report.ts';
import { approvedReleases, publishedFigures, requireNotLowered } from './history.ts';
import { protectAll } from './one-system.ts';
import { nothingClosed } from './refusals.ts';
import type { Protect } from './settle.ts';
import { storeProof } from './stored-proof.ts';

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
 * GATE_AUDIT_FAILED, GATE_K_LOWERED; NOT_FOUND where nothing is closed, nothing was taken in or a key is missing.
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
  const { publication } = settings;
  const approved = await approvedReleases(home);
  requireNotLowered(publication.k, approved);
  const { society, counted: counts } = await countAll(home, analyses, [publication], effects);
  const counted = counts[0]!;
  const { closedThrough } = society;
  if (closedThrough === undefined || counted.length === 0) throw nothingClosed();
  const { figures, ...settled } = await protectAll(
    publication,
    society,
    counted,
    (all) => publishedFigures(approved, all),
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
