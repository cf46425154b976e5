import type { System } from '../model/system.ts';
import { findPattern, type Pattern } from './pattern.ts';

/** Number of starts and how many of their patterns go on to the audit: by size, never by time. */
export function effortFor(cells: number): { readonly starts: number; readonly kept: number } {
  if (cells < 500) return { starts: 64, kept: 3 };
  if (cells < 5000) return { starts: 16, kept: 2 };
  if (cells < 20_000) return { starts: 4, kept: 1 };
  return { starts: 1, kept: 1 };
}

/** Information lost by a pattern: the weights of the hidden cells. */
export function lossOf({ weight }: System, hidden: Uint8Array): number {
  let loss = 0;
  for (let c = 0; c < hidden.length; c++) if (hidden[c]) loss += weight[c]!;
  return loss;
}

/** The best patterns of several starts, best first; only the first start if that cannot be protected. */
export function bestPatterns(system: System): Pattern[] {
  const { starts, kept } = effortFor(system.ids.length);
  const first = findPattern(system, 0);
  if (first.hopeless.length > 0) return [first];
  const ranked = [{ pattern: first, loss: lossOf(system, first.hidden), start: 0 }];
  const seen = new Set([first.hidden.join('')]);
  for (let start = 1; start < starts; start++) {
    const pattern = findPattern(system, start);
    const key = pattern.hidden.join('');
    if (seen.has(key)) continue;
    seen.add(key);
    ranked.push({ pattern, loss: lossOf(system, pattern.hidden), start });
  }
  ranked.sort((a, b) => a.loss - b.loss || a.start - b.start);
  return ranked.slice(0, kept).map(({ pattern }) => pattern);
}
