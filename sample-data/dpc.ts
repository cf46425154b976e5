import { fiscalYearOf, type MonthIndex } from './calendar.ts';
import type { Claim, DpcStay, MedicalClaim, Unit } from './claims.ts';
import { unitPoints } from './claims.ts';
import { mainDiseaseClass } from './disease-class.ts';
import { drugOf, drugPoints, facts, priceEdition } from './facts.ts';
import { amountText } from './fees.ts';
import type { Institution } from './institutions.ts';
import type { Random } from './random.ts';
import { bySection } from './templates.ts';

const groups = new Map(facts('dpc').map((row) => [row['key']!, row['code']!]));

/** 診療識別 that the bundle holds: fee-for-service stay what is done to a patient (operation, anaesthesia, rehabilitation). */
const bundledSections = /^(2\d|3\d|60|70|90)$/;
/** Points a day in 入院期間Ⅱ, beside those in Ⅰ. */
const laterPart = 0.74;
const painkiller = { code: '620099201', amount: 3 };
const brandOfWard = { code: '612170710', amount: 1 };

/**
 * The same stay as a hospital of the DPC system claims it, if this one is and its disease has a group: what the rows of
 * the bundle cost becomes points a day, so that a stay costs about the same.
 */
export function asDpc(claim: MedicalClaim, random: Random): MedicalClaim {
  const { institution, inpatient, units } = claim;
  const code = groups.get(claim.archetype) ?? groups.get(mainDiseaseClass(claim.diagnoses));
  if (!inpatient || code === undefined || !isDpcHospital(institution)) return claim;
  const apartDays = claim.days.length >= 8 && random.chance(0.1) ? 2 : 0;
  const days = claim.days.length - apartDays;
  const { inside, apart } = splitLastDays(units, claim.days.length, apartDays);
  const drugs = [ward(random, claim.month, days)];
  const held = [...inside, ...drugs].map((unit) =>
    bundledSections.test(unit.section) ? { ...unit, bundled: true } : unit,
  );
  const cost = unitPoints([...inside, ...drugs]) - unitPoints(held);
  const coefficient = 1.05 + (Number(institution.code) % 7) * 0.0511;
  const periods = periodsOf(cost / coefficient, days);
  const sum = periods.reduce((total, period) => total + period.daily * period.days, 0);
  const diagnoses = claim.diagnoses.filter(({ modifiers }) => !modifiers.includes('8002'));
  const [first] = diagnoses;
  if (first === undefined) return claim;
  const resource = random.chance(0.06) ? { ...first, code: '4860030', main: false } : undefined;
  const points = Math.round(sum * coefficient);
  const dpc: DpcStay = { code, coefficient, periods, points, resource, apart, apartDays };
  const home = random.chance(0.25) ? [takenHome(claim.month)] : [];
  return { ...claim, diagnoses, units: bySection([...held, ...home]), dpc };
}

/** Drugs of the ward, inside the bundle: a painkiller, for some the brand. */
function ward(random: Random, month: MonthIndex, days: number): Unit {
  return drugUnit(random.chance(0.1) ? brandOfWard : painkiller, month, days);
}

/** 退院時処方: what is handed over at the end of a stay is billed besides the bundle. */
function takenHome(month: MonthIndex): Unit {
  return { ...drugUnit(painkiller, month, 7), supply: true };
}

function drugUnit(
  { code, amount }: { code: string; amount: number },
  month: MonthIndex,
  count: number,
): Unit {
  const rows = [{ record: 'IY', code, quantity: amountText(amount) }] as const;
  const price = drugOf(code).prices[priceEdition(fiscalYearOf(month))];
  return { section: '21', rows, points: drugPoints(price * amount), count };
}

/** Two of three hospitals. */
function isDpcHospital(institution: Institution): boolean {
  return institution.kind === 'hospital' && Math.floor(Number(institution.code) / 11) % 3 !== 0;
}

/** The stay charge of the last days apart, to be billed like a medical receipt. */
function splitLastDays(units: readonly Unit[], days: number, apartDays: number) {
  const inside: Unit[] = [];
  const apart: Unit[] = [];
  for (const unit of units) {
    if (apartDays === 0 || unit.section !== '90' || unit.count !== days) {
      inside.push(unit);
      continue;
    }
    inside.push({ ...unit, count: days - apartDays });
    apart.push({ ...unit, count: apartDays });
  }
  return { inside, apart };
}

function periodsOf(points: number, days: number): DpcStay['periods'] {
  const early = Math.ceil(days * 0.4);
  const daily = Math.round(points / (early + laterPart * (days - early)));
  const first = { daily, days: early };
  return early === days ? [first] : [first, { daily: Math.round(daily * laterPart), days: days - early }];
}

/** The same stay as one plain receipt. */
export function withoutCover<C extends Claim>(claim: C): C {
  if (claim.kind !== 'medical' || claim.dpc === undefined) return claim;
  const { units, dpc } = claim;
  return { ...claim, units: [...units, ...dpc.apart], dpc: { ...dpc, apart: [], apartDays: 0 } };
}
