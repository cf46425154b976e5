import type { Result } from '../results.ts';
import { codes, diastolic, methods, pressureSlots, systolic } from './item-codes.ts';

const glucose = [...methods.fpg, codes.casual, ...methods.hba1c];

/** Each required item of 特定健診 by the codes of which one must have a value. */
const required: readonly (readonly string[])[] = [
  [codes.height],
  [codes.weight],
  [codes.bmi],
  pressureSlots.map(systolic),
  pressureSlots.map(diastolic),
  [...methods.tg, codes.casualTg],
  methods.hdl,
  [...methods.ldl, codes.nonHdl],
  methods.ast,
  methods.alt,
  methods.ggt,
  glucose,
  [codes.history],
  [codes.subjective],
  [codes.objective],
  [codes.judgement],
  [codes.pressureDrug],
  [codes.glucoseDrug],
  [codes.lipidDrug],
  [codes.smoking],
];

/**
 * Whether a checkup has every required item (必須項目); casual values just after a meal are none. The waist may be missing below a BMI of 20, the urine tests for
 * reasons 1 and 2 on record.
 */
export function isComplete(results: readonly Result[], bmi: number | undefined): boolean {
  const there = new Set(
    results
      .filter(({ state }) => state !== 'not_performed' && state !== 'not_measurable')
      .map(({ code }) => code),
  );
  const meal = results.find(({ code }) => code === codes.mealTime);
  if (meal?.state === 'choice' && meal.choice === '4') {
    there.delete(codes.casual);
    there.delete(codes.casualTg);
  }
  const has = (some: readonly string[]) => some.some((code) => there.has(code));
  const reason = results.find(({ code }) => code === codes.noUrineReason);
  const isExcused = reason?.state === 'choice' && reason.choice !== '3';
  return (
    required.every(has) &&
    (has([codes.waist, codes.waistReported, codes.fat]) || (bmi !== undefined && bmi < 20)) &&
    ((has(methods.sugar) && has(methods.protein)) || isExcused)
  );
}
