import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { releaseId, signatureFile } from '#release/form.ts';
import { openRelease, type Release, readUnsigned } from '#release/read.ts';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';
import { checkProof, type ProofCheck } from '../check-proof.ts';
import { type Attack, attackRelease } from './attack.ts';

/** `unsigned`: there is no signature. `not-checked`: there is one, but no key to check it with. */
export type Signature = 'valid' | 'not-checked' | 'unsigned';

export type AuditReport = {
  readonly release: string;
  readonly signature: Signature;
  readonly attack: Attack;
  /** Other releases compared, and those beside it that could not be read. */
  readonly others: number;
  readonly unreadable: number;
  /** `undefined` without a home: proofs are private. */
  readonly proof: ProofCheck | undefined;
  readonly verdict: 'clean' | 'undecided' | 'failure';
};

/**
 * Attacks the release in a folder; with the home of its society also checks the stored proof.
 * @throws {UserError} INPUT_UNREADABLE (no release in the folder), RELEASE_ALTERED (not what was signed), NOT_FOUND
 */
export async function auditRelease(directory: string, home?: Home): Promise<AuditReport> {
  const place = resolve(directory);
  const key = home ? readKeyFile(home, 'release.pub') : keyBeside(place);
  const unsigned = readForeign(place);
  const hasSignature = existsSync(join(place, signatureFile));
  const isChecked = key !== undefined && (home !== undefined || hasSignature);
  const release = isChecked ? await openRelease(place, key, unsigned.manifest.id) : unsigned;
  const { others, unreadable } = releasesBeside(release, home?.releases ?? dirname(place));
  const attack = await attackRelease(release, others);
  const proof = home && checkProof(home, release);
  return {
    release: release.manifest.id,
    signature: isChecked ? 'valid' : hasSignature ? 'not-checked' : 'unsigned',
    attack,
    others: others.length,
    unreadable,
    proof,
    verdict: verdictOf(attack, proof),
  };
}

function verdictOf(attack: Attack, proof: ProofCheck | undefined): AuditReport['verdict'] {
  const { exposed, knownSmall, contradictions, differences, intervals } = attack;
  const found = exposed.length + knownSmall.length + contradictions.length + differences.length;
  const isProved = proof === undefined || (proof.checked && proof.digest && proof.holds);
  if (found > 0 || !isProved) return 'failure';
  return intervals.undecided > 0 ? 'undecided' : 'clean';
}

/** The key published with the releases of a society (`public/release.pub`). */
function keyBeside(place: string): string | undefined {
  const path = join(place, '..', '..', 'release.pub');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function readForeign(place: string): Release {
  try {
    return readUnsigned(place);
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    throw new UserError(
      'INPUT_UNREADABLE',
      {
        ja: 'このフォルダーは公開版として読めません（manifest.json がないか、形が違うか、ファイルが manifest.json の記載と一致しません）。',
        en: 'This folder cannot be read as a release (no manifest.json, another form, or files that are not those it names).',
      },
      {
        cause,
        hint: {
          ja: '公開版のフォルダー（public/releases/番号）を指定してください。何も変えていません。',
          en: 'Name the folder of a release (public/releases/ID). Nothing was changed.',
        },
      },
    );
  }
}

/** Other releases of the same society in a folder; a folder that is no release counts as unreadable. */
function releasesBeside({ manifest }: Release, folder: string) {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const read = names
    .filter((name) => releaseId.safeParse(name).success && name !== manifest.id)
    .map((name) => readMaybe(join(folder, name)));
  const others = read.filter((release) => release !== undefined);
  return {
    others: others.filter((release) => release.manifest.society.name === manifest.society.name),
    unreadable: read.length - others.length,
  };
}

function readMaybe(directory: string): Release | undefined {
  try {
    return readUnsigned(directory);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
