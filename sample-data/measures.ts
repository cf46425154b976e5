import { ageRange, facts } from './facts.ts';
import { type Health, isTreated } from './illness.ts';
import type { Person } from './people.ts';
import { type Random, stream } from './random.ts';

type Shape = { readonly mean: number; readonly sd: number; readonly log: boolean };
const shapes = new Map<string, Shape>(
  facts('checkup-values').map((row) => [
    `${row['item']} ${row['sex']} ${ageRange(row['ages']!)[0]}`,
    { mean: Number(row['mean']), sd: Number(row['sd']), log: row['shape'] === 'log' },
  ]),
);

/** What a body shows on a checkup day, before any rounding; units as in the checkup file. */
export type Measures = {
  readonly height: number;
  readonly bmi: number;
  readonly waist: number;
  readonly sbp: number;
  readonly dbp: number;
  readonly fpg: number;
  readonly hba1c: number;
  readonly tg: number;
  readonly hdl: number;
  readonly ldl: number;
  readonly ast: number;
  readonly alt: number;
  readonly ggt: number;
  readonly egfr: number;
  readonly creatinine: number;
  readonly hemoglobin: number;
  readonly urineProtein: boolean;
  readonly urineSugar: boolean;
  readonly treated: { readonly pressure: boolean; readonly lipid: boolean; readonly glucose: boolean };
};

/** A normal score that mixes a known part with weight `weight` and what is the person's own. */
function mix(weight: number, known: number, own: number): number {
  return weight * known + Math.sqrt(1 - weight * weight) * own;
}

/** The value at a normal score, from the table of the sex and five-year age class (ages below 40 as 40–44). */
function valueAt(item: string, sex: 'M' | 'F', age: number, score: number): number {
  const from = Math.max(40, Math.min(70, Math.floor(age / 5) * 5));
  const shape = shapes.get(`${item} ${sex} ${from}`)!;
  return shape.log ? shape.mean * Math.exp(shape.sd * score) : shape.mean + shape.sd * score;
}

/** Own scores of a person for each item: mostly lasting, partly of the year (`lasting` is the correlation of years). */
function scoreSource(person: Person, year: number): (lasting: number) => number {
  const constant: Random = stream(...person.key, 61);
  const yearly: Random = stream(...person.key, 62, year);
  return (lasting) => Math.sqrt(lasting) * constant.normal() + Math.sqrt(1 - lasting) * yearly.normal();
}

/** What guidance of the year before brought: kilograms and centimetres lost, which other values follow. */
export type Relief = { readonly kg: number; readonly cm: number };

/**
 * The body of a person in a year: values follow latent health, agree with treatment and with each other, and are better
 * by the relief.
 */
export function measure(
  person: Person,
  health: Health,
  age: number,
  year: number,
  relief: Relief = { kg: 0, cm: 0 },
): Measures {
  const { sex } = person;
  const own = scoreSource(person, year);
  const at = (item: string, score: number) => valueAt(item, sex, age, score);
  const { scores, burden } = health;
  const treated = {
    pressure: isTreated(health, 'pressure', sex, age),
    lipid: isTreated(health, 'lipid', sex, age),
    glucose: isTreated(health, 'glucose', sex, age),
  };
  const bmi = mix(0.97, burden, own(0.9));
  const waist = mix(0.86, bmi, own(0.7));
  const sbp = mix(0.72, scores.pressure, own(0.4));
  const dbp = mix(0.77, sbp, own(0.5));
  const fpg = mix(0.65, scores.glucose, own(0.5));
  const hba1c = mix(0.74, fpg, own(0.6));
  const ldl = mix(0.6, scores.lipid, own(0.7));
  const tg = mix(0.42, (burden + scores.lipid) / 1.67, own(0.6));
  const hdl = mix(0.5, -(0.6 * burden + 0.75 * tg), own(0.8));
  const alt = mix(0.43, burden, own(0.6));
  const ast = mix(0.74, alt, own(0.6));
  const ggt = mix(0.5, alt, own(0.8));
  const egfr = at('eGFR', own(0.88));
  const diabetic = 128 + 22 * own(0.6);
  const protein = at('urine_protein_positive', 0) * (treated.glucose || treated.pressure ? 2.2 : 0.8);
  const sugar = at('urine_sugar_positive', 0) * 0.5 + (treated.glucose ? 25 : 0);
  const height = (sex === 'M' ? 171 : 158) - Math.max(0, age - 40) * 0.08 + 5.6 * own(1);
  const { kg, cm } = relief;
  return {
    height,
    bmi: Math.max(15, at('BMI', bmi + 0.08 * (bmi * bmi - 1)) - 0.4) - (kg * 10_000) / (height * height),
    waist: Math.max(55, at('waist', waist) - 0.6) - cm,
    sbp: at('SBP', sbp) - (treated.pressure ? 13 : 0) - 1.6 * kg,
    dbp: at('DBP', dbp) - (treated.pressure ? 7 : 0) - kg,
    fpg:
      (treated.glucose ? Math.max(75, diabetic) : at('FPG', fpg * 0.85 + 0.08 * fpg * fpg) - 4.5) - 1.5 * kg,
    hba1c:
      (treated.glucose ? 5.2 + (Math.max(75, diabetic) - 75) / 32 : at('HbA1c', hba1c * 0.8) - 0.05) -
      0.04 * kg,
    tg: at('TG', tg) * (1 - 0.04 * kg),
    hdl: Math.max(20, at('HDL', hdl * 0.9)),
    ldl: Math.max(30, at('LDL', ldl) - (treated.lipid ? 42 : 0)),
    ast: at('AST', ast),
    alt: at('ALT', alt),
    ggt: at('GGT', ggt),
    egfr: Math.max(12, egfr),
    creatinine: creatinineOf(Math.max(12, egfr), age, sex),
    hemoglobin: Math.max(6, at('hemoglobin', stream(...person.key, 65).normal())),
    urineProtein: stream(...person.key, 63, year).chance(protein / 100),
    urineSugar: stream(...person.key, 64, year).chance(sugar / 100),
    treated,
  };
}

/** 血清クレアチニン from eGFR: the equation of 日本腎臓学会 (194 × Cr^-1.094 × age^-0.287, × 0.739 for women) solved. */
function creatinineOf(egfr: number, age: number, sex: 'M' | 'F'): number {
  const factor = 194 * Math.max(18, age) ** -0.287 * (sex === 'F' ? 0.739 : 1);
  return (egfr / factor) ** (-1 / 1.094);
}
