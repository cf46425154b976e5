import {
  ageAtYearEnd,
  type Day,
  dayOf,
  isoDay,
  type MonthIndex,
  monthOfDay,
  monthsLater,
} from './calendar.ts';
import type { LinkedCheckup } from './checkups.ts';
import { type Claim, unitsOf } from './claims.ts';
import { showsDiabetes } from './diabetes.ts';
import type { Course } from './guidance/course.ts';
import { isCompleted, pointsOf } from './guidance/points.ts';
import { flagOf } from './ledgers.ts';
import type { Person } from './people.ts';
import { spanOn } from './people.ts';

/** What a list of one day must come to; what comes to nothing is not named. */
export type PlantedList = {
  readonly asOf: string;
  readonly byLevel: Record<string, number>;
  /** Of the excluded and undecidable ones. */
  readonly byReason: Record<string, number>;
};

/** Fiscal year → the list of its last day. */
export type PlantedLists = Readonly<
  Record<'guidance' | 'guidance-overdue' | 'diabetes', Readonly<Record<string, PlantedList>>>
>;

/** Sees the receipts and checkups of one person after the other; nothing is kept but counts. */
export type ListBooks = {
  readonly receipt: (claim: Claim) => void;
  readonly close: (person: Person, checkups: readonly LinkedCheckup[], courses: readonly Course[]) => void;
  readonly planted: () => PlantedLists;
};

type Outcome = { readonly level: string; readonly reason?: string };

/**
 * Lists of the last day of each fiscal year, as the ledgers of `ledgersOn` let them be. Receipts begin in month
 * `careFrom`: of a checkup before it nobody can say that no doctor was seen.
 */
export function createListBooks(
  fiscalYears: readonly number[],
  careFrom: MonthIndex,
  ledgersOn: Day,
): ListBooks {
  const lists = fiscalYears.map((year) => ({
    year,
    asOf: dayOf(year + 1, 3, 31),
    guidance: emptyList(year),
    diabetes: emptyList(year),
    overdue: emptyList(year),
  }));
  let diabetic: Claim[] = [];
  return {
    receipt(claim) {
      if (showsDiabetes(claim)) diabetic.push(claim);
    },
    close(person, checkups, courses) {
      for (const { year, asOf, guidance, diabetes, overdue } of lists) {
        const before = checkups.filter(({ day }) => day <= asOf).sort((one, other) => one.day - other.day);
        const ofYear = before.filter(({ fiscalYear }) => fiscalYear === year);
        const first = ofYear.find(({ isComplete }) => isComplete) ?? ofYear[0];
        const newest = before.findLast(({ fiscalYear }) => fiscalYear >= year - 1);
        const reason = exclusionOf(person, asOf, ledgersOn);
        const out: Outcome | undefined = reason === undefined ? undefined : { level: 'excluded', reason };
        if (first) add(guidance, out ?? guidanceOutcome(person, first));
        const late = overdueCourse(courses, asOf);
        if (late) add(overdue, out ?? courseOutcome(late));
        if (newest) add(diabetes, out ?? diabetesOutcome(newest, diabetic, asOf, careFrom));
      }
      diabetic = [];
    },
    planted: () => ({
      guidance: Object.fromEntries(lists.map(({ year, guidance }) => [year, guidance])),
      'guidance-overdue': Object.fromEntries(lists.map(({ year, overdue }) => [year, overdue])),
      diabetes: Object.fromEntries(lists.map(({ year, diabetes }) => [year, diabetes])),
    }),
  };
}

function emptyList(year: number): PlantedList {
  return { asOf: isoDay(dayOf(year + 1, 3, 31)), byLevel: {}, byReason: {} };
}

function add({ byLevel, byReason }: PlantedList, { level, reason }: Outcome): void {
  byLevel[level] = (byLevel[level] ?? 0) + 1;
  if (reason !== undefined) byReason[reason] = (byReason[reason] ?? 0) + 1;
}

const flagReasons: Readonly<Record<string, string>> = {
  不開示: 'non-disclosure',
  通知不要: 'opted-out',
  保健指導対象外: 'guidance-excluded',
};

/** Covered on the day and still when the ledgers were made; no flag that forbids it. */
function exclusionOf(person: Person, asOf: Day, ledgersOn: Day): string | undefined {
  const known = Math.max(asOf, ledgersOn);
  if (person.spans.some(({ reason, to }) => reason === '2' && to !== undefined && to <= known)) return 'dead';
  if (spanOn(person, asOf) === undefined || spanOn(person, known) === undefined) return 'lost-cover';
  return flagReasons[flagOf(person, ledgersOn)?.flag ?? ''];
}

function guidanceOutcome(person: Person, { judged, fiscalYear }: LinkedCheckup): Outcome {
  const age = ageAtYearEnd(person.birth, fiscalYear);
  const { level } = judged;
  if (level === 'excluded') return { level, reason: age < 40 || age > 74 ? 'age' : 'medication' };
  return level === 'undecidable' ? { level, reason: 'missing' } : { level };
}

/** The course begun last until the day, if it is six months old and not yet evaluated. */
function overdueCourse(courses: readonly Course[], asOf: Day): Course | undefined {
  const begun = courses.filter(({ isStartKnown, first }) => isStartKnown && first.day <= asOf);
  const last = begun.sort((one, other) => other.first.day - one.first.day)[0];
  if (last === undefined || asOf <= monthsLater(last.first.day, 6)) return undefined;
  return last.final === undefined || last.final.day > asOf ? last : undefined;
}

/** What a course comes to while nobody has evaluated it. */
function courseOutcome(course: Course): Outcome {
  const early = { ...course, final: undefined, outcome: undefined };
  if (course.stoppedOn === undefined && isCompleted(early, pointsOf(early))) return { level: 'completed' };
  if (course.drugStarted) return { level: 'excluded', reason: 'medicine' };
  return { level: course.stoppedOn === undefined ? 'incomplete' : 'dropped' };
}

function diabetesOutcome(
  { values, day }: LinkedCheckup,
  diabetic: readonly Claim[],
  asOf: Day,
  careFrom: MonthIndex,
): Outcome {
  const { fpg, hba1c } = values;
  if (fpg === undefined && hba1c === undefined) return { level: 'undecidable', reason: 'missing' };
  if ((fpg ?? 0) < 126 && (hba1c ?? 0) < 6.5) return { level: 'below-threshold' };
  const last = monthsLater(day, 6);
  if (diabetic.some((claim) => seenWithin(claim, day + 1, last))) return { level: 'already-treated' };
  const isKnown = monthOfDay(day) >= careFrom && asOf > monthsLater(day, 9);
  return { level: isKnown ? 'selected' : 'undecided' };
}

/** Whether a receipt has a day of care in a stretch; a pharmacy receipt may be of any day of its month. */
function seenWithin(claim: Claim, from: Day, to: Day): boolean {
  const start = dayOf(Math.floor(claim.month / 12), (claim.month % 12) + 1, 1);
  if (unitsOf(claim).length > 0 && 'days' in claim)
    return claim.days.some((day) => from <= start + day - 1 && start + day - 1 <= to);
  return monthOfDay(from) <= claim.month && claim.month <= monthOfDay(to);
}
