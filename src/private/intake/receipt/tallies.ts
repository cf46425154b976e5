import type { InspectedFinding } from '../inspection.ts';

/** Counts by name, listed in the order of the names. */
export function createCounts() {
  const counts = new Map<string, number>();
  return {
    add(name: string, count = 1): void {
      counts.set(name, (counts.get(name) ?? 0) + count);
    },
    result: (): Record<string, number> =>
      Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Findings by code, with the line of the first. */
export function createFindings() {
  const found = new Map<string, { count: number; line?: number }>();
  return {
    add(code: string, line: number | undefined, count = 1): void {
      if (count === 0) return;
      const entry = found.get(code);
      if (entry) entry.count += count;
      else found.set(code, { count, ...(line === undefined ? {} : { line }) });
    },
    result: (): InspectedFinding[] => [...found].map(([code, entry]) => ({ code, ...entry })),
  };
}

/** A sum in points and, for home nursing, yen. */
export function createAmounts() {
  const sum = { points: 0, yen: 0 };
  let inYen = false;
  return {
    add(amount: number, yen: boolean): void {
      inYen ||= yen;
      if (yen) sum.yen += amount;
      else sum.points += amount;
    },
    yen: () => sum.points * 10 + sum.yen,
    result: () => (inYen ? { ...sum } : { points: sum.points }),
  };
}
