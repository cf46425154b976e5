import { ageRange, type Drug, drugs, facts } from './facts.ts';
import type { Person } from './people.ts';
import { cumulate, normalShare, type Random, stream } from './random.ts';

/** What stays with a person: latent health and the conditions it brings; the same in every month and checkup. */
export type Health = {
  /** Metabolic burden in standard deviations (positive: heavier, worse). */
  readonly burden: number;
  /** Uniform position in the population; a condition is present while the position is below its prevalence. */
  readonly pressure: number;
  readonly lipid: number;
  readonly glucose: number;
  /** The same positions as normal scores (positive: worse), which measured values follow. */
  readonly scores: Readonly<Record<Condition, number>>;
  /** Drugs of the person for each condition, as long as it lasts. */
  readonly regimen: {
    readonly pressure: readonly Drug[];
    readonly lipid: readonly Drug[];
    readonly glucose: readonly Drug[];
    /** What is taken with them for the stomach, sleep, vessels or uric acid. */
    readonly others: readonly Drug[];
  };
  /** Months between two visits for these conditions, and the phase. */
  readonly interval: number;
  readonly phase: number;
  /** Archetype keys of other lasting conditions. */
  readonly chronic: readonly string[];
  /** Takes home twice the usual days of drugs for lasting conditions. */
  readonly longSupply: boolean;
  /** Multiplier of acute illness. */
  readonly frailty: number;
};

export type Condition = 'pressure' | 'lipid' | 'glucose';

export type Archetype = {
  readonly key: string;
  readonly inpatient: boolean;
  readonly days: number;
  readonly sex: string;
  readonly ages: readonly [number, number];
  /** Patients per person of the range. */
  readonly prevalence: number;
  readonly perYear: number;
  readonly season: string;
  readonly chronic: boolean;
};

/** Corrections found by measuring a generated society against the published totals. */
const tuning = new Map(facts('tuning').map((row) => [row['archetype']!, Number(row['factor'])]));

export const archetypes: readonly Archetype[] = facts('archetypes').map((row) => ({
  key: row['archetype']!,
  inpatient: row['kind'] === 'in',
  days: Number(row['days']),
  sex: row['sex']!,
  ages: ageRange(row['ages']!),
  prevalence: (Number(row['per_1000']) / 1000) * (tuning.get(row['archetype']!) ?? 1),
  perYear: Number(row['per_year']),
  season: row['season']!,
  chronic: row['chronic'] === '1',
}));

export const archetypeByKey = new Map(archetypes.map((archetype) => [archetype.key, archetype]));
const chronicArchetypes = archetypes.filter((archetype) => archetype.chronic);

const conditionOfGroup = { antihypertensive: 'pressure', lipid: 'lipid', diabetes: 'glucose' } as const;
const prevalence = prevalenceTable();

/** Treated share by condition, sex and single age 0–74, from five-year bands read at their middle. */
function prevalenceTable(): Record<Condition, { M: number[]; F: number[] }> {
  const table = { pressure: { M: [0], F: [0] }, lipid: { M: [0], F: [0] }, glucose: { M: [0], F: [0] } };
  const points = {
    pressure: { M: [[18, 0]], F: [[30, 0]] },
    lipid: { M: [[18, 0]], F: [[32, 0]] },
    glucose: { M: [[18, 0]], F: [[30, 0]] },
  };
  for (const row of facts('drug-use')) {
    const condition = conditionOfGroup[row['group'] as keyof typeof conditionOfGroup];
    const [from] = ageRange(row['ages']!);
    points[condition][row['sex'] as 'M' | 'F'].push([from + 2.5, Number(row['percent']) / 100]);
  }
  for (const condition of ['pressure', 'lipid', 'glucose'] as const) {
    for (const sex of ['M', 'F'] as const) {
      const sorted = points[condition][sex].sort((one, other) => one[0]! - other[0]!);
      table[condition][sex] = Array.from({ length: 76 }, (_, age) => interpolate(sorted, age + 0.5));
    }
  }
  return table;
}

