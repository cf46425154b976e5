import { type Disease, diseases, facts } from './facts.ts';
import { type Archetype, archetypes } from './illness.ts';
import type { Person } from './people.ts';
import { cumulate, type Random } from './random.ts';

/** Month index (mean 1) of kinds of illness, January first. */
export const seasons = new Map(
  facts('seasons').map((row) => [
    row['season']!,
    Array.from({ length: 12 }, (_, month) => Number(row[String(month + 1)])),
  ]),
);
const acute = archetypes.filter((archetype) => !archetype.chronic);

type Draw = {
  readonly total: number;
  readonly list: readonly Archetype[];
  readonly weights: readonly number[];
};
const draws = new Map<number, Draw>();

/** Acute archetypes a person of this sex and age may meet in a calendar month, with their monthly rates. */
export function acuteDraw(sex: 'M' | 'F', age: number, calendarMonth: number): Draw {
  const key = ((sex === 'M' ? 0 : 1) * 100 + age) * 12 + calendarMonth;
  const known = draws.get(key);
  if (known !== undefined) return known;
  const list = acute.filter((one) => one.sex.includes(sex) && one.ages[0] <= age && age <= one.ages[1]);
  const weights = cumulate(
    list.map(
      (one) =>
        (one.prevalence * one.perYear * seasons.get(one.season)![calendarMonth]! * ageFactor(one, age)) / 12,
    ),
  );
  const draw = { total: weights.at(-1) ?? 0, list, weights };
  draws.set(key, draw);
  return draw;
}

/** The fillers cover every age: their frequency follows the age curve of cost (mean about one). */
function ageFactor(archetype: Archetype, age: number): number {
  if (!archetype.key.startsWith('OTHER_')) return 1;
  if (age < 5) return archetype.inpatient ? 1.5 : 1.2;
  const curve = 0.42 * Math.exp((Math.max(age, 12) - 12) * 0.03);
  return archetype.inpatient ? curve * 0.95 : 0.25 + 0.8 * curve;
}

const fillers = fillerDiseases();

/** Diseases the fillers draw from: by weight, inpatients nearer to tumours, circulation and injuries. */
function fillerDiseases() {
  const list = diseases.filter(
    (disease) => disease.icd10 !== '' && disease.weight > 0 && !/^[OPZUF]/.test(disease.icd10),
  );
  const inpatient: Record<string, number> = { C: 8, D: 3, I: 4, S: 4, K: 3, N: 2, G: 2 };
  return {
    list,
    out: cumulate(list.map((disease) => disease.weight)),
    in: cumulate(
      list.map((disease) => Math.min(10, disease.weight) * (inpatient[disease.icd10.charAt(0)] ?? 0.4)),
    ),
  };
}

/** The disease of a filler encounter of this person. */
export function fillerDisease(random: Random, person: Person, age: number, inpatient: boolean): Disease {
  for (;;) {
    const disease = fillers.list[random.weighted(inpatient ? fillers.in : fillers.out)]!;
    if (person.sex === 'F' && /^(N40|C61)/.test(disease.icd10)) continue;
    if (person.sex === 'M' && /^(N[789]|C5[0-8]|D2[457])/.test(disease.icd10)) continue;
    if (age < 25 && /^(C|E1|I1|I2|I6|M81|N40|H25|H40)/.test(disease.icd10) && !random.chance(0.03)) continue;
    return disease;
  }
}
