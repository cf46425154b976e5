import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Manifest } from '#release/form.ts';
import { UserError } from '#shared/errors.ts';
import { canonicalJson } from '#shared/fingerprint.ts';
import type { Home } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';
import { type DisclosureReport, reportMarkdown } from './disclosure-report.ts';
import type { Settled } from './settle.ts';

export const proofFile = 'proof.json';
const stored = z.object({ proof: z.unknown() });

/**
 * Keyed digest of a proof, hex. A plain one would confirm guesses about a gate that always decides the same.
 * @throws {UserError} NOT_FOUND where the key is missing
 */
export function proofDigest(home: Home, proof: unknown): string {
  const key = Buffer.from(readKeyFile(home, 'proof.key'), 'base64');
  return createHmac('sha256', key).update(canonicalJson(proof)).digest('hex');
}

/** Files proof and disclosure report under `private/proofs/<id>/`; resolves to the path of the readable report. */
export function storeProof(home: Home, report: DisclosureReport, { input, result }: Settled): string {
  const directory = join(home.proofs, report.release);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const keep = (name: string, text: string) => writeFileSync(join(directory, name), text, { mode: 0o600 });
  keep(
    proofFile,
    canonicalJson({ system: input, hidden: [...result.hidden.keys()].sort(), proof: result.proof }),
  );
  keep('disclosure.json', canonicalJson(report));
  keep('disclosure.md', reportMarkdown(report));
  return join(directory, 'disclosure.md');
}

/** @throws {UserError} GATE_AUDIT_FAILED unless the proof this release was signed with is on file, unchanged. */
export function requireProof(home: Home, { id, proofDigest: signed }: Manifest): void {
  const path = join(home.proofs, id, proofFile);
  if (existsSync(path) && proofDigest(home, readProof(path)) === signed) return;
  throw new UserError(
    'GATE_AUDIT_FAILED',
    {
      ja: 'この公開候補の証明が見つからないか、作った時のものと違います。公開していません。',
      en: 'The proof of this candidate is missing or not the one it was made with. It was not published.',
    },
    {
      hint: {
        ja: 'kenpo release をやり直し、新しい候補を公開してください。',
        en: 'Run kenpo release again and approve the new candidate.',
      },
    },
  );
}

function readProof(path: string): unknown {
  try {
    return stored.parse(JSON.parse(readFileSync(path, 'utf8'))).proof;
  } catch {
    return undefined;
  }
}