function interpolate(points: readonly number[][], at: number): number {
  const after = points.findIndex((point) => point[0]! >= at);
  if (after === 0) return points[0]![1]!;
  if (after < 0) return points.at(-1)![1]!;
  const [x0, y0] = points[after - 1]! as [number, number];
  const [x1, y1] = points[after]! as [number, number];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

/** Whether a person of this age takes drugs for the condition. */
export function isTreated(health: Health, condition: Condition, sex: 'M' | 'F', age: number): boolean {
  return health[condition] < prevalence[condition][sex][Math.min(75, age)]!;
}

const genericIngredients = new Set(
  drugs.filter((drug) => drug.generic).map((drug) => drug.priceCode.slice(0, 7)),
);

/** Originators that have a generic are kept by more patients than their weight among all prescriptions says. */
function originatorFactor(drug: Drug): number {
  return genericIngredients.has(drug.priceCode.slice(0, 7)) ? 2.6 : 1;
}

const byGroup = (...groups: readonly string[]) => {
  const list = drugs.filter((drug) => groups.includes(drug.group));
  return {
    list,
    weights: cumulate(list.map((drug) => drug.weight * (drug.generic ? 1 : originatorFactor(drug)))),
  };
};
const shelf = {
  calcium: byGroup('降圧 Ca拮抗'),
  receptor: byGroup('降圧 ARB', '降圧 ACE'),
  heart: byGroup('心不全・降圧', '降圧 ARB'),
  statin: byGroup('脂質 スタチン'),
  fat: byGroup('脂質 その他'),
  metformin: byGroup('糖尿病 BG'),
  dpp: byGroup('糖尿病 DPP4'),
  sglt: byGroup('糖尿病 SGLT2'),
  others: byGroup('PPI', 'P-CAB', '抗血小板', '尿酸', '睡眠', '泌尿器', '抗凝固', '骨'),
  glp: byGroup('糖尿病 GLP1', '糖尿病 SU', '糖尿病 αGI'),
};

function take(random: Random, from: { list: readonly Drug[]; weights: readonly number[] }): Drug {
  return from.list[random.weighted(from.weights)]!;
}

function regimenOf(random: Random): Health['regimen'] {
  const pressure = random.chance(0.62) ? [take(random, shelf.calcium)] : [];
  if (pressure.length === 0 || random.chance(0.45))
    pressure.push(take(random, random.chance(0.06) ? shelf.heart : shelf.receptor));
  const lipid = random.chance(0.86) ? [take(random, shelf.statin)] : [];
  if (lipid.length === 0 || random.chance(0.16)) lipid.push(take(random, shelf.fat));
  const glucose = random.chance(0.6) ? [take(random, shelf.metformin)] : [];
  if (glucose.length === 0 || random.chance(0.55)) glucose.push(take(random, shelf.dpp));
  if (random.chance(0.6)) glucose.push(take(random, shelf.sglt));
  if (random.chance(0.25)) glucose.push(take(random, shelf.glp));
  const others = random.chance(0.5) ? [take(random, shelf.others)] : [];
  return { pressure, lipid, glucose, others };
}

const intervals = [1, 2, 3] as const;
const intervalWeights = cumulate([0.42, 0.36, 0.22]);

/** The lasting health of a person; `shift` is what the workplace adds to the burden. */
export function healthOf(person: Person, shift: number): Health {
  const random = stream(...person.key, 7);
  const burden = random.normal() + shift;
  const mixed = (weight: number) => weight * burden + Math.sqrt(1 - weight * weight) * random.normal();
  const scores = { pressure: mixed(0.45), lipid: mixed(0.4), glucose: mixed(0.5) };
  return {
    burden,
    pressure: 1 - normalShare(scores.pressure),
    lipid: 1 - normalShare(scores.lipid),
    glucose: 1 - normalShare(scores.glucose),
    scores,
    regimen: regimenOf(random),
    interval: intervals[random.weighted(intervalWeights)]!,
    phase: random.below(6),
    chronic: chronicArchetypes
      .filter((archetype) => archetype.sex.includes(person.sex) && random.next() < archetype.prevalence)
      .map((archetype) => archetype.key),
    longSupply: random.chance(0.5),
    frailty: Math.exp(0.75 * random.normal() - 0.28 + 0.08 * shift),
  };
}
