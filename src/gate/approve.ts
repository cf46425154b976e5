import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, releaseId } from '#release/form.ts';
import { openRelease } from '#release/read.ts';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';
import { approvedReleases, type Conflict, conflictsWith, requireNotLowered } from './history.ts';
import { requireProof } from './stored-proof.ts';

/**
 * Makes a candidate the current release. Approving an approved one again only makes it current.
 * Killed at any moment, either the old or the new release is current, whole.
 * @throws {UserError} NOT_FOUND, RELEASE_ALTERED, GATE_AUDIT_FAILED (its proof is not on file), RELEASE_CONFLICT,
 * GATE_K_LOWERED
 */
export async function approveRelease(home: Home, id: string): Promise<Manifest> {
  if (!releaseId.safeParse(id).success) throw unknownCandidate();
  const [candidate, released] = [join(home.candidates, id), join(home.releases, id)];
  const from = existsSync(released) ? released : candidate;
  if (!existsSync(from)) throw unknownCandidate();
  const publicKey = readKeyFile(home, 'release.pub');
  const release = await openRelease(from, publicKey, id);
  requireProof(home, release.manifest);
  if (from === candidate) {
    const approved = await approvedReleases(home);
    requireNotLowered(release.manifest.k, approved);
    const conflicts = conflictsWith(release, approved);
    if (conflicts.length > 0) throw conflict(conflicts);
    mkdirSync(home.releases, { recursive: true, mode: 0o750 });
    renameSync(candidate, released);
  }
  writeFileSync(`${home.releaseKey}.new`, publicKey, { mode: 0o644 });
  renameSync(`${home.releaseKey}.new`, home.releaseKey);
  writeFileSync(`${home.current}.new`, `${id}\n`, { mode: 0o644 });
  renameSync(`${home.current}.new`, home.current);
  rmSync(candidate, { recursive: true, force: true });
  return release.manifest;
}

function unknownCandidate(): UserError {
  return new UserError(
    'NOT_FOUND',
    { ja: 'その番号の公開候補はありません。', en: 'There is no candidate of this id.' },
    {
      hint: {
        ja: 'kenpo release で候補を作り、表示された番号を指定してください。',
        en: 'Make one with kenpo release and use the id it prints.',
      },
    },
  );
}

function conflict(conflicts: readonly Conflict[]): UserError {
  const periods = [...new Set(conflicts.map(({ period }) => period))].sort().join('、');
  return new UserError(
    'RELEASE_CONFLICT',
    {
      ja: `すでに公開した期間（${periods}）の数字や表が、前の公開版と違います。差から個人が分かるおそれがあるため、公開していません。いまの公開版はそのままです。`,
      en: `Figures or tables of periods that are already public (${periods}) differ from the earlier release. The difference might show a person, so nothing was published. The current release stays as it is.`,
    },
    {
      data: { conflicts },
      hint: {
        ja: '公開済みの期間は、同じ数字と同じ表のまま残してください。新しい表は、まだ公開していない期間から加えられます。',
        en: 'Keep figures and tables of published periods as they are; new tables can start with periods not yet published.',
      },
    },
  );
}
