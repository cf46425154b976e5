import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Effects } from '#shared/effects.ts';
import { addMonths, type Month, monthIndex } from '#shared/month.ts';
import type { Planted } from './answers.ts';
import { createBurdens } from './burdens.ts';
import type { MonthIndex } from './calendar.ts';
import { fiscalYearOf, monthEnd, monthStart } from './calendar.ts';
import { type CareBooks, writeMonth } from './care.ts';
import { liveCareer, type Period } from './careers.ts';
import { countCheckups } from './checkup/count.ts';
import { type CheckupBooks, createCheckupBooks, liveCheckups } from './checkup/life.ts';
import type { LinkedCheckup } from './checkups.ts';
import { createCostLevels } from './cost-levels.ts';
import { countMonth, countYear, type LinkedReceipt, yearOf } from './count.ts';
import { type Employer, employerSizes, employers } from './employers.ts';
import { createGenericBooks } from './generic-books.ts';
import { createGenericShares } from './generic-shares.ts';
import { createHousehold } from './households.ts';
import { healthOf } from './illness.ts';
import { createLedgers, type Ledgers } from './ledgers.ts';
import { createListBooks } from './list-books.ts';
import { writeMasters } from './masters.ts';
import { createNoticeBooks } from './notice-books.ts';
import { createReceiptFiles } from './outputs.ts';
import type { Household, Person } from './people.ts';
import { spanOn } from './people.ts';
import { completeYears, createTally } from './planted.ts';
import { stream } from './random.ts';
import { insurerNumber } from './receipt.ts';
import { createRevisions } from './revisions.ts';

export type SampleOptions = {
  /** People on the first day. */
  readonly members: number;
  readonly months: number;
  readonly seed: number;
  readonly firstMonth: Month;
  /** Folder to write the society's files into. */
  readonly inbox: string;
  /** Path of planted.json. */
  readonly planted: string;
};

/** Looks into the generator while it works (figures in tests); everything it sees is also written. */
export type Observer = {
  readonly person?: (person: Person, household: Household) => void;
  readonly receipt?: (person: Person, receipt: LinkedReceipt) => void;
  readonly checkup?: (person: Person, checkup: LinkedCheckup) => void;
};

/**
 * Writes the files of an invented society into `options.inbox`, one household after the other (memory stays flat),
 * and the true values into `options.planted`. Equal options give equal bytes.
 */
