import type { Day, MonthIndex } from './calendar.ts';
import { isoDay, isoMonth } from './calendar.ts';
import { type Claim, claimantOf } from './claims.ts';
import { flagOf } from './ledgers.ts';
import type { Household, Person } from './people.ts';
import { type Head, receiptType, type Written, yenOf } from './receipt.ts';
import { mealShare } from './receipt-medical.ts';
import { isSensitive } from './sensitive.ts';

/** What a medical-cost notice of one month must come to, per household: by outcome, and letters by sheet. */
export type PlantedNotice = {
  readonly items: Record<string, number>;
  readonly yen: Record<string, number>;
  readonly meal_yen: Record<string, number>;
  readonly paid_yen: Record<string, number>;
  readonly meal_paid_yen: Record<string, number>;
  readonly letters: Record<string, number>;
};

type Item = {
  readonly person: Person;
  readonly month: MonthIndex;
  readonly claim: Claim;
  readonly yen: number;
  readonly mealYen: number;
  readonly paid: number;
  readonly mealPaid: number;
};

/** Sees every receipt and tells, household by household, what letters must hold; nothing is kept but sums. */
export type NoticeBooks = {
  readonly linked: (head: Head, claim: Claim, written: Written) => void;
  readonly unlinked: (head: Head, claim: Claim, written: Written) => void;
  readonly close: (household: Household) => void;
  readonly planted: () => { readonly asOf: string; readonly months: Readonly<Record<string, PlantedNotice>> };
};

/** Letters of the day after the ledgers were made (`asOf`). */
export function createNoticeBooks(asOf: Day): NoticeBooks {
  const months = new Map<MonthIndex, PlantedNotice>();
  let items: Item[] = [];
  const add = (outcome: string, item: Item) => {
    const month = months.get(item.month) ?? emptyNotice();
    months.set(item.month, month);
    count(month.items, outcome, 1);
    count(month.yen, outcome, item.yen);
    count(month.meal_yen, outcome, item.mealYen);
    count(month.paid_yen, outcome, item.paid);
    count(month.meal_paid_yen, outcome, item.mealPaid);
    return month;
  };
  return {
    linked(head, claim, written) {
      items.push(itemOf(head, claim, written));
    },
    unlinked(head, claim, written) {
      add('unlinked', itemOf(head, claim, written));
    },
    close(household) {
      const sheets = new Set<string>();
      for (const item of items) {
        const { outcome, sheet } = fateOf(item, items, household, asOf);
        const month = add(outcome, item);
        if (sheet === undefined) continue;
        const letter = `${item.month} ${sheet} ${sheet === 'own' ? item.person.memberId : ''}`;
        if (!sheets.has(letter)) count(month.letters, sheet, 1);
        sheets.add(letter);
      }
      items = [];
    },
    planted: () => ({
      asOf: isoDay(asOf + 1),
      months: Object.fromEntries(
        [...months].sort(([a], [b]) => a - b).map(([month, notice]) => [isoMonth(month), notice]),
      ),
    }),
  };
}

/** What becomes of a receipt, by the state of its patient and of the insured person on the day of the ledgers. */
function fateOf(
  item: Item,
  all: readonly Item[],
  household: Household,
  asOf: Day,
): { outcome: string; sheet?: 'household' | 'own' } {
  const { person } = item;
  const flag = flagOf(person, asOf)?.flag;
  if (flag === '不開示') return { outcome: 'non-disclosure' };
  if (flag === '通知不要') return { outcome: 'opted-out' };
  if (isDead(person, asOf)) return { outcome: 'deceased' };
  if (!isCovered(person, asOf)) return { outcome: 'left' };
  if (flag === '自己封筒' || isPrivate(item, all)) return { outcome: 'notified', sheet: 'own' };
  const insured = household.people[0]!;
  const flagOfInsured = flagOf(insured, asOf)?.flag;
  if (flagOfInsured === '不開示') return { outcome: 'household-non-disclosure' };
  if (flagOfInsured === '通知不要') return { outcome: 'household-opted-out' };
  if (isDead(insured, asOf) || !isCovered(insured, asOf)) return { outcome: 'household-left' };
  return { outcome: 'notified', sheet: 'household' };
}

/** A pharmacy follows what its prescriber claimed for the person in the month or the three before. */
function isPrivate({ claim, person, month }: Item, all: readonly Item[]): boolean {
  if (isSensitive(claim)) return true;
  if (claim.kind !== 'pharmacy') return false;
  const prescribed = all.filter(
    (other) =>
      other.person === person &&
      other.claim.kind !== 'pharmacy' &&
      other.claim.institution === claim.prescriber &&
      other.month <= month &&
      other.month >= month - 3,
  );
  return prescribed.length === 0 || prescribed.some((other) => isSensitive(other.claim));
}

/** As the ledger of the day tells it: a later day of loss is not in it. */
export function isCovered(person: Person, asOf: Day): boolean {
  return person.spans.some(({ from, to }) => from <= asOf && (to === undefined || (to > asOf && to > from)));
}

export function isDead(person: Person, asOf: Day): boolean {
  return person.spans.some(({ to, reason }) => reason === '2' && to !== undefined && to <= asOf);
}

function itemOf(head: Head, claim: Claim, written: Written): Item {
  const inpatient = claim.kind === 'medical' && claim.inpatient;
  const holder = receiptType(claimantOf(claim).table, head, inpatient).at(-1)!;
  const tenths = '3478'.includes(holder) ? 2 : 3;
  const points = yenOf(written) / 10;
  const insured = written.shareYen ?? Math.floor((points * tenths + 5) / 10) * 10;
  const meals = claim.kind === 'medical' ? claim.meals : 0;
  return {
    person: head.person,
    month: head.month,
    claim,
    yen: yenOf(written),
    mealYen: written.mealYen,
    paid: Math.min(insured, written.programmeYen ?? insured),
    mealPaid: meals * mealShare(head.month),
  };
}

function emptyNotice(): PlantedNotice {
  return { items: {}, yen: {}, meal_yen: {}, paid_yen: {}, meal_paid_yen: {}, letters: {} };
}

function count(sums: Record<string, number>, key: string, value: number): void {
  sums[key] = (sums[key] ?? 0) + value;
}
