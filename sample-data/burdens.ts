import { isoMonth } from './calendar.ts';
import { claimantOf } from './claims.ts';
import type { Held } from './delivery.ts';
import { receiptType, yenOf } from './receipt.ts';
import { mealShare } from './receipt-medical.ts';

/** Who bears the yen of a month of care, to the yen, and who its meals. */
type Burden = {
  insurer_yen: number;
  member_yen: number;
  public_yen: number;
  meal_insurer_yen: number;
  meal_member_yen: number;
};

const nothing: Burden = {
  insurer_yen: 0,
  member_yen: 0,
  public_yen: 0,
  meal_insurer_yen: 0,
  meal_member_yen: 0,
};

export type PlantedBurdens = Readonly<Record<string, Burden>>;

/** Splits every receipt that holds, linked or not. */
export type Burdens = { readonly add: (held: Held) => void; readonly planted: () => PlantedBurdens };

export function createBurdens(): Burdens {
  const months: Record<string, Burden> = {};
  return {
    add({ head, claim, written }) {
      const yen = yenOf(written);
      const isStay = claim.kind === 'medical' && claim.inpatient;
      const holder = receiptType(claimantOf(claim).table, head, isStay).at(-1)!;
      const tenths = '3478'.includes(holder) ? 2 : 3;
      const part = Math.min(yen, written.shareYen ?? Math.floor((yen * tenths) / 10));
      const member = Math.min(part, written.programmeYen ?? part);
      const meals = claim.kind === 'medical' ? claim.meals * mealShare(claim.month) : 0;
      const month = isoMonth(claim.month);
      const sums = months[month] ?? { ...nothing };
      months[month] = sums;
      sums.insurer_yen += yen - part;
      sums.member_yen += member;
      sums.public_yen += part - member;
      sums.meal_insurer_yen += written.mealYen - meals;
      sums.meal_member_yen += meals;
    },
    planted: () => months,
  };
}
