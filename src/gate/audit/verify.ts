import type { System } from '../model/system.ts';
import { isMet, requirementsOf } from './requirements.ts';

/**
 * Another table that fits everything published, as differences from the truth: `scale` × (table − truth) at
 * `cells`. With scale 1 the table is in whole numbers.
 */
export type Witness = {
  readonly scale: number;
  readonly cells: readonly number[];
  readonly diff: readonly number[];
};

/** The proof that a pattern is safe. It holds the secret: it stays on the private side. */
export type Proof = {
  readonly witnesses: readonly Witness[];
  /** The witness of each requirement, in the order of `requirementsOf`. */
  readonly of: readonly number[];
  /** Cells without a need that are taken for known and make no group larger, ascending. */
  readonly still: readonly number[];
};

/** True if the differences keep every relation, touch hidden cells only, and leave no value below zero. */
export function isTable({ rows, cols, value }: System, hidden: Uint8Array, witness: Witness): boolean {
  const change = new Map(witness.cells.map((cell, i) => [cell, witness.diff[i]!]));
  if (!Number.isSafeInteger(witness.scale) || witness.scale < 1 || change.size !== witness.cells.length)
    return false;
  const checked = new Set<number>();
  for (const [cell, diff] of change) {
    if (!hidden[cell] || !Number.isSafeInteger(diff)) return false;
    if (value[cell]! * witness.scale + diff < 0 || !Number.isSafeInteger(value[cell]! * witness.scale))
      return false;
    for (let e = cols.start[cell]!; e < cols.start[cell + 1]!; e++) {
      const r = cols.index[e]!;
      if (checked.has(r)) continue;
      checked.add(r);
      let sum = 0;
      for (let f = rows.start[r]!; f < rows.start[r + 1]!; f++) {
        sum += rows.coef[f]! * (change.get(rows.index[f]!) ?? 0);
      }
      if (sum !== 0) return false;
    }
  }
  return true;
}

/**
 * Checks a proof with whole-number arithmetic only, no solver: every requirement of the pattern must have a
 * witness that is a table and meets it.
 */
export function verifyProof(system: System, hidden: Uint8Array, proof: Proof): boolean {
  const requirements = requirementsOf(system, hidden, new Set(proof.still));
  if (proof.of.length !== requirements.length) return false;
  const used = new Set(proof.of);
  for (const i of used) {
    const witness = proof.witnesses[i];
    if (witness === undefined || !isTable(system, hidden, witness)) return false;
  }
  const changes = new Map(
    [...used].map((i) => {
      const { cells, diff } = proof.witnesses[i]!;
      return [i, new Map(cells.map((cell, at) => [cell, diff[at]!]))];
    }),
  );
  return requirements.every((requirement, i) => {
    const { scale } = proof.witnesses[proof.of[i]!]!;
    const change = changes.get(proof.of[i]!)!;
    return isMet(requirement, (cell) => system.value[cell]! * scale + (change.get(cell) ?? 0), scale);
  });
}
