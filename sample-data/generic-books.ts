import { type BrandRow, drugRows, isBrand, priced } from './brand-rows.ts';
import { ageOn, type Day, isoDay, isoMonth, type MonthIndex, monthEnd } from './calendar.ts';
import type { Claim } from './claims.ts';
import { diseases } from './facts.ts';
import { flagOf } from './ledgers.ts';
import { isCovered, isDead, type NoticeBooks } from './notice-books.ts';
import type { Person } from './people.ts';
import type { Head, Written } from './receipt.ts';
import { isInsuredPart, selectedListOf } from './selected-care.ts';

/** What a notice of the saving by generics of one month must come to, by outcome, and its letters. */
export type PlantedGeneric = {
  readonly items: Record<string, number>;
  readonly yen: Record<string, number>;
  readonly paid_yen: Record<string, number>;
  readonly saving_yen: Record<string, number>;
  letters: number;
};

type Item = BrandRow & {
  readonly person: Person;
  readonly month: MonthIndex;
  readonly inpatient: boolean;
  readonly isShared: boolean;
};

export type GenericBooks = Pick<NoticeBooks, 'linked' | 'unlinked' | 'close'> & {
  readonly planted: () => {
    readonly asOf: string;
    readonly months: Readonly<Record<string, PlantedGeneric>>;
  };
};

const icd10 = new Map(diseases.map((disease) => [disease.code, disease.icd10]));
const [leastOfDrug, leastOfLetter] = [100, 300];

/** Letters of the day after the ledgers were made (`asOf`), counted household by household. */
export function createGenericBooks(asOf: Day): GenericBooks {
  const months = new Map<MonthIndex, PlantedGeneric>();
  let items: Item[] = [];
  let taken = new Set<string>();
  let ill = new Set<string>();
  const add = (outcome: string, { month, yen, paid, saving }: Item) => {
    const sums = months.get(month) ?? { items: {}, yen: {}, paid_yen: {}, saving_yen: {}, letters: 0 };
    months.set(month, sums);
    const count = (of: Record<string, number>, value: number) => {
      of[outcome] = (of[outcome] ?? 0) + value;
    };
    count(sums.items, 1);
    count(sums.yen, yen);
    count(sums.paid_yen, paid);
    count(sums.saving_yen, saving);
    return sums;
  };
  const isUsual = ({ person, drug, month }: Item) => {
    const months = Array.from({ length: 6 }, (_, back) => takenKey(person, drug.priceCode, month - back));
    return months.filter((key) => taken.has(key)).length >= 2;
  };
  return {
    linked(head, claim, written) {
      for (const { drug } of drugRows(claim, written))
        taken.add(takenKey(head.person, drug.priceCode, head.month));
      if (isSpared(head, claim)) ill.add(`${head.person.memberId} ${head.month}`);
      items.push(...brandItems(head, claim, written));
    },
    unlinked(head, claim, written) {
      for (const item of brandItems(head, claim, written)) add('unlinked', item);
    },
    close() {
      const letters = new Map<string, Item[]>();
      for (const item of items) {
        const key = `${item.person.memberId} ${item.month}`;
        const reason = reasonOf(item, asOf, ill.has(key), isUsual);
        if (reason !== undefined) add(reason, item);
        else letters.set(key, [...(letters.get(key) ?? []), item]);
      }
      for (const rows of letters.values()) {
        const ofDrug = (code: string) => total(rows.filter(({ drug }) => drug.priceCode === code));
        const large = rows.filter(({ drug }) => ofDrug(drug.priceCode) >= leastOfDrug);
        const fate = total(large) >= leastOfLetter ? 'notified' : 'below-letter';
        for (const row of rows) add(large.includes(row) ? fate : 'below-drug', row);
        if (fate === 'notified') months.get(rows[0]!.month)!.letters++;
      }
      items = [];
      taken = new Set();
      ill = new Set();
    },
    planted: () => ({
      asOf: isoDay(asOf + 1),
      months: Object.fromEntries(
        [...months].sort(([a], [b]) => a - b).map(([month, sums]) => [isoMonth(month), sums]),
      ),
    }),
  };
}

function takenKey(person: Person, priceCode: string, month: MonthIndex): string {
  return `${person.memberId} ${priceCode.slice(0, 7)} ${month}`;
}

function total(rows: readonly Item[]): number {
  return rows.reduce((sum, { saving }) => sum + saving, 0);
}

function brandItems(head: Head, claim: Claim, written: Written): Item[] {
  const inpatient = claim.kind === 'medical' && claim.inpatient;
  return drugRows(claim, written)
    .filter(({ drug }) => isBrand(drug, head.month))
    .map((row) => ({
      ...priced(row, head, inpatient, claim),
      person: head.person,
      month: head.month,
      inpatient,
      isShared: head.programme !== undefined,
    }));
}

/** Cancer, HIV disease or a programme for rare diseases on a receipt of the month. */
function isSpared(head: Head, claim: Claim): boolean {
  if (head.programme === '54') return true;
  if (claim.kind === 'pharmacy' || claim.kind === 'therapy') return false;
  return claim.diagnoses.some(({ code, modifiers }) => {
    const icd = (icd10.get(code) ?? '').slice(0, 3);
    const spared = (icd >= 'C00' && icd <= 'C97') || (icd >= 'B20' && icd <= 'B24');
    return spared && !modifiers.includes('8002');
  });
}

/** Why a row is in no letter, before sums are looked at. */
function reasonOf(
  item: Item,
  asOf: Day,
  isIll: boolean,
  isUsual: (item: Item) => boolean,
): string | undefined {
  const { person, drug, month } = item;
  const flag = flagOf(person, asOf)?.flag;
  if (flag === '不開示') return 'non-disclosure';
  if (flag === '通知不要') return 'opted-out';
  if (isDead(person, asOf)) return 'deceased';
  if (!isCovered(person, asOf)) return 'left';
  if (ageOn(person.birth, monthEnd(month)) < 20) return 'age';
  if (item.inpatient) return 'inpatient';
  if (drug.form !== '1' && drug.form !== '6') return 'injection';
  if (/^(112|117|42[1-9]|625)/.test(drug.priceCode)) return 'spared-drug';
  if (isIll) return 'spared-illness';
  if (item.isShared) return 'public-payer';
  if (selectedListOf(month)?.has(drug.priceCode) && !isInsuredPart(drug)) return 'brand-needed';
  if (!isUsual(item)) return 'one-off';
  return item.saving > 0 ? undefined : 'no-saving';
}
