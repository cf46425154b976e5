import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Release } from '#release/read.ts';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import { figuresSeen } from './attack/figures.ts';
import { type Proof, verifyProof } from './audit/verify.ts';
import { compile } from './model/compile.ts';
import { grades, type SystemInput } from './model/input.ts';
import { proofDigest, proofFile } from './stored-proof.ts';

/** What became of a stored proof when it was checked again, by addition only. */
export type ProofCheck = {
  /** False where no proof is on file. */
  readonly checked: boolean;
  readonly witnesses: number;
  /** It is the proof the release was signed with. */
  readonly digest: boolean;
  /** Every witness holds, and the release shows and hides exactly what was proved. */
  readonly holds: boolean;
};

const whole = z.int();
const stored = z.object({
  system: z.object({
    k: whole,
    grade: z.enum(grades),
    cells: z.array(
      z.object({
        id: z.string(),
        value: z.number(),
        kind: z.enum(['count', 'sum', 'slack']).exactOptional(),
        primary: z.boolean().exactOptional(),
        primaryReason: z.string().exactOptional(),
        needLower: whole.exactOptional(),
        needUpper: whole.exactOptional(),
        fixed: z.boolean().exactOptional(),
        wasHidden: z.boolean().exactOptional(),
        structural: z.boolean().exactOptional(),
        weight: z.number().exactOptional(),
      }),
    ),
    relations: z.array(z.object({ total: z.string(), parts: z.array(z.string()) })),
  }),
  hidden: z.array(z.string()),
  proof: z.object({
    witnesses: z.array(z.object({ scale: whole, cells: z.array(whole), diff: z.array(whole) })),
    of: z.array(whole),
    still: z.array(whole),
  }),
});

/**
 * Checks the proof on file of a release again: that it is the one signed for, that every witness is another table, and
 * that the release prints the proved figures and hides the proved pattern. @throws {UserError} NOT_FOUND without the key
 */
export function checkProof(home: Home, release: Release): ProofCheck {
  const path = join(home.proofs, release.manifest.id, proofFile);
  if (!existsSync(path)) return { checked: false, witnesses: 0, digest: false, holds: false };
  const parsed = stored.safeParse(jsonOf(path));
  if (!parsed.success) return { checked: true, witnesses: 0, digest: false, holds: false };
  const { system, hidden, proof } = parsed.data;
  return {
    checked: true,
    witnesses: proof.witnesses.length,
    digest: proofDigest(home, proof) === release.manifest.proofDigest,
    holds: proves(system, new Set(hidden), proof) && prints(release, system, new Set(hidden)),
  };
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function proves(input: SystemInput, hidden: ReadonlySet<string>, proof: Proof): boolean {
  try {
    const system = compile(input);
    const pattern = Uint8Array.from(system.members, (ids, cell) =>
      system.held[cell] || ids.some((id) => hidden.has(id)) ? 1 : 0,
    );
    return verifyProof(system, pattern, proof);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function prints(release: Release, { cells }: SystemInput, hidden: ReadonlySet<string>): boolean {
  const values = new Map(cells.map(({ id, value }) => [id, value]));
  return [...figuresSeen(release).figures.values()].every(({ id, value }) =>
    value === undefined ? hidden.has(id) : !hidden.has(id) && values.get(id) === value,
  );
}
