import { join } from 'node:path';
import { ageAtYearEnd, type Day, monthStart } from '../calendar.ts';
import type { Period } from '../careers.ts';
import { type LinkedCheckup, writeCheckups } from '../checkups.ts';
import { createExchangeArchives, type ExchangeArchives } from '../exchange-archives.ts';
import type { Course, GuidanceLevel } from '../guidance/course.ts';
import { createCourseBooks } from '../guidance/course-books.ts';
import { courseOf } from '../guidance/courses.ts';
import { createGuidanceDelivery, type GuidanceDelivery } from '../guidance/delivery.ts';
import type { Health } from '../illness.ts';
import type { Household, Person } from '../people.ts';
import { completeYears } from '../planted.ts';
import { createTextFile, type TextFile } from '../text-file.ts';
import { type CheckupDelivery, createCheckupDelivery } from './delivery.ts';
import { type Exclusion, exclusionFile, exclusionHead, exclusionOf, writeExclusion } from './exclusions.ts';
import { createLevelBooks } from './level-books.ts';
import { createStatutoryBooks } from './statutory-books.ts';
import { writeTransfer } from './transfers.ts';

/** Everything about checkups and guidance that is written. */
export type CheckupBooks = {
  readonly period: Period;
  readonly asOf: Day;
  readonly archives: ExchangeArchives;
  readonly checkups: CheckupDelivery;
  readonly guidance: GuidanceDelivery;
  readonly exclusions: TextFile;
  readonly levels: ReturnType<typeof createLevelBooks>;
  readonly statutory: ReturnType<typeof createStatutoryBooks>;
  readonly courses: ReturnType<typeof createCourseBooks>;
  readonly close: () => void;
};

/** Checkups begin a year before the receipts, so that the first year of receipts has one to be compared with. */
export function createCheckupBooks(inbox: string, care: Period, asOf: Day): CheckupBooks {
  const period = { first: care.first - 12, last: care.last };
  const folder = join(inbox, 'checkups');
  const archives = createExchangeArchives(folder);
  const checkups = createCheckupDelivery(folder, archives, period.last);
  const guidance = createGuidanceDelivery(folder, archives, period.last);
  const exclusions = createTextFile(join(inbox, 'ledgers', exclusionFile(asOf)));
  exclusions.write(`${exclusionHead}\r\n`);
  const books = {
    levels: createLevelBooks(),
    statutory: createStatutoryBooks(completeYears(period.first, period.last)),
    courses: createCourseBooks(),
  };
  const close = () => {
    for (const one of [archives, checkups, guidance, exclusions]) one.close();
  };
  return { period, asOf, archives, checkups, guidance, exclusions, ...books, close };
}

/** A fiscal year of a person: what arrived and can be linked, and the checkup that stands for the year. */
export type CheckupYear = {
  readonly fiscalYear: number;
  readonly linked: readonly LinkedCheckup[];
  readonly ofYear: LinkedCheckup | undefined;
  readonly course: Course | undefined;
  readonly exclusion: Exclusion | undefined;
};

/** Nobody is examined who is younger at the end of the year. */
const youngest = 35;

/** Writes the checkups and the guidance of a person, year by year: guidance shows in the checkup of the year after. */
export function liveCheckups(
  books: CheckupBooks,
  person: Person,
  household: Household,
  health: Health,
  fiscalYears: readonly number[],
): CheckupYear[] {
  const years: CheckupYear[] = [];
  for (const fiscalYear of fiscalYears) {
    if (ageAtYearEnd(person.birth, fiscalYear) < youngest) continue;
    const last = years.at(-1);
    const exclusion = exclusionOf(person, fiscalYear);
    if (exclusion !== undefined) writeExclusion(books.exclusions, person, exclusion, books.asOf);
    const relief = reliefOf(last?.course);
    const examined = { person, household, health, fiscalYear, relief, isExcluded: exclusion !== undefined };
    const linked = writeCheckups(books.checkups, examined, books.period);
    writeTransfer(books, examined);
    const ofYear = linked.find(({ isComplete }) => isComplete) ?? linked[0];
    const course = ofYear === undefined ? undefined : begin(books, person, ofYear, last);
    const known = course && books.guidance.write(person, household, course);
    years.push({ fiscalYear, linked, ofYear, course: known, exclusion });
    for (const checkup of linked) books.levels.add(checkup);
    if (known !== undefined) books.courses.add(known);
  }
  books.statutory.add(person, years);
  return years;
}

/** Guidance is offered by the true level; what was lost by it stays in part until the next checkup. */
function begin(
  books: CheckupBooks,
  person: Person,
  checkup: LinkedCheckup,
  last: CheckupYear | undefined,
): Course | undefined {
  const { judged, values, fiscalYear, day, span, channel } = checkup;
  const { level } = judged;
  const { waist, weight } = values;
  if ((level !== 'intensive' && level !== 'motivational') || waist === undefined || weight === undefined)
    return undefined;
  const offered: GuidanceLevel = isEquivalent(checkup, last) ? 'motivational-equivalent' : level;
  const atClinic = channel.kind === 'archive' && channel.institution === 1;
  const contractor = atClinic ? 1 : (span.employer + person.key.at(-1)!) % 2 === 0 ? 0 : 2;
  const invitation = {
    ...{ fiscalYear, checkupDay: day, level: offered, relation: span.relation, contractor, waist, weight },
    smokes: judged.body.smokes === true,
  };
  // The last archive is made on the tenth of the month after the data.
  const known = monthStart(books.period.last + 1) + 8;
  return courseOf(person, invitation, known);
}

/** 動機付け支援相当: intensive in both years, guidance of the first completed, waist and weight down (BMI from 30: twice as much). */
function isEquivalent({ judged, values }: LinkedCheckup, last: CheckupYear | undefined): boolean {
  if (judged.level !== 'intensive' || last?.ofYear?.judged.level !== 'intensive') return false;
  if (!last.course?.isCompleted) return false;
  const before = last.ofYear.values;
  const least = (before.bmi ?? 0) >= 30 ? 2 : 1;
  const lost = Math.min(before.waist! - values.waist!, before.weight! - values.weight!);
  return lost >= least - 1e-9;
}

function reliefOf(course: Course | undefined): { kg: number; cm: number } {
  if (course === undefined) return { kg: 0, cm: 0 };
  const kept = course.isCompleted ? 0.8 : 0.3;
  return { kg: course.lost.kg * kept, cm: course.lost.cm * kept };
}
