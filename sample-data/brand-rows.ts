import type { MonthIndex } from './calendar.ts';
import { type Claim, claimantOf, type Unit, unitsOf } from './claims.ts';
import { type Drug, drugPoints, drugs, facts } from './facts.ts';
import { type Head, receiptType, type Written } from './receipt.ts';
import { genericsOf, isInsuredPart, selectedListOf } from './selected-care.ts';

/** A drug row of a receipt: one code, its amount a day or time, and how often. */
export type DrugRow = { readonly drug: Drug; readonly amount: number; readonly times: number };

/** What a row of a brand with generics costs, what the patient paid, and would save with the cheapest generic; yen. */
export type BrandRow = DrugRow & { readonly yen: number; readonly paid: number; readonly saving: number };

const classes = new Map(facts('generic-classes').map((row) => [row['price_code']!, row]));
const byCode = new Map(drugs.map((drug) => [drug.code, drug]));
const priceIndex = (month: MonthIndex): 0 | 1 => (month < 2025 * 12 + 3 ? 0 : 1);

/** The drugs the insurer sees billed on a receipt: unknown codes and what was struck out are not among them. */
export function drugRows(claim: Claim, written: Written): DrugRow[] {
  if (claim.kind === 'pharmacy')
    return claim.supplies.flatMap(({ drugs: list, quantity }) =>
      list.map(({ drug, amount }) => ({ drug, amount, times: quantity })).filter(isKnown),
    );
  const billed = unitsOf(claim).filter((unit) => unit !== written.struck && !unit.bundled);
  return rowsOf(billed, claim.month);
}

/** The drugs handed out: of a DPC stay what its coding data name, in the bundle and besides. */
export function handedOut(claim: Claim, written: Written): DrugRow[] {
  const isDpc = claim.kind === 'medical' && claim.dpc !== undefined;
  return isDpc ? rowsOf(claim.units, claim.month) : drugRows(claim, written);
}

function rowsOf(units: readonly Unit[], month: MonthIndex): DrugRow[] {
  return units.flatMap((unit) =>
    unit.rows.flatMap((row) => {
      const drug = row.record === 'IY' ? drugOfMonth(row.code, month) : undefined;
      return drug === undefined ? [] : [{ drug, amount: Number(row.quantity), times: unit.count }];
    }),
  );
}

function isKnown({ drug }: DrugRow): boolean {
  return byCode.has(drug.code) || isInsuredPart(drug);
}

function drugOfMonth(code: string, month: MonthIndex): Drug | undefined {
  const known = byCode.get(code);
  if (known !== undefined) return known;
  const insured = [...(selectedListOf(month)?.values() ?? [])].map((one) => one.insuredDrug);
  return insured.find((drug) => drug.code === code);
}

/** The official class of a drug in a month: 2 brand with generics, 3 generic, others; undefined where it is not listed. */
export function classOf(drug: Drug, month: MonthIndex): string | undefined {
  return classes.get(drug.priceCode)?.[priceIndex(month) === 0 ? 'class_2024' : 'class_2025'];
}

/** Whether the drug is a brand with generics (class 2) in a month. */
export function isBrand(drug: Drug, month: MonthIndex): boolean {
  return classOf(drug, month) === '2';
}

/** The money of a row by hand, in whole points of each day: what SQL must come to. */
export function priced(row: DrugRow, head: Head, inpatient: boolean, claim: Claim): BrandRow {
  const { drug, amount, times } = row;
  const { month } = head;
  const prices = priceIndex(month);
  const holder = receiptType(claimantOf(claim).table, head, inpatient).at(-1)!;
  const yenOfPoint = '3478'.includes(holder) ? 2 : 3;
  const points = (price: number) => drugPoints(price * amount) * times;
  const brand = selectedListOf(month)?.get(drug.priceCode);
  const surcharge = isInsuredPart(drug) && brand !== undefined ? points(brand.gapShare) * 11 : 0;
  const claimed = points(drug.prices[prices]);
  const paid = claimed * yenOfPoint + surcharge;
  const cheapest = Math.min(...genericsOf(drug, prices).map((generic) => generic.prices[prices]));
  const saving = Number.isFinite(cheapest) ? Math.max(0, paid - points(cheapest) * yenOfPoint) : 0;
  return { ...row, yen: claimed * 10, paid, saving };
}
