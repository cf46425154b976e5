import { classOf, handedOut } from './brand-rows.ts';
import { isoMonth } from './calendar.ts';
import { type Claim, careOf } from './claims.ts';
import type { Written } from './receipt.ts';

/** Quantities in units of the 薬価 x 100,000: of generics (class 3), and of what has generics (classes 2 and 3). */
type Quantities = { generic: number; replaceable: number };

/** Month of care → kind of care → the quantities behind the share of generics (後発医薬品の数量シェア). */
export type PlantedShares = Readonly<Record<string, Readonly<Record<string, Quantities>>>>;

/** Counts the drugs of every receipt that holds, linked or not. */
export type GenericShares = {
  readonly add: (claim: Claim, written: Written) => void;
  readonly planted: () => PlantedShares;
};

export function createGenericShares(): GenericShares {
  const months: Record<string, Record<string, Quantities>> = {};
  return {
    add(claim, written) {
      for (const { drug, amount, times } of handedOut(claim, written)) {
        const drugClass = classOf(drug, claim.month);
        if (drugClass !== '2' && drugClass !== '3') continue;
        const month = isoMonth(claim.month);
        const care = careOf(claim);
        months[month] ??= {};
        months[month][care] ??= { generic: 0, replaceable: 0 };
        const sums = months[month][care];
        const quantity = Math.round(amount * times * 100_000);
        sums.replaceable += quantity;
        if (drugClass === '3') sums.generic += quantity;
      }
    },
    planted: () => months,
  };
}
