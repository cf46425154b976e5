/** A seeded stream of random numbers; equal keys give equal streams, whatever was drawn elsewhere. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Uniform whole number in [0, limit). */
  readonly below: (limit: number) => number;
  /** Uniform whole number in [from, to], both included. */
  readonly between: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Standard normal. */
  readonly normal: () => number;
  readonly poisson: (mean: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Index drawn by cumulative weights. */
  readonly weighted: (cumulative: readonly number[]) => number;
};

/** Mixes a whole number into a 32-bit state (murmur3 finaliser). */
function mix(state: number, value: number): number {
  let hash = Math.imul(state ^ value, 0x9e3779b1) ^ (state >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A new stream for `keys` (seed first, then whatever the stream belongs to). */
export function stream(...keys: readonly number[]): Random {
  let seed = 0x2545f491;
  for (const key of keys) seed = mix(mix(seed, key >>> 0), Math.floor(key / 0x1_0000_0000));
  let a = mix(seed, 1);
  let b = mix(seed, 2);
  let c = mix(seed, 3);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 8; round++) next();
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    poisson(mean) {
      if (mean <= 0) return 0;
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > limit; product *= next()) count++;
      return count;
    },
    pick: (list) => list[below(list.length)]!,
    weighted(cumulative) {
      const point = next() * cumulative[cumulative.length - 1]!;
      let low = 0;
      let high = cumulative.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (cumulative[middle]! > point) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}

/** Running totals of weights, for `Random.weighted`. */
export function cumulate(weights: readonly number[]): number[] {
  let total = 0;
  return weights.map((weight) => {
    total += weight;
    return total;
  });
}

/** The share of a standard normal below `value` (Abramowitz and Stegun 26.2.17, error below 1e-7). */
export function normalShare(value: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(value));
  const series =
    ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t;
  const tail = 0.3989422804014327 * Math.exp((-value * value) / 2) * series;
  return value > 0 ? 1 - tail : tail;
}
