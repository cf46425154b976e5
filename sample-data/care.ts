import type { Burdens } from './burdens.ts';
import type { MonthIndex } from './calendar.ts';
import { fiscalYearOf, monthEnd, monthStart } from './calendar.ts';
import type { Claim } from './claims.ts';
import type { CostLevels } from './cost-levels.ts';
import { countReceipts, countUnlinked, type LinkedReceipt } from './count.ts';
import type { Held } from './delivery.ts';
import { dentalClaims } from './dental.ts';
import { asDpc } from './dpc.ts';
import { type CoveredMonth, encountersOf } from './encounters.ts';
import { type Patient, type SendingBooks, writeOne } from './first-sent.ts';
import type { GenericBooks } from './generic-books.ts';
import type { GenericShares } from './generic-shares.ts';
import type { ListBooks } from './list-books.ts';
import type { NoticeBooks } from './notice-books.ts';
import { nursingClaims } from './nursing.ts';
import type { Person, Span } from './people.ts';
import { lastSpanWithin } from './people.ts';
import type { Tally } from './planted.ts';
import { type Random, stream } from './random.ts';
import { quarantineFaults, unlinkableFaults, yenOf } from './receipt.ts';
import { therapyClaims } from './therapy.ts';

/** Where receipts go and what is counted about them. */
export type CareBooks = SendingBooks & {
  readonly tally: Tally;
  readonly notices: NoticeBooks;
  readonly generics: GenericBooks;
  readonly shares: GenericShares;
  readonly burdens: Burdens;
  readonly lists: ListBooks;
  readonly levels: CostLevels;
  readonly completeYears: ReadonlySet<number>;
  /** Sees every linked receipt (figures in tests). */
  readonly observe: ((person: Person, receipt: LinkedReceipt) => void) | undefined;
};

/** Writes the receipts of one person and month, and counts those that can be linked and hold in the end. */
export function writeMonth(books: CareBooks, patient: Patient, month: MonthIndex): void {
  const { person, health, home } = patient;
  const start = monthStart(month);
  const covered = lastSpanWithin(person, start, monthEnd(month));
  if (covered === undefined) {
    writeUncovered(books, patient, month);
    return;
  }
  const first = person.spans.find((span) => span.to === undefined || span.to > start)!;
  const when = { month, from: Math.max(start, first.from) - start + 1, to: covered.lastDay - start + 1 };
  const linked: LinkedReceipt[] = [];
  const take = (claims: readonly Claim[], random: Random) => {
    for (const claim of claims) {
      const receipt = takeOne(books, patient, covered.span, claim, random);
      if (receipt !== undefined) linked.push(receipt);
    }
  };
  const random = stream(...person.key, 31, month);
  take(stays(encountersOf(random, person, health, home, when), person, month), random);
  const others = otherClaims(patient, when);
  if (others.length > 0) take(others, stream(...person.key, 41, month));
  countReceipts(books.tally, person, month, linked, isComplete(books, month));
  books.levels.receipts(month, linked);
}

/** Hospital stays as their hospitals claim them. */
function stays(claims: readonly Claim[], person: Person, month: MonthIndex): Claim[] {
  return claims.map((claim, index) =>
    claim.kind === 'medical' && claim.inpatient
      ? asDpc(claim, stream(...person.key, 40, month, index))
      : claim,
  );
}

function otherClaims({ person, health, home }: Patient, when: CoveredMonth): Claim[] {
  return [
    ...dentalClaims(person, home, when),
    ...nursingClaims(person, health, home, when),
    ...therapyClaims(person, home, when),
  ];
}

/** Writes one receipt of a covered person; undefined where it is not linked or does not hold in the end. */
function takeOne(
  books: CareBooks,
  patient: Patient,
  span: Span,
  plain: Claim,
  random: Random,
): LinkedReceipt | undefined {
  const { person } = patient;
  const { sent, held } = writeOne(books, patient, span, plain, random, undefined);
  const { fault } = sent.head;
  if (fault !== undefined && quarantineFaults.has(fault)) return undefined;
  if (fault !== undefined && unlinkableFaults.has(fault)) {
    countAsUnlinked(books, sent);
    return undefined;
  }
  if (held === undefined) return undefined;
  const { head, claim, written } = held;
  const yen = yenOf(written);
  const receipt = { claim, points: written.decidedPoints, yen, search: head.search };
  books.notices.linked(head, claim, written);
  books.generics.linked(head, claim, written);
  books.shares.add(claim, written);
  books.burdens.add(held);
  books.lists.receipt(claim);
  books.observe?.(person, receipt);
  return receipt;
}

function countAsUnlinked(books: CareBooks, sent: Held): void {
  const { head, claim, written } = sent;
  books.burdens.add(sent);
  books.notices.unlinked(head, claim, written);
  books.generics.unlinked(head, claim, written);
  books.shares.add(claim, written);
  if (isComplete(books, head.month)) countUnlinked(books.tally, head.month, yenOf(written));
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
  for (const claim of stays(encountersOf(random, person, health, home, when), person, month))
    countAsUnlinked(books, writeOne(books, patient, span, claim, random, 'no_cover').sent);
}
