import { ageOn, type Day } from '../calendar.ts';
import type { Person } from '../people.ts';
import type { CheckupValues } from './values.ts';

/** Place on the CKD map (CKD診療ガイドの重症度分類). */
export type Kidney = {
  readonly g: 'G1' | 'G2' | 'G3a' | 'G3b' | 'G4-5';
  readonly a: 'A1' | 'A2' | 'A3';
};

/** eGFR as given, else from creatinine and the years completed when the day of examination began. */
export function egfrOf(person: Person, day: Day, { egfr, creatinine }: CheckupValues): number | undefined {
  if (egfr !== undefined || creatinine === undefined || creatinine <= 0) return egfr;
  const age = ageOn(person.birth, day - 1);
  const value = 194 * creatinine ** -1.094 * age ** -0.287 * (person.sex === 'F' ? 0.739 : 1);
  return Math.floor(value * 10 + 0.5) / 10;
}

/** @param strip grade of urine protein: 1 −, 2 ±, 3 1+ and so on */
export function kidneyOf(egfr: number | undefined, strip: number | undefined): Kidney | undefined {
  if (egfr === undefined || strip === undefined) return undefined;
  const g = egfr >= 90 ? 'G1' : egfr >= 60 ? 'G2' : egfr >= 45 ? 'G3a' : egfr >= 30 ? 'G3b' : 'G4-5';
  return { g, a: strip >= 3 ? 'A3' : strip === 2 ? 'A2' : 'A1' };
}
