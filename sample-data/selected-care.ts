import { type MonthIndex, monthStart } from './calendar.ts';
import type { Supply } from './claims.ts';
import { type Drug, drugPoints, drugs, facts, otherGenerics } from './facts.ts';
import type { Person } from './people.ts';
import { stream } from './random.ts';

/** A brand whose patients pay a part of its gap to the dearest generic themselves (長期収載品の選定療養). */
export type SelectedBrand = {
  readonly drug: Drug;
  /** Yen per unit. */
  readonly price: number;
  readonly highestGeneric: number;
  readonly gapShare: number;
  readonly insured: number;
  /** The code of its insured part, 「（選）」. */
  readonly insuredDrug: Drug;
};

/** Editions of the list: from which month, at which prices, and which part of the gap is the patient's. */
export const selectedEditions = [
  { date: '20241001', from: 2024 * 12 + 9, prices: 0, parts: 4 },
  { date: '20250401', from: 2025 * 12 + 3, prices: 1, parts: 4 },
  { date: '20260601', from: 2026 * 12 + 5, prices: 1, parts: 2 },
] as const;

const listed = new Set(
  facts('generic-classes')
    .filter((row) => row['selected'] === '1')
    .map((row) => row['price_code']!),
);
const classes = new Map(facts('generic-classes').map((row) => [row['price_code']!, row]));
const lists = selectedEditions.map(selectedBrands);
const insuredCodes = new Set(lists.flatMap((list) => [...list.values()].map((one) => one.insuredDrug.code)));

/** The brands of one edition by price code; a brand no dearer than its dearest generic is not listed. */
function selectedBrands({ prices, parts }: (typeof selectedEditions)[number]): Map<string, SelectedBrand> {
  const found = new Map<string, SelectedBrand>();
  for (const [index, drug] of drugs.filter((one) => listed.has(one.priceCode)).entries()) {
    const highestGeneric = Math.max(...genericsOf(drug, prices).map((one) => one.prices[prices]));
    const price = drug.prices[prices];
    if (!(highestGeneric < price)) continue;
    const gapShare = thousandth((price - highestGeneric) / parts);
    const insured = thousandth(price - gapShare);
    const code = `69970${String(index + 1).padStart(4, '0')}`;
    const insuredDrug = { ...drug, code, name: `${drug.name}（選）`, prices: [insured, insured] as const };
    found.set(drug.priceCode, { drug, price, highestGeneric, gapShare, insured, insuredDrug });
  }
  return found;
}

/** Generics (class 3) of the same ingredient, form and strength in a price edition. */
export function genericsOf(drug: Drug, prices: 0 | 1): Drug[] {
  const column = prices === 0 ? 'class_2024' : 'class_2025';
  return [...drugs, ...otherGenerics].filter(
    (one) =>
      one.priceCode.slice(0, 9) === drug.priceCode.slice(0, 9) &&
      classes.get(one.priceCode)?.[column] === '3',
  );
}

function thousandth(yen: number): number {
  return Math.round(yen * 1000) / 1000;
}

/** The list that holds in a month; nothing before October 2024. */
export function selectedListOf(month: MonthIndex): ReadonlyMap<string, SelectedBrand> | undefined {
  return lists[selectedEditions.findLastIndex(({ from }) => from <= month)];
}

export function isInsuredPart(drug: Drug): boolean {
  return insuredCodes.has(drug.code);
}

/** The same 剤 as they are claimed: the insured part alone of a brand the patient wished for. */
export function withSelectedCare(
  person: Person,
  supplies: readonly Supply[],
  month: MonthIndex,
): readonly Supply[] {
  const list = selectedListOf(month);
  if (list === undefined) return supplies;
  const concerned = (supply: Supply) => supply.drugs.some(({ drug }) => list.has(drug.priceCode));
  if (!supplies.some(concerned) || needsBrand(person)) return supplies;
  return supplies.map((supply) => {
    if (!concerned(supply)) return supply;
    const claimed = supply.drugs.map(({ drug, amount }) => ({
      drug: list.get(drug.priceCode)?.insuredDrug ?? drug,
      amount,
    }));
    const edition = monthStart(month) < monthStart(selectedEditions[1].from) ? 0 : 1;
    const yen = claimed.reduce((sum, { drug, amount }) => sum + drug.prices[edition] * amount, 0);
    return { ...supply, drugs: claimed, points: drugPoints(yen) };
  });
}

/** The doctor found the brand necessary (医療上の必要): it is claimed as before. */
function needsBrand(person: Person): boolean {
  return stream(...person.key, 43).chance(0.15);
}
