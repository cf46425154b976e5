import { addMonths, type Month, monthIndex } from '#shared/month.ts';

/** Receipts (件) and their yen without meals. */
export type Sums = { readonly receipts: number; readonly yen: number };

/** What one month of processing changed for one month of care; negative where it took away. */
export type Entry = Sums & { readonly serviceMonth: Month; readonly processingMonth: Month };

/** `delay` 0 is the ordinary month of claim, the one after the month of care. */
export type Step = Sums & {
  readonly delay: number;
  readonly processingMonth: Month;
  /** Part of today's yen that was known then; null where today's are 0. */
  readonly share: number | null;
};

export type CareMonth = {
  readonly month: Month;
  readonly now: Sums;
  /** As known when the ordinary month of claim had been processed. */
  readonly first: Sums;
  readonly steps: readonly Step[];
  /** Part of its final yen that is known by now, by what older months still gained; null where none tells. */
  readonly complete: number | null;
};

/**
 * The revision triangle by month of care, oldest first. What is claimed early counts as delay 0. `complete` is by chain
 * ladder: the yen of all older months at each delay against those one month before, multiplied up from the month's age.
 */
export function careMonths(entries: readonly Entry[]): CareMonth[] {
  const last = Math.max(...entries.map(({ processingMonth }) => monthIndex(processingMonth)));
  const months = [...new Set(entries.map(({ serviceMonth }) => serviceMonth))].sort();
  const known = months.map((month) => ({ month, sums: sumsByDelay(entries, month, last) }));
  const growth = growthByDelay(known.map(({ sums }) => sums));
  return known.map(({ month, sums }) => {
    const now = sums.at(-1)!;
    const share = ({ yen }: Sums) => (now.yen === 0 ? null : yen / now.yen);
    const steps = sums.map((sum, delay) => {
      const before = sums[delay - 1] ?? { receipts: 0, yen: 0 };
      return {
        delay,
        processingMonth: addMonths(month, delay + 1),
        receipts: sum.receipts - before.receipts,
        yen: sum.yen - before.yen,
        share: share(sum),
      };
    });
    return { month, now, first: sums[0]!, steps, complete: completeness(growth, sums.length - 1) };
  });
}

/** Delay of a month of processing; what is processed in the month of care itself, or before, is not late. */
function delayOf(serviceMonth: Month, processing: number): number {
  return Math.max(0, processing - monthIndex(serviceMonth) - 1);
}

/** What was known of a month of care after each delay, up to the last month processed. */
function sumsByDelay(entries: readonly Entry[], month: Month, last: number): Sums[] {
  const sums = Array.from({ length: delayOf(month, last) + 1 }, () => ({ receipts: 0, yen: 0 }));
  for (const { serviceMonth, processingMonth, receipts, yen } of entries) {
    if (serviceMonth !== month) continue;
    for (const sum of sums.slice(delayOf(month, monthIndex(processingMonth)))) {
      sum.receipts += receipts;
      sum.yen += yen;
    }
  }
  return sums;
}

/** Yen after a delay ÷ yen one month earlier, over the months that are old enough to tell; undefined where none is. */
function growthByDelay(known: readonly (readonly Sums[])[]): (number | undefined)[] {
  const longest = Math.max(0, ...known.map((sums) => sums.length));
  return Array.from({ length: longest }, (_, delay) => {
    if (delay === 0) return undefined;
    const old = known.filter((sums) => sums.length > delay);
    const yenAfter = (at: number) => old.reduce((total, sums) => total + sums[at]!.yen, 0);
    return yenAfter(delay - 1) > 0 ? yenAfter(delay) / yenAfter(delay - 1) : undefined;
  });
}

/** The oldest month has nothing older to learn from. */
function completeness(growth: readonly (number | undefined)[], age: number): number | null {
  const ahead = growth.slice(age + 1).filter((one) => one !== undefined);
  if (ahead.length === 0) return null;
  const rise = ahead.reduce((product, one) => product * one, 1);
  return rise > 0 ? 1 / rise : null;
}
