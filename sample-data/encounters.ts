import { acuteDraw, fillerDisease, seasons } from './acute.ts';
import type { MonthIndex } from './calendar.ts';
import { ageOn, completesAge, fiscalYearOf, monthEnd, monthStart } from './calendar.ts';
import type { Claim, Diagnosis, MedicalClaim, PharmacyClaim, Supply, Unit } from './claims.ts';
import { priceEdition } from './facts.ts';
import { basicFee, dispensedUnits, doubled, genericFee, guidanceFee, procedureUnit } from './fees.ts';
import { type Archetype, archetypeByKey, type Health } from './illness.ts';
import { chooseInstitution, type Institution, ownClinic, pharmacyNear } from './institutions.ts';
import {
  isLifestyleMonth,
  lifestyleDiagnoses,
  lifestyleSupplies,
  lifestyleUnits,
  treatedConditions,
} from './lifestyle.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { withSelectedCare } from './selected-care.ts';
import { bySection, templateOf } from './templates.ts';

const hospitalOnly = new Set(
  'EGD POLYP IBD ATOPIC_BIO RA BREAST_CHEMO BREAST_HORMONE COLON_CHEMO LUNG_IO HEMOPHILIA DIALYSIS CKD AF CAD HEADCT OTHER_OUT_IMAGING OTHER_OUT_HIGH INFERT_IVF'.split(
    ' ',
  ),
);

/** A month with the days (1–31) on which the person is covered, both included. */
export type CoveredMonth = { readonly month: MonthIndex; readonly from: number; readonly to: number };

/** Everything that happens to a person in a month, covered on the days `from`…`to` of it. */
export function encountersOf(
  random: Random,
  person: Person,
  health: Health,
  home: number,
  when: CoveredMonth,
): Claim[] {
  const age = ageOn(person.birth, monthStart(when.month));
  const claims: Claim[] = [];
  const used: Institution[] = [];
  const visit = (archetype: Archetype, fixed?: Institution) => {
    const kind = archetype.inpatient || hospitalOnly.has(archetype.key) ? 'hospital' : 'clinic';
    const free =
      fixed !== undefined && !used.includes(fixed) ? fixed : chooseInstitution(random, kind, home, used);
    addVisit(claims, random, person, age, archetype, free, when, archetype.chronic && health.longSupply);
    used.push(free);
  };
  const treated = treatedConditions(health, person, age);
  if (treated.length > 0 && isLifestyleMonth(health, when.month) && when.to - when.from > 9) {
    const clinic = ownClinic(home);
    const edition = priceEdition(fiscalYearOf(when.month));
    const diagnoses = lifestyleDiagnoses(treated, health, monthStart(when.month) - 400 - health.phase * 90);
    const units = lifestyleUnits(treated, health, when.month);
    const supplies = withSelectedCare(person, lifestyleSupplies(treated, health, edition), when.month);
    pushClaims(claims, random, {
      archetype: 'LIFESTYLE',
      clinic,
      home,
      when,
      inpatient: false,
      visits: 1,
      diagnoses,
      units,
      supplies,
    });
    used.push(clinic);
  }
  health.chronic.forEach((key) => {
    const archetype = archetypeByKey.get(key)!;
    if (age < archetype.ages[0] || age > archetype.ages[1] || (key === 'GOUT' && treated.length > 1)) return;
    const rate = (archetype.perYear / 12) * seasons.get(archetype.season)![when.month % 12]!;
    if (!random.chance(Math.min(1, rate))) return;
    visit(archetype, hospitalOnly.has(key) ? undefined : ownClinic(home + 1 + key.length));
  });
  const draw = acuteDraw(person.sex, Math.min(74, age), when.month % 12);
  const share = (when.to - when.from + 1) / (monthEnd(when.month) - monthStart(when.month) + 1);
  for (let left = random.poisson(draw.total * health.frailty * share); left > 0; left--) {
    visit(draw.list[random.weighted(draw.weights)]!);
  }
  return claims;
}

