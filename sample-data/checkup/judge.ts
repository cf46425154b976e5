import { ageAtYearEnd, type Day } from '../calendar.ts';
import { type Body, guidanceLevel } from '../guidance-level.ts';
import type { Person } from '../people.ts';
import type { Result } from '../results.ts';
import { type Finding, findingsOf, type JudgedItem } from './findings.ts';
import { codes, methods } from './item-codes.ts';
import { egfrOf, type Kidney, kidneyOf } from './kidney.ts';
import { type Metabolic, metabolicOf } from './metabolic.ts';
import { type CheckupValues, choiceOf } from './values.ts';

/** The true judgements of a checkup. */
export type Judged = {
  /** Each judged item that has a value. */
  readonly findings: ReadonlyMap<JudgedItem, Finding>;
  /** G and A of the CKD map, where both are known. */
  readonly kidney: Kidney | undefined;
  readonly level: ReturnType<typeof guidanceLevel>;
  readonly metabolic: Metabolic;
  readonly body: Body;
};

/** Judges what arrived of a checkup; before fiscal 2024 casual triglycerides were not judged. */
export function judge(
  person: Person,
  day: Day,
  fiscalYear: number,
  results: readonly Result[],
  values: CheckupValues,
): Judged {
  const age = ageAtYearEnd(person.birth, fiscalYear);
  const answer = (code: string) => {
    const choice = choiceOf(results, code);
    return choice === undefined ? undefined : choice === '1';
  };
  const isRechecked = choiceOf(results, codes.pressureRecheck) !== undefined;
  const medicines = [
    isRechecked || answer(codes.pressureDrug),
    answer(codes.glucoseDrug),
    answer(codes.lipidDrug),
  ];
  const casualTg = fiscalYear < 2024 ? undefined : values.casualTg;
  const body = {
    ...values,
    casualTg,
    male: person.sex === 'M',
    age,
    smokes: answer(codes.smoking),
    medicines,
  };
  const protein = methods.protein.map((code) => choiceOf(results, code)).find((one) => one !== undefined);
  const strip = protein === undefined ? undefined : Number(protein);
  const egfr = egfrOf(person, day, values);
  return {
    level: guidanceLevel(body),
    metabolic: metabolicOf(body),
    body,
    findings: findingsOf({ ...values, casualTg, egfr }, strip, person.sex === 'M', fiscalYear),
    kidney: kidneyOf(egfr, strip),
  };
}
