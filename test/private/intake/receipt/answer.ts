import type { ReceiptKind } from '#private/intake/receipt/kinds.ts';
import type { WrittenReceipt } from './arbitraries.ts';
import { sum } from './bodies.ts';

/** The right answer about a file: counts, points, and yen of kinds billed in yen; `claimed` before corrections. */
export type Answer = {
  readonly lines: number;
  readonly receipts: number;
  readonly claims: number;
  readonly points: number;
  readonly yen: number;
  readonly mealYen: number;
  readonly claimed: number;
  readonly unknown: number;
  /** Receipts paid by public programmes alone: they name no insured person. */
  readonly nobodys: number;
  /** Corrected receipts. */
  readonly corrected: number;
  readonly corrections: { readonly replace: number; readonly delete: number; readonly insert: number };
  readonly kinds: ReadonlySet<ReceiptKind>;
};
/** An answer whose lines are counted elsewhere. */
export type Counts = Omit<Answer, 'lines'>;

/** Counts of one receipt as filed, but for its lines. */
export function countsOf(
  { kind, amount, mealYen, claims, insured }: WrittenReceipt,
  unknown: number,
): Counts {
  const none = { replace: 0, delete: 0, insert: 0 };
  const counts = {
    receipts: 1,
    claims,
    mealYen,
    unknown,
    nobodys: insured ? 0 : 1,
    corrected: 0,
    corrections: none,
    kinds: new Set([kind]),
  };
  return decided({ ...counts, points: 0, yen: 0, claimed: amount }, kind, amount);
}

/** The same with another amount in the end. */
export function decided(counts: Counts, kind: ReceiptKind, amount: number): Counts {
  const inYen = kind === 'nursing';
  return { ...counts, points: inYen ? 0 : amount, yen: inYen ? amount : 0 };
}

export function addCounts(all: readonly Counts[]): Counts {
  const of = (name: Exclude<keyof Counts, 'corrections' | 'kinds'>) => sum(all.map((one) => one[name]));
  const byAction = (name: keyof Answer['corrections']) => sum(all.map((one) => one.corrections[name]));
  return {
    receipts: of('receipts'),
    claims: of('claims'),
    points: of('points'),
    yen: of('yen'),
    mealYen: of('mealYen'),
    claimed: of('claimed'),
    unknown: of('unknown'),
    nobodys: of('nobodys'),
    corrected: of('corrected'),
    corrections: { replace: byAction('replace'), delete: byAction('delete'), insert: byAction('insert') },
    kinds: new Set(all.flatMap((one) => [...one.kinds])),
  };
}
