import { ageAtYearEnd, ageOn, type Day, type MonthIndex, monthEnd, monthStart } from './calendar.ts';
import type { Period } from './careers.ts';
import { type Channel, channelOf, layoutOf } from './checkup/channels.ts';
import { isComplete } from './checkup/completeness.ts';
import { carriedBy } from './checkup/csv-layouts.ts';
import { type Delivered, deliver } from './checkup/delivered.ts';
import type { CheckupDelivery } from './checkup/delivery.ts';
import { methods } from './checkup/item-codes.ts';
import { type Judged, judge } from './checkup/judge.ts';
import { type CheckupValues, valuesOf } from './checkup/values.ts';
import { employers } from './employers.ts';
import { type Answer, answersOf, olderAnswers } from './habits.ts';
import type { Health } from './illness.ts';
import { checkupInstitutions } from './institutions.ts';
import { measure, type Relief } from './measures.ts';
import type { Household, Person, Span } from './people.ts';
import { spanOn } from './people.ts';
import { cumulate, type Random, stream } from './random.ts';
import { checkupResults, type Result } from './results.ts';

/** Months April…March in which employees and dependants are examined. */
const months = {
  insured: cumulate([6, 14, 16, 12, 8, 12, 12, 8, 5, 3, 2, 2]),
  dependant: cumulate([1, 4, 8, 9, 8, 11, 14, 14, 9, 8, 8, 6]),
};
/** Participation of dependants by age relative to the workplace's mean (健保連 2023 shape). */
const dependantCurve = [0.95, 1.01, 1.04, 1.05, 1.02, 0.92, 0.76];

/** A checkup as it arrives, if it can be linked. */
export type LinkedCheckup = {
  readonly fiscalYear: number;
  readonly day: Day;
  readonly span: Span;
  readonly channel: Channel;
  readonly results: readonly Result[];
  readonly values: CheckupValues;
  readonly answers: readonly Answer[];
  /** The list says something of an item (AST) that is no value. */
  readonly isUnreadable: boolean;
  readonly judged: Judged;
  readonly delivered: Delivered;
  readonly isComplete: boolean;
};

/** A person in a fiscal year, and what decides the result. */
export type Examined = {
  readonly person: Person;
  readonly household: Household;
  readonly health: Health;
  readonly fiscalYear: number;
  readonly relief: Relief;
  /** Excluded from 特定健診 in the year: such people are seldom examined. */
  readonly isExcluded: boolean;
};

/** Writes the checkups of a person in a fiscal year; returns the linked ones, first by date first. */
export function writeCheckups(
  delivery: CheckupDelivery,
  examined: Examined,
  period: Period,
): LinkedCheckup[] {
  const { person, fiscalYear } = examined;
  const random = stream(...person.key, 81, fiscalYear);
  const age = ageAtYearEnd(person.birth, fiscalYear);
  const march = spanOn(person, monthEnd(Math.min(period.last, fiscalYear * 12 + 14)));
  const relation = march?.relation ?? person.spans.at(-1)!.relation;
  const takes = random.chance(participation(person, relation, age) * (examined.isExcluded ? 0.1 : 1));
  const times = takes ? (random.chance(0.008) ? 2 : 1) : 0;
  const linked: LinkedCheckup[] = [];
  for (let time = 0; time < times; time++) {
    const month = fiscalYear * 12 + 3 + random.weighted(months[relation]);
    const day = monthStart(month) + random.below(28) + time;
    if (linked.some((other) => other.day === day)) continue;
    const span = coverOf(person, day, month, period);
    if (span === undefined) continue;
    const checkup = examine(examined, { day, span, time, random });
    if (delivery.write(examined, checkup, month, random) === undefined) linked.push(checkup);
  }
  return linked.sort((one, other) => one.day - other.day);
}

/** The cover of a day of examination in the data: whoever is examined stays until the end of the month. */
function coverOf(person: Person, day: Day, month: MonthIndex, period: Period): Span | undefined {
  if (month < period.first || month > period.last) return undefined;
  return spanOn(person, monthEnd(month)) === undefined ? undefined : spanOn(person, day);
}

type Visit = { readonly day: Day; readonly span: Span; readonly time: number; readonly random: Random };

/** What is measured, what of it arrives, and what it means. */
export function examine(examined: Examined, { day, span, time, random }: Visit): LinkedCheckup {
  const { person, health, fiscalYear, relief } = examined;
  const age = ageAtYearEnd(person.birth, fiscalYear);
  const extra = stream(...person.key, 84, fiscalYear, time);
  const workplace = employers[span.employer]!;
  const body = measure(person, health, ageOn(person.birth, day), fiscalYear, relief);
  const asked = answersOf(person, health, age, workplace.smoking);
  const institution = (span.employer + (random.chance(0.15) ? 1 : 0)) % checkupInstitutions.length;
  const channel = channelOf(extra, person, span, day, institution);
  const isArchive = channel.kind === 'archive' || channel.kind === 'employer-archive';
  const isThird = fiscalYear < 2024 && isArchive;
  const answers = fiscalYear < 2024 ? olderAnswers(asked) : asked;
  const layout = layoutOf(channel);
  const all = checkupResults(body, answers, {
    female: person.sex === 'F',
    column: channel.kind === 'archive' ? channel.institution : 0,
    isThird,
    isRechecked: channel.kind === 'archive' && !isThird && extra.chance(0.004),
    readings: channel.kind === 'paper' ? 1 : channel.kind === 'employer-csv' ? 2 : 3,
    random,
    extra,
  });
  const isUnreadable = channel.kind === 'dock' && extra.chance(0.06);
  const carried = (layout === undefined ? all : carriedBy(layout, all)).filter(
    ({ code }) => !isUnreadable || code !== methods.ast[0],
  );
  const values = valuesOf(carried);
  const judged = judge(person, day, fiscalYear, carried, values);
  const delivered = deliver(channel, judged, extra);
  const results = [...carried, ...delivered.results];
  return {
    ...{ fiscalYear, day, span, channel, results, values, answers: carriedAnswers(results, answers) },
    ...{ isUnreadable, judged, delivered, isComplete: isComplete(results, values.bmi) },
  };
}

/** Of the answers those that arrive. */
function carriedAnswers(results: readonly Result[], answers: readonly Answer[]): Answer[] {
  const there = new Set(results.map(({ code }) => code));
  return answers.filter(({ code }) => there.has(code));
}

function participation(person: Person, relation: 'insured' | 'dependant', age: number): number {
  if (age < 35 || age > 74) return 0;
  const span = person.spans.at(-1)!;
  const employer = employers[span.employer]!;
  if (relation === 'dependant') {
    const curve = dependantCurve[Math.max(0, Math.min(6, Math.floor((age - 40) / 5)))]!;
    return age < 40 ? 0 : employer.dependantParticipation * curve;
  }
  return employer.participation * (age >= 70 ? 0.74 : age >= 65 ? 0.88 : 1);
}