export async function generateSociety(
  options: SampleOptions,
  effects: Effects,
  observer: Observer = {},
): Promise<Planted> {
  const first = monthIndex(options.firstMonth);
  const period = { first, last: first + options.months - 1 };
  const society = openBooks(options, period, observer);
  writeMasters(join(options.inbox, 'masters'));
  let people = 0;
  for (const [index, size] of employerSizes(options.members).entries()) {
    let present = 0;
    for (let number = 1; present < size; number++) {
      present += settle(society, employers[index]!, number, size - present);
      if (number % 200 === 0) {
        effects.progress('sample', people + present, options.members);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    people += present;
  }
  effects.progress('sample', people, options.members);
  return finish(society, options, period);
}

type Society = {
  readonly seed: number;
  readonly period: Period;
  readonly books: CareBooks;
  readonly checkups: CheckupBooks;
  readonly ledgers: Ledgers;
  readonly observer: Observer;
  readonly counts: { people: number; households: number };
  readonly canaries: Set<string>;
};

function openBooks(options: SampleOptions, period: Period, observer: Observer): Society {
  mkdirSync(join(options.inbox, 'ledgers'), { recursive: true });
  const asOf = monthEnd(period.last + 1);
  const books: CareBooks = {
    files: createReceiptFiles(options.inbox, period.first + 3),
    revisions: createRevisions(),
    tally: createTally(),
    messy: {},
    notices: createNoticeBooks(asOf),
    generics: createGenericBooks(asOf),
    shares: createGenericShares(),
    burdens: createBurdens(),
    lists: createListBooks(completeYears(period.first, period.last), period.first, asOf),
    levels: createCostLevels(completeYears(period.first, period.last)),
    serials: { medical: 0, dental: 0, pharmacy: 0, nursing: 0, therapy: 0 },
    totals: { receipts: 0, records: 0, points: 0, yen: 0, mealYen: 0, claimedPoints: 0 },
    last: period.last,
    copiesOf: period.first + 1,
    completeYears: new Set(completeYears(period.first, period.last)),
    observe: observer.receipt,
  };
  const ledgers = createLedgers(join(options.inbox, 'ledgers'), asOf);
  const checkups = createCheckupBooks(options.inbox, period, asOf);
  const canaries = new Set(['カナリヤ', '金糸雀', '９７５３９７５３']);
  return {
    seed: options.seed,
    period,
    books,
    checkups,
    ledgers,
    observer,
    counts: { people: 0, households: 0 },
    canaries,
  };
}

/** A household of the first day and the ones that follow when it leaves; returns how many people began. */
function settle(society: Society, employer: Employer, number: number, room: number): number {
  const { seed, period } = society;
  const start = monthStart(period.first);
  const household = createHousehold(seed, employer, number, 0, start, { room, joiner: false });
  const gained = start - 1 - stream(...household.key, 3).below(7_000);
  let end = liveCareer(household, employer.index, number * 10, gained, period);
  record(society, household, employer);
  for (let generation = 1; end !== undefined && end < monthEnd(period.last) - 40; generation++) {
    const random = stream(seed, 2, employer.index, number, generation);
    const joined = joiningDay(random.next(), random.next(), end);
    if (joined > monthEnd(period.last)) break;
    const joiner = createHousehold(seed, employer, number, generation, joined, { room, joiner: true });
    end = liveCareer(joiner, employer.index, (generation * 1_000_000 + number) * 10, joined, period);
    record(society, joiner, employer);
  }
  return household.people.filter((person) => spanOn(person, start) !== undefined).length;
}

/** Joiners begin on 1 April (38 in 100), on the first of a month or on another day. */
function joiningDay(draw: number, place: number, end: number): number {
  const date = new Date(end * 86_400_000);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + 1;
  if (draw < 0.38) {
    const april = month + ((15 - (month % 12)) % 12);
    return monthStart(april);
  }
  const chosen = month + Math.floor(place * 4);
  return monthStart(chosen) + (draw < 0.85 ? 0 : Math.floor(place * 97) % 25);
}

/** Writes and counts everything about the people of one household. */
function record(society: Society, household: Household, employer: Employer): void {
  const { books, period, counts, ledgers, checkups } = society;
  ledgers.add(household);
  counts.households++;
  const home = stream(...household.key, 11).below(100_000);
  for (const person of household.people) {
    const last = person.spans.at(-1);
    if (last === undefined) continue;
    counts.people++;
    if (household.canary) society.canaries.add(last.number);
    society.observer.person?.(person, household);
    const health = healthOf(person, employer.health);
    const patient = { person, health, home, canary: household.canary };
    const until: MonthIndex = period.last;
    for (let month = period.first; month <= until; month++) {
      if (spanOn(person, monthEnd(month)) !== undefined) countMonth(books.tally, month);
      writeMonth(books, patient, month);
    }
    const years = yearsTouched(checkups.period);
    const lived = liveCheckups(checkups, person, household, health, years);
    const examined = lived.flatMap(({ linked }) => linked);
    for (const checkup of examined) society.observer.checkup?.(person, checkup);
    for (const fiscalYear of books.completeYears) {
      const year = yearOf(person, fiscalYear);
      if (year === undefined) continue;
      countYear(books.tally, year);
      countCheckups(books.tally, person, year, lived);
    }
    const courses = lived.flatMap(({ course }) => course ?? []);
    books.lists.close(person, examined, courses);
    books.levels.close(person);
    books.tally.flush();
  }
  books.notices.close(household);
  books.generics.close(household);
}

function finish(society: Society, options: SampleOptions, period: Period): Planted {
  const { books, ledgers, counts, checkups } = society;
  checkups.close();
  books.totals.records += books.files.close();
  ledgers.close();
  const planted: Planted = {
    format: 1,
    seed: options.seed,
    members: options.members,
    months: options.months,
    firstMonth: options.firstMonth,
    lastMonth: addMonths(options.firstMonth, period.last - period.first),
    insurerNumber,
    counts: {
      ...counts,
      ledgerRows: ledgers.rows(),
      ...books.totals,
      ...checkups.checkups.totals,
      ...checkups.guidance.totals,
    },
    messy: {
      ...Object.fromEntries(Object.entries(books.messy).map(([kind, sum]) => [kind, sum.receipts])),
      ...checkups.checkups.messy,
      ...checkups.guidance.messy,
    },
    messyTotals: books.messy,
    cells: [...books.tally.cells(), ...books.levels.planted(books.tally.units())],
    revisions: books.revisions.planted(),
    genericShares: books.shares.planted(),
    burdens: books.burdens.planted(),
    lists: books.lists.planted(),
    levels: checkups.levels.planted(),
    statutory: checkups.statutory.planted(),
    courses: checkups.courses.planted(),
    notices: { 'medical-cost': books.notices.planted(), generic: books.generics.planted() },
    canaries: [...society.canaries],
  };
  mkdirSync(dirname(options.planted), { recursive: true });
  writeFileSync(options.planted, `${JSON.stringify(planted, null, 1)}\n`);
  return planted;
}

/** Fiscal years that have at least one month in the data. */
function yearsTouched(period: Period): number[] {
  const first = fiscalYearOf(period.first);
  return Array.from({ length: fiscalYearOf(period.last) - first + 1 }, (_, step) => first + step);
}
