import type { System } from '../model/system.ts';
import { combinationOf, eliminate, exposedCells } from '../suppress/eliminate.ts';
import { PRIME } from '../suppress/field.ts';

/** Largest numerator and denominator that a residue tells apart. */
const MOST = Math.floor(Math.sqrt(PRIME / 2));

/**
 * Hidden cells whose figure follows from published ones by adding and subtracting. Elimination modulo a prime only
 * proposes them and the relations to combine; each is computed again in exact fractions.
 */
export function computableCells(system: System, hidden: Uint8Array): number[] {
  const echelon = eliminate(system, hidden);
  return exposedCells(echelon).filter((cell) =>
    isComputed(system, hidden, combinationOf(echelon, cell), cell),
  );
}

/** True where the combination of relations leaves exactly one hidden cell, in whole numbers over one denominator. */
function isComputed(
  { rows }: System,
  hidden: Uint8Array,
  combination: ReadonlyMap<number, number>,
  cell: number,
): boolean {
  const fractions = [...combination].map(([r, residue]) => ({ r, ...fractionOf(residue) }));
  const common = fractions.reduce((all, { below }) => (all * below) / gcd(all, below), 1n);
  const left = new Map<number, bigint>();
  for (const { r, above, below } of fractions) {
    const factor = above * (common / below);
    for (let e = rows.start[r]!; e < rows.start[r + 1]!; e++) {
      const c = rows.index[e]!;
      if (hidden[c]) left.set(c, (left.get(c) ?? 0n) + factor * BigInt(rows.coef[e]!));
    }
  }
  return [...left].every(([c, sum]) => (c === cell ? sum === common : sum === 0n));
}

/** The fraction with small numbers that leaves this residue modulo the prime. */
function fractionOf(residue: number): { above: bigint; below: bigint } {
  let [r0, r1, t0, t1] = [PRIME, residue, 0, 1];
  while (r1 > MOST) {
    const quotient = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return t1 < 0 ? { above: BigInt(-r1), below: BigInt(-t1) } : { above: BigInt(r1), below: BigInt(t1) };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
