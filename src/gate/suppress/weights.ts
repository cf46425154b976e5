import type { System } from '../model/system.ts';

/** FNV-1a over the id and the number of the start, as a fraction in [0, 1). */
function hashOf(id: string, start: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(start + 1, 0x9e3779b1);
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) / 4294967296;
}

const amplitudes = [0, 0.05, 0.3, 0.6, 0.9];
const weightFactors = [0.5, 0.5, 0.3, 0.7, 0.4];

/** Price of hiding each cell: dearer for figures printed often, totals and large values; noise after start 0. */
export function pricesOf(system: System, start: number): Float64Array {
  const amplitude = amplitudes[start % amplitudes.length]!;
  const factor = weightFactors[start % weightFactors.length]!;
  return system.value.map((value, c) => {
    let totals = 0;
    for (let e = system.cols.start[c]!; e < system.cols.start[c + 1]!; e++)
      if (system.cols.coef[e]! > 0) totals++;
    const noise = amplitude === 0 ? 0 : amplitude * hashOf(system.ids[c]!, start);
    return factor * (system.weight[c]! - 1) + 0.001 * totals + 0.0001 * Math.log2(1 + value) + noise;
  });
}