function addVisit(
  claims: Claim[],
  random: Random,
  person: Person,
  age: number,
  archetype: Archetype,
  clinic: Institution,
  when: CoveredMonth,
  long: boolean,
): void {
  if (when.to - when.from + 1 < archetype.days) return;
  const template = templateOf(archetype.key, priceEdition(fiscalYearOf(when.month)));
  const start = monthStart(when.month) + when.from - 1;
  const filler = archetype.key.startsWith('OTHER_')
    ? fillerDisease(random, person, age, archetype.inpatient)
    : undefined;
  const begun = archetype.chronic ? Math.max(person.birth, start - 200 - random.below(900)) : start;
  const diagnoses = template.diagnoses.map((row): Diagnosis => {
    const outcome = archetype.chronic || random.chance(0.5) ? '1' : '2';
    return {
      code: row.main && filler ? filler.code : row.code,
      modifiers: row.modifiers,
      text: '',
      main: row.main,
      started: begun,
      outcome,
    };
  });
  if (template.units.some((unit) => unit.section === '60' || unit.section === '70') && random.chance(0.15)) {
    diagnoses.push({
      code: fillerDisease(random, person, age, false).code,
      modifiers: '8002',
      text: '',
      main: random.chance(0.2),
      started: start,
      outcome: '4',
    });
  }
  const young = completesAge(person.birth, 6) > monthStart(when.month) && archetype.key === 'COLD_CHILD';
  const units = young ? [...template.units, procedureUnit('112000970')] : template.units;
  const home = clinic.code.length + Number(clinic.code.slice(3));
  const { inpatient, days: visits } = archetype;
  pushClaims(claims, random, {
    archetype: archetype.key,
    clinic,
    home,
    when,
    inpatient,
    visits,
    diagnoses,
    units,
    supplies: withSelectedCare(person, long ? template.supplies.map(doubled) : template.supplies, when.month),
  });
}

type Plan = {
  readonly archetype: string;
  readonly clinic: Institution;
  readonly home: number;
  readonly when: CoveredMonth;
  readonly inpatient: boolean;
  readonly visits: number;
  readonly diagnoses: readonly Diagnosis[];
  readonly units: readonly Unit[];
  readonly supplies: readonly Supply[];
};

/** The receipts of one plan: the institution's, and the pharmacy's where drugs are prescribed. */
function pushClaims(claims: Claim[], random: Random, plan: Plan): void {
  const { archetype, clinic, inpatient, when, supplies } = plan;
  const days = inpatient ? stay(random, plan) : visitDays(random, when, plan.visits);
  const prescribed = supplies.length > 0 && !clinic.dispenses;
  const units = [
    ...plan.units.filter(
      (unit) => prescribed || !unit.rows.some((row) => row.code === '120002910' || row.code === '120004270'),
    ),
  ];
  if (supplies.length > 0 && clinic.dispenses)
    units.push(...dispensedUnits(supplies), ...reduction(random, supplies));
  if (prescribed && !units.some((unit) => unit.rows[0]!.code === '120002910')) {
    units.push(procedureUnit('120002910'), procedureUnit('120004270'));
  }
  const claim: MedicalClaim = {
    kind: 'medical',
    archetype,
    month: when.month,
    institution: clinic,
    inpatient,
    days,
    diagnoses: plan.diagnoses,
    units: bySection(units),
    meals: inpatient ? Math.max(1, days.length * 3 - 2) : 0,
  };
  claims.push(claim);
  if (!prescribed) return;
  const day = Math.min(when.to, days[0]! + (random.chance(0.1) ? 1 : 0));
  claims.push(prescribedAt(claim, plan.home, day, supplies));
}

/** The pharmacy's receipt of what was prescribed at a visit. */
export function prescribedAt(
  visit: Pick<MedicalClaim, 'archetype' | 'month' | 'institution'>,
  home: number,
  day: number,
  supplies: readonly Supply[],
): PharmacyClaim {
  return {
    kind: 'pharmacy',
    archetype: visit.archetype,
    month: visit.month,
    pharmacy: pharmacyNear(home),
    prescriber: visit.institution,
    day,
    supplies,
    basic: basicFee,
    guidance: guidanceFee,
    addition: genericFee,
  };
}

/** 薬剤料逓減（90/100）: a tenth of the internal drugs is subtracted, in a few receipts. */
function reduction(random: Random, supplies: readonly Supply[]): Unit[] {
  const first = supplies.find((supply) => supply.form === '1' && supply.points >= 10);
  if (first === undefined || !random.chance(0.08)) return [];
  const points = Math.floor(first.points / 10);
  const rows = [{ record: 'IY', code: '630010002', quantity: '' }] as const;
  return [{ section: '21', rows, points, count: first.quantity, subtracts: true, supply: true }];
}

function stay(random: Random, plan: Plan): number[] {
  const first = random.between(plan.when.from, plan.when.to - plan.visits + 1);
  return Array.from({ length: plan.visits }, (_, day) => first + day);
}

/** Some covered days of a month, in order. */
export function visitDays(random: Random, when: CoveredMonth, count: number): number[] {
  const days = new Set<number>();
  while (days.size < count) days.add(random.between(when.from, when.to));
  return [...days].sort((one, other) => one - other);
}
