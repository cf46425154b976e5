import { ageAtYearEnd, dayOf } from '../calendar.ts';
import { checkupBand } from '../count.ts';
import { type Person, wholeYear } from '../people.ts';
import { dueLevel } from './guidance-count.ts';
import type { CheckupYear } from './life.ts';

/** Figures of the report to the state by fiscal year, `sex band` and measure; what comes to nothing is not named. */
export type PlantedStatutory = Record<string, Record<string, Record<string, number>>>;

/** The aggregate table of 実績報告: target, examined, assessed, and what became of last year's. */
export function createStatutoryBooks(fiscalYears: readonly number[]): {
  readonly add: (person: Person, years: readonly CheckupYear[]) => void;
  readonly planted: () => PlantedStatutory;
} {
  const found: PlantedStatutory = Object.fromEntries(fiscalYears.map((year) => [year, {}]));
  return {
    add(person, years) {
      for (const fiscalYear of fiscalYears) {
        const now = years.find((one) => one.fiscalYear === fiscalYear);
        const age = ageAtYearEnd(person.birth, fiscalYear);
        if (age < 40 || age > 74 || !isInDenominator(person, fiscalYear, now)) continue;
        const place = `${person.sex === 'M' ? 'male' : 'female'} ${checkupBand(age)}`;
        found[fiscalYear]![place] ??= {};
        const counts = found[fiscalYear]![place];
        const before = years.find((one) => one.fiscalYear === fiscalYear - 1);
        for (const measure of measuresOf(person, fiscalYear, now, before))
          counts[measure] = (counts[measure] ?? 0) + 1;
      }
    },
    planted: () => found,
  };
}

function isInDenominator(person: Person, fiscalYear: number, year: CheckupYear | undefined): boolean {
  return year?.exclusion === undefined && wholeYear(person, fiscalYear);
}

/** 評価対象者: in the denominator, and with every required item or at least judged. */
function assessed(
  person: Person,
  fiscalYear: number,
  year: CheckupYear | undefined,
): CheckupYear | undefined {
  const age = ageAtYearEnd(person.birth, fiscalYear);
  const checkup = year?.ofYear;
  if (checkup === undefined || age < 40 || age > 74 || !isInDenominator(person, fiscalYear, year))
    return undefined;
  const isJudged = checkup.judged.level !== 'undecidable' && checkup.judged.metabolic !== 'undecidable';
  return checkup.isComplete || isJudged ? year : undefined;
}

function measuresOf(
  person: Person,
  fiscalYear: number,
  now: CheckupYear | undefined,
  before: CheckupYear | undefined,
): string[] {
  const checkup = now?.ofYear;
  const measures = ['targets', ...(checkup?.isComplete ? ['examined'] : [])];
  const year = assessed(person, fiscalYear, now);
  if (year === undefined || checkup === undefined) return measures;
  const { metabolic, body } = checkup.judged;
  const [pressure, glucose, lipid] = body.medicines;
  const add = (measure: string, holds: boolean | undefined) => holds && measures.push(measure);
  measures.push('assessed');
  add('metabolic', metabolic === 'present');
  add('borderline', metabolic === 'borderline');
  add('medication_bp', pressure);
  add('medication_lipid', lipid);
  add('medication_glucose', glucose);
  const last = assessed(person, fiscalYear - 1, before);
  const was = last?.ofYear?.judged.metabolic;
  add('metabolic_before', was === 'present');
  add('metabolic_to_borderline', was === 'present' && metabolic === 'borderline');
  add('metabolic_to_absent', was === 'present' && metabolic === 'absent');
  add('borderline_before', was === 'borderline');
  add('borderline_to_absent', was === 'borderline' && metabolic === 'absent');
  const [due, wasDue] = [dueLevel(year), dueLevel(last)];
  add('guided_before', wasDue !== undefined);
  add('guided_to_none', wasDue !== undefined && due === undefined);
  if (due === undefined) return measures;
  const { course } = year;
  const isInTime = course?.final !== undefined && course.final.day <= dayOf(fiscalYear + 1, 11, 1);
  for (const name of [due, 'guided']) {
    measures.push(name);
    add(`${name}_used`, course?.isStartKnown);
    add(`${name}_completed`, course?.isCompleted && isInTime);
  }
  return measures;
}
