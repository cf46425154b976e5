import { isoMonth, monthOfDay } from '../calendar.ts';
import type { LinkedCheckup } from '../checkups.ts';
import { checkupBand, type YearOfPerson } from '../count.ts';
import { judgedHabits } from '../habits.ts';
import { type Person, wholeYear } from '../people.ts';
import type { Tally } from '../planted.ts';
import { countChanges } from './changes.ts';
import { countGuidance } from './guidance-count.ts';
import type { CheckupYear } from './life.ts';
import { questions } from './questions.ts';
import { judgedRisks } from './risks.ts';

/** A person in a complete fiscal year, with the checkup years before. */
export type Counted = {
  readonly year: YearOfPerson;
  readonly now: CheckupYear | undefined;
  readonly before: CheckupYear | undefined;
  /** 評価対象者 */
  readonly isAssessed: boolean;
};

/** Counts checkups and guidance of a person in a complete fiscal year; the checkup of the year decides. */
export function countCheckups(
  tally: Tally,
  person: Person,
  year: YearOfPerson,
  years: readonly CheckupYear[],
): void {
  const { age, fiscalYear } = year;
  if (age < 40 || age > 74) return;
  const of = (wanted: number) => years.find((one) => one.fiscalYear === wanted);
  const now = of(fiscalYear);
  const isInDenominator = now?.exclusion === undefined && wholeYear(person, fiscalYear);
  countParticipation(tally, year, now, isInDenominator);
  const ofYear = now?.ofYear;
  if (ofYear === undefined) return;
  countResults(tally, year, ofYear);
  const { level, metabolic } = ofYear.judged;
  const isClassed = level !== 'undecidable' && metabolic !== 'undecidable';
  const isAssessed = isInDenominator && (ofYear.isComplete || isClassed);
  const counted = { year, now, before: of(fiscalYear - 1), isAssessed };
  countGuidance(tally, counted);
  countChanges(tally, counted);
}

function countParticipation(
  tally: Tally,
  { age, sex, span, fiscalYear }: YearOfPerson,
  now: CheckupYear | undefined,
  isInDenominator: boolean,
): void {
  const period = String(fiscalYear);
  if (!isInDenominator) return;
  const ofYear = now?.ofYear;
  const at = [sex, checkupBand(age), span.relation, String(span.employer)];
  tally.add('checkup-participation', period, at, {}, ofYear ? ['target', 'examined'] : ['target']);
  if (ofYear === undefined) return;
  const month = isoMonth(monthOfDay(ofYear.day)).slice(5);
  tally.add('checkup-months', period, [month], {}, ['examined']);
}

/** Kidney function and protein have the CKD map, smoking and rest the habits. */
const shownElsewhere = new Set(['egfr', 'urine-protein', 'q08', 'q20']);

/** Bands of ten years, the last of five. */
export function ageGroup(age: number): string {
  return age < 50 ? '40-49' : age < 60 ? '50-59' : age < 70 ? '60-69' : '70-74';
}

function countResults(
  tally: Tally,
  { age, sex, span, fiscalYear }: YearOfPerson,
  checkup: LinkedCheckup,
): void {
  const period = String(fiscalYear);
  const place = [String(span.employer), sex];
  const { values, judged, answers, results } = checkup;
  for (const { risk, atRisk } of judgedRisks(values, sex === 'male')) {
    tally.add('checkup-risk', period, [risk, ...place], {}, atRisk ? ['base', 'at_risk'] : ['base']);
    if (atRisk)
      tally.add('risk-level', period, place.slice(0, 1), {}, [risk === 'blood-pressure' ? 'pressure' : risk]);
  }
  for (const { habit, good } of judgedHabits(answers))
    tally.add(
      'habits',
      period,
      [habit, ...place, ageGroup(age)],
      {},
      good ? ['answered', 'good'] : ['answered'],
    );
  for (const [item, finding] of judged.findings) {
    if (shownElsewhere.has(item)) continue;
    const persons = {
      within: ['measured'],
      guidance: ['measured', 'found'],
      referral: ['measured', 'found', 'referred'],
    };
    tally.add('checkup-referral', period, [item, sex], {}, persons[finding]);
    const shown = persons[finding].filter((one) => one !== 'referred');
    tally.add('checkup-findings', period, [item, sex, ageGroup(age)], {}, shown);
  }
  for (const { question, isChosen } of questions(results).filter((one) => !shownElsewhere.has(one.question)))
    tally.add(
      'questionnaire',
      period,
      [question, sex, ageGroup(age)],
      {},
      isChosen ? ['asked', 'chosen'] : ['asked'],
    );
  if (judged.kidney !== undefined)
    tally.add('ckd-map', period, [judged.kidney.g, judged.kidney.a], {}, ['persons']);
}
