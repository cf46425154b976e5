import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Planted } from '#sample-data/answers.ts';
import { ageAtYearEnd, ageOn, dayOf, monthEnd } from '#sample-data/calendar.ts';
import { judgedRisks } from '#sample-data/checkup/risks.ts';
import type { LinkedCheckup } from '#sample-data/checkups.ts';
import { type Care, careOf } from '#sample-data/claims.ts';
import type { LinkedReceipt } from '#sample-data/count.ts';
import { employers } from '#sample-data/employers.ts';
import { type Drug, drugs } from '#sample-data/facts.ts';
import { generateSociety } from '#sample-data/generate.ts';
import { healthOf, isTreated } from '#sample-data/illness.ts';
import { type Person, spanOn } from '#sample-data/people.ts';
import { silentEffects } from '#shared/effects.ts';

const fiscalYear = 2024;
const firstMonth = fiscalYear * 12 + 3;

type Seen = { person: Person; receipts: LinkedReceipt[]; checkups: LinkedCheckup[] };

/** Measures a generated society over one fiscal year; every figure by its name. */
export async function measureSociety(
  members: number,
  seed: number,
): Promise<{ figures: Record<string, number>; planted: Planted }> {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-figures-'));
  try {
    const seen = new Map<Person, Seen>();
    const options = {
      members,
      months: 12,
      seed,
      firstMonth: '2024-04' as const,
      inbox: join(folder, 'inbox'),
      planted: join(folder, 'planted.json'),
    };
    const planted = await generateSociety(options, silentEffects(), {
      person: (person) => seen.set(person, { person, receipts: [], checkups: [] }),
      receipt: (person, receipt) => seen.get(person)!.receipts.push(receipt),
      checkup: (person, checkup) => {
        if (checkup.fiscalYear === fiscalYear) seen.get(person)!.checkups.push(checkup);
      },
    });
    const people = [...seen.values()];
    return {
      figures: {
        ...population(people),
        ...care(people),
        ...bodies(people),
        ...guidance(planted),
        ...trouble(planted),
      },
      planted,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function share<T>(list: readonly T[], holds: (item: T) => boolean): number {
  return list.filter(holds).length / list.length;
}

function sum<T>(list: readonly T[], value: (item: T) => number): number {
  return list.reduce((total, item) => total + value(item), 0);
}

function population(people: readonly Seen[]): Record<string, number> {
  const start = dayOf(fiscalYear, 4, 30);
  const covered = people.filter(({ person }) => spanOn(person, start) !== undefined);
  const insured = covered.filter(({ person }) => spanOn(person, start)!.relation === 'insured');
  const age = ({ person }: Seen) => ageOn(person.birth, start);
  return {
    meanAge: sum(covered, age) / covered.length,
    under20: share(covered, (one) => age(one) < 20),
    from20to39: share(covered, (one) => age(one) >= 20 && age(one) < 40),
    from65: share(covered, (one) => age(one) >= 65),
    female: share(covered, ({ person }) => person.sex === 'F'),
    maleOfInsured: share(insured, ({ person }) => person.sex === 'M'),
    insuredShare: insured.length / covered.length,
  };
}

function care(people: readonly Seen[]): Record<string, number> {
  let personMonths = 0;
  let withReceipt = 0;
  let without = 0;
  const costs: number[] = [];
  const receipts = people.flatMap((one) => one.receipts);
  for (const { person, receipts: own } of people) {
    const months = new Set(own.filter(isMedical).map((receipt) => receipt.claim.month));
    let covered = 0;
    for (let month = firstMonth; month < firstMonth + 12; month++) {
      if (spanOn(person, monthEnd(month)) === undefined) continue;
      covered++;
      if (months.has(month)) withReceipt++;
    }
    personMonths += covered;
    if (covered === 0) continue;
    costs.push(sum(own, (receipt) => receipt.yen));
    if (!own.some(isMedical)) without++;
  }
  costs.sort((one, other) => other - one);
  const years = personMonths / 12;
  const total = sum(costs, (cost) => cost);
  const kinds = Map.groupBy(receipts, ({ claim }) => careOf(claim));
  const perHead = (care: Care) => (kinds.get(care) ?? []).length / years;
  const yenPerHead = (care: Care) => sum(kinds.get(care) ?? [], ({ yen }) => yen) / years;
  const stays = kinds.get('inpatient') ?? [];
  const inMonth = (keys: readonly string[], month: number) =>
    receipts.filter(
      ({ claim }) => claim.kind === 'medical' && keys.includes(claim.archetype) && claim.month % 12 === month,
    ).length;
  const dispensed = receipts.flatMap(({ claim }) =>
    claim.kind === 'pharmacy'
      ? claim.supplies.flatMap((supply) =>
          supply.drugs.map((drug) => ({ ...drug, quantity: supply.quantity * drug.amount })),
        )
      : [],
  );
  return {
    outpatientReceipts: perHead('outpatient'),
    inpatientReceipts: perHead('inpatient'),
    pharmacyReceipts: perHead('pharmacy'),
    dentalReceipts: perHead('dental'),
    nursingReceipts: perHead('nursing'),
    therapyReceipts: perHead('therapy'),
    outpatientYen: yenPerHead('outpatient'),
    inpatientYen: yenPerHead('inpatient'),
    pharmacyYen: yenPerHead('pharmacy'),
    dentalYen: yenPerHead('dental'),
    nursingYen: yenPerHead('nursing'),
    therapyYen: yenPerHead('therapy'),
    dpcShare: share(stays, ({ claim }) => claim.kind === 'medical' && claim.dpc !== undefined),
    dpcOverOthers: meanYen(stays, true) / meanYen(stays, false),
    monthWithReceipt: withReceipt / personMonths,
    topPercent: sum(costs.slice(0, Math.round(costs.length / 100)), (cost) => cost) / total,
    topTenth: sum(costs.slice(0, Math.round(costs.length / 10)), (cost) => cost) / total,
    yearWithoutReceipt: without / costs.length,
    coldJanuaryToAugust:
      inMonth(['COLD', 'FLU', 'BRONCHITIS', 'COLD_CHILD'], 0) /
      inMonth(['COLD', 'FLU', 'BRONCHITIS', 'COLD_CHILD'], 7),
    pollenMarchToJuly:
      inMonth(['RHINITIS_ENT', 'RHINITIS_IGE', 'CONJ'], 2) /
      Math.max(1, inMonth(['RHINITIS_ENT', 'RHINITIS_IGE', 'CONJ'], 6)),
    genericShare: genericShare(dispensed),
  };
}

/** The published shares of people with a receipt are of doctors and pharmacies. */
function isMedical({ claim }: LinkedReceipt): boolean {
  return claim.kind === 'medical' || claim.kind === 'pharmacy';
}

function meanYen(stays: readonly LinkedReceipt[], isDpc: boolean): number {
  const list = stays.filter(({ claim }) => (claim.kind === 'medical' && claim.dpc !== undefined) === isDpc);
  return sum(list, ({ yen }) => yen) / list.length;
}

/** 後発品割合: quantity of generics ÷ quantity of drugs whose ingredient has a generic. */
function genericShare(list: readonly { drug: Drug; quantity: number }[]): number {
  const replaceable = new Set(drugs.filter((drug) => drug.generic).map((drug) => drug.priceCode.slice(0, 7)));
  const base = list.filter(({ drug }) => replaceable.has(drug.priceCode.slice(0, 7)));
  const generics = base.filter(({ drug }) => drug.generic);
  return sum(generics, (one) => one.quantity) / sum(base, (one) => one.quantity);
}

function bodies(people: readonly Seen[]): Record<string, number> {
  const adults = people.filter(({ person }) => {
    const age = ageAtYearEnd(person.birth, fiscalYear);
    return age >= 40 && age <= 74 && spanOn(person, dayOf(fiscalYear + 1, 3, 31)) !== undefined;
  });
  const relation = ({ person }: Seen) => spanOn(person, dayOf(fiscalYear + 1, 3, 31))!.relation;
  const insured = adults.filter((one) => relation(one) === 'insured');
  const dependants = adults.filter((one) => relation(one) === 'dependant');
  const men = adults.filter(({ person }) => person.sex === 'M');
  const women = adults.filter(({ person }) => person.sex === 'F');
  const users = (list: readonly Seen[], condition: 'pressure' | 'lipid' | 'glucose') =>
    share(list, ({ person }) => {
      const shift = employers[person.key[2]!]!.health;
      return isTreated(
        healthOf(person, shift),
        condition,
        person.sex,
        ageAtYearEnd(person.birth, fiscalYear),
      );
    });
  const examined = insured.filter((one) => one.checkups.length > 0);
  const risk = (list: readonly Seen[], name: string) => {
    const judged = list.flatMap(({ person, checkups }) =>
      judgedRisks(checkups[0]!.values, person.sex === 'M').filter((one) => one.risk === name),
    );
    return share(judged, (one) => one.atRisk);
  };
  const smokers = (list: readonly Seen[]) =>
    share(
      list.filter((one) => one.checkups.length > 0),
      (one) => one.checkups[0]!.judged.body.smokes === true,
    );
  const obesityOf = (employer: number) =>
    risk(
      examined.filter(({ person }) => person.key[2] === employer),
      'obesity',
    );
  const treatedSbp = (treated: boolean) => {
    const list = examined.filter(
      ({ person }) =>
        isTreated(
          healthOf(person, employers[person.key[2]!]!.health),
          'pressure',
          person.sex,
          ageAtYearEnd(person.birth, fiscalYear),
        ) === treated,
    );
    return sum(list, (one) => one.checkups[0]!.values.sbp ?? 0) / list.length;
  };
  return {
    pressureUsersMen: users(men, 'pressure'),
    pressureUsersWomen: users(women, 'pressure'),
    lipidUsersMen: users(men, 'lipid'),
    lipidUsersWomen: users(women, 'lipid'),
    glucoseUsersMen: users(men, 'glucose'),
    glucoseUsersWomen: users(women, 'glucose'),
    participationInsured: examined.length / insured.length,
    participationDependants: share(dependants, (one) => one.checkups.length > 0),
    obesity: risk(examined, 'obesity'),
    pressureRisk: risk(examined, 'blood-pressure'),
    glucoseRisk: risk(examined, 'glucose'),
    lipidRisk: risk(examined, 'lipids'),
    liverRisk: risk(examined, 'liver'),
    smokingMen: smokers(men),
    smokingWomen: smokers(women),
    obesitySpread: obesityOf(1) - obesityOf(2),
    sbpOfTreatedOverOthers: treatedSbp(true) - treatedSbp(false),
  };
}

/** What the report to the state would say, as shares. */
function guidance({ statutory, levels }: Planted): Record<string, number> {
  const places = Object.entries(statutory[fiscalYear]!);
  const total = (measure: string, sex = '') =>
    sum(
      places.filter(([place]) => place.startsWith(sex)),
      ([, counts]) => counts[measure] ?? 0,
    );
  const pairs = Object.values(levels[fiscalYear]!).flatMap((institutions) =>
    Object.values(institutions).flatMap((counts) => Object.entries(counts)),
  );
  const isWrong = ([pair]: [string, number]) => pair.split(' ')[0] !== pair.split(' ')[1];
  const checkups = (list: typeof pairs) => sum(list, ([, count]) => count);
  return {
    assessedShare: total('assessed') / total('targets'),
    completeShare: total('examined') / total('targets'),
    metabolicMen: total('metabolic', 'male') / total('assessed', 'male'),
    metabolicWomen: total('metabolic', 'female') / total('assessed', 'female'),
    borderline: total('borderline') / total('assessed'),
    intensive: total('intensive') / total('assessed'),
    motivational: total('motivational') / total('assessed'),
    guidanceUsed: total('guided_used') / total('guided'),
    guidanceCompleted: total('guided_completed') / total('guided'),
    noLongerDue: total('guided_to_none') / total('guided_before'),
    wrongLevels: checkups(pairs.filter(isWrong)) / checkups(pairs),
  };
}

/** What became of receipts after they were taken in. */
const changes = [
  'returned',
  'sent_back',
  'resubmitted',
  'reexamined',
  'reassessed',
  'withdrawn',
  'transferred',
  'copied',
];

function trouble(planted: Planted): Record<string, number> {
  const kinds = Object.entries(planted.messy).filter(([kind]) => !kind.startsWith('checkup'));
  const count = (some: typeof kinds) => sum(some, ([, receipts]) => receipts) / planted.counts['receipts']!;
  const usual = ['late', 'corrected', ...changes];
  return {
    messyShare: count(kinds.filter(([kind]) => !usual.includes(kind))),
    changedShare: count(kinds.filter(([kind]) => changes.includes(kind))),
  };
}
