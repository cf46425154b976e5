/** Largest prime below 2^26: products stay exact in doubles. */
export const PRIME = 67_108_859;

export function times(a: number, b: number): number {
  return (a * b) % PRIME;
}

/** Residue in 0…PRIME−1. */
export function residue(a: number): number {
  const r = a % PRIME;
  return r < 0 ? r + PRIME : r;
}

/** Multiplicative inverse by the extended algorithm of Euclid. */
export function inverse(a: number): number {
  let [r0, r1, t0, t1] = [PRIME, a, 0, 1];
  while (r1 !== 0) {
    const quotient = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  return residue(t0);
}
