import type { Result } from '../results.ts';
import { codes, diastolic, methods, pressureSlots, systolic } from './item-codes.ts';

/** The values of one checkup that decide anything, as written (undefined where there is none). */
export type CheckupValues = Partial<
  Record<
    | 'bmi'
    | 'weight'
    | 'waist'
    | 'fat'
    | 'sbp'
    | 'dbp'
    | 'fpg'
    | 'hba1c'
    | 'casual'
    | 'tg'
    | 'casualTg'
    | 'hdl'
    | 'ldl'
    | 'nonHdl'
    | 'ast'
    | 'alt'
    | 'ggt'
    | 'creatinine'
    | 'egfr'
    | 'hemoglobin',
    number | undefined
  >
>;

type Name = keyof CheckupValues;

const nameOf: ReadonlyMap<string, Name> = new Map<string, Name>([
  ...(['tg', 'hdl', 'ldl', 'ast', 'alt', 'ggt', 'fpg', 'hba1c', 'creatinine'] as const).flatMap((name) =>
    methods[name].map((code) => [code, name] as const),
  ),
  ...(['bmi', 'weight', 'waist', 'fat', 'casualTg', 'nonHdl', 'egfr', 'casual', 'hemoglobin'] as const).map(
    (name) => [codes[name], name] as const,
  ),
  [codes.waistReported, 'waist'],
]);

/**
 * Reads the values off the observations; pressure is that of the best reading that was measured. What was drawn just after
 * a meal cannot be judged.
 */
export function valuesOf(results: readonly Result[]): CheckupValues {
  const values: CheckupValues = {};
  const pressure = new Map<string, number>();
  for (const result of results) {
    if (result.state !== 'measured') continue;
    const name = nameOf.get(result.code);
    if (name !== undefined) values[name] = Number(result.number);
    else pressure.set(result.code, Number(result.number));
  }
  for (const slot of pressureSlots) {
    const sbp = pressure.get(systolic(slot));
    if (sbp === undefined) continue;
    values.sbp = sbp;
    const dbp = pressure.get(diastolic(slot));
    if (dbp !== undefined) values.dbp = dbp;
    break;
  }
  if (choiceOf(results, codes.mealTime) === '4') {
    delete values.casual;
    delete values.casualTg;
  }
  return values;
}

/** The answer code of a choice item, if it was given. */
export function choiceOf(results: readonly Result[], code: string): string | undefined {
  const result = results.find((one) => one.code === code);
  return result?.state === 'choice' ? result.choice : undefined;
}
