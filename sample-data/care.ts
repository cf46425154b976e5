import type { MonthIndex } from './calendar.ts';
import { fiscalYearOf, monthEnd, monthStart } from './calendar.ts';
import type { Claim } from './claims.ts';
import type { CostLevels } from './cost-levels.ts';
import { countReceipts, countUnlinked, type LinkedReceipt } from './count.ts';
import { encountersOf } from './encounters.ts';
import type { GenericBooks } from './generic-books.ts';
import type { Health } from './illness.ts';
import type { ListBooks } from './list-books.ts';
import { certainFault, drawDelay, drawFault, repeatedShare, spoil } from './mess.ts';
import { addMessy, type Messy } from './messy.ts';
import type { NoticeBooks } from './notice-books.ts';
import type { ReceiptFiles } from './outputs.ts';
import type { Person, Span } from './people.ts';
import { lastSpanWithin } from './people.ts';
import type { Tally } from './planted.ts';
import { type Random, stream } from './random.ts';
import { type Head, quarantineFaults, searchNumber, unlinkableFaults, type Written } from './receipt.ts';
import { writeMedical } from './receipt-medical.ts';
import { writePharmacy } from './receipt-pharmacy.ts';

/** Where receipts go and what is counted about them. */
export type CareBooks = {
  readonly files: ReceiptFiles;
  readonly tally: Tally;
  readonly messy: Messy;
  readonly notices: NoticeBooks;
  readonly generics: GenericBooks;
  readonly lists: ListBooks;
  readonly levels: CostLevels;
  readonly serials: Record<Claim['kind'], number>;
  readonly totals: { receipts: number; records: number; points: number; yen: number; claimedPoints: number };
  /** Last month of service in the data. */
  readonly last: MonthIndex;
  readonly completeYears: ReadonlySet<number>;
  /** Sees every linked receipt (figures in tests). */
  readonly observe: ((person: Person, receipt: LinkedReceipt) => void) | undefined;
};

type Patient = {
  readonly person: Person;
  readonly health: Health;
  readonly home: number;
  readonly canary: boolean;
};

/** Writes the receipts of one person and month, and counts those that can be linked. */
export function writeMonth(books: CareBooks, patient: Patient, month: MonthIndex): void {
  const { person } = patient;
  const start = monthStart(month);
  const covered = lastSpanWithin(person, start, monthEnd(month));
  if (covered === undefined) {
    writeUncovered(books, patient, month);
    return;
  }
  const first = person.spans.find((span) => span.to === undefined || span.to > start)!;
  const when = { month, from: Math.max(start, first.from) - start + 1, to: covered.lastDay - start + 1 };
  const random = stream(...person.key, 31, month);
  const linked: LinkedReceipt[] = [];
  for (const claim of encountersOf(random, person, patient.health, patient.home, when)) {
    const { head, claim: spoilt, written } = writeOne(books, patient, covered.span, claim, random, undefined);
    if (head.fault !== undefined && quarantineFaults.has(head.fault)) continue;
    if (head.fault !== undefined && unlinkableFaults.has(head.fault)) {
      books.notices.unlinked(head, spoilt, written);
      books.generics.unlinked(head, spoilt, written);
      if (isComplete(books, month)) countUnlinked(books.tally, month, written.decidedPoints);
      continue;
    }
    const search =
      spoilt.kind === 'medical'
        ? searchNumber(spoilt.institution, '1', head)
        : searchNumber(spoilt.pharmacy, '4', head);
    const receipt = { claim: spoilt, points: written.decidedPoints, search };
    linked.push(receipt);
    books.notices.linked(head, spoilt, written);
    books.generics.linked(head, spoilt, written);
    books.lists.receipt(spoilt);
    books.observe?.(person, receipt);
  }
  countReceipts(books.tally, person, month, linked, isComplete(books, month));
  books.levels.receipts(month, linked);
}

function isComplete({ completeYears }: CareBooks, month: MonthIndex): boolean {
  return completeYears.has(fiscalYearOf(month));
}

/** Some people use their card once more after leaving: receipts of a month without cover. */
function writeUncovered(books: CareBooks, patient: Patient, month: MonthIndex): void {
  const { person, health, home } = patient;
  const span = person.spans.at(-1);
  if (span === undefined || span.reason === '2' || span.to === undefined || span.to > monthStart(month))
    return;
  const random = stream(...person.key, 32, month);
  if (span.to < monthStart(month - 1) || !random.chance(0.1)) return;
  const when = { month, from: 1, to: 15 };
  for (const claim of encountersOf(random, person, health, home, when)) {
    const { head, written } = writeOne(books, patient, span, claim, random, 'no_cover');
    books.notices.unlinked(head, claim, written);
    books.generics.unlinked(head, claim, written);
    if (isComplete(books, month)) countUnlinked(books.tally, month, written.decidedPoints);
  }
}

function writeOne(
  books: CareBooks,
  patient: Patient,
  span: Span,
  plain: Claim,
  random: Random,
  kind: 'no_cover' | undefined,
) {
  const { person, canary } = patient;
  const delay = drawDelay(random);
  const late = delay > 0 && plain.month + 1 + delay <= books.last + 1;
  const processed = plain.month + 1 + (late ? delay : 0);
  const serial = ++books.serials[plain.kind];
  const drawn = drawFault(random);
  const fault = kind === undefined ? (certainFault(plain, serial) ?? drawn) : undefined;
  const claim = spoil(plain, fault);
  const correct = fault === undefined && random.chance(0.008);
  const head: Head = {
    person,
    span,
    canary,
    month: plain.month,
    processed,
    serial,
    fault,
    programme: programmeOf(person, plain),
    correct,
  };
  const written = claim.kind === 'medical' ? writeMedical(claim, head) : writePharmacy(claim, head);
  const put = (month: MonthIndex) => {
    books.files.write(month, claim.kind, written.text);
    books.totals.receipts++;
    books.totals.records += written.records;
    books.totals.points += written.decidedPoints;
    books.totals.claimedPoints += written.claimedPoints;
    books.totals.yen += written.decidedPoints * 10 + written.mealYen;
  };
  put(processed);
  note(books.messy, written, { fault: kind ?? fault, late, correct });
  if (kind === undefined && fault === undefined && random.chance(repeatedShare) && processed <= books.last) {
    put(processed + 1);
    addMessy(books.messy, 'duplicate', written);
  }
  return { head, claim, written };
}

function note(
  messy: Messy,
  written: Written,
  what: { fault: string | undefined; late: boolean; correct: boolean },
): void {
  if (what.fault !== undefined) addMessy(messy, what.fault, written);
  if (what.late) addMessy(messy, 'late', written);
  if (what.correct && written.decidedPoints !== written.claimedPoints) addMessy(messy, 'corrected', written);
}

const programmes: Record<string, string> = {
  DEPRESSION: '21',
  SCHIZO: '21',
  ADHD: '21',
  IBD: '54',
  RA: '54',
};

/** 公費 beside the insurance: 精神通院 (21) and 難病 (54), for some of the patients, always the same ones. */
function programmeOf(person: Person, claim: Claim): string | undefined {
  const programme = programmes[claim.archetype];
  return programme !== undefined && stream(...person.key, 21).chance(0.4) ? programme : undefined;
}
