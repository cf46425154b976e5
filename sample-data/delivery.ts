import type { MonthIndex } from './calendar.ts';
import { asClaimForm } from './claim-files.ts';
import { type Claim, claimantOf } from './claims.ts';
import { drawFate, type Fate } from './fates.ts';
import { isSent } from './mess.ts';
import { addMessy, type Messy } from './messy.ts';
import type { ReceiptFiles } from './outputs.ts';
import { writePaper } from './paper.ts';
import { type Random, stream } from './random.ts';
import { type Head, searchNumber, type Written, yenOf } from './receipt.ts';
import { writeDental } from './receipt-dental.ts';
import { writeDpc } from './receipt-dpc.ts';
import { asReturned } from './receipt-lines.ts';
import { writeMedical } from './receipt-medical.ts';
import { writeNursing } from './receipt-nursing.ts';
import { writePharmacy } from './receipt-pharmacy.ts';
import type { Revisions } from './revisions.ts';
import { writeTherapy } from './therapy.ts';

/** Where receipts and notices about them go, and what was sent. */
export type DeliveryBooks = {
  readonly files: ReceiptFiles;
  readonly messy: Messy;
  readonly revisions: Revisions;
  readonly totals: {
    receipts: number;
    records: number;
    points: number;
    yen: number;
    mealYen: number;
    claimedPoints: number;
  };
  /** Last month of service in the data; processing goes on for one more. */
  readonly last: MonthIndex;
  /** Month of service of which the society has some institutions' own claim files. */
  readonly copiesOf: MonthIndex;
};

/** A receipt as it holds on the day of the ledgers. */
export type Held = { readonly head: Head; readonly claim: Claim; readonly written: Written };

export function writeClaim(claim: Claim, head: Head): Written {
  switch (claim.kind) {
    case 'medical':
      if (claim.paperPoints !== undefined) return writePaper(claim, head);
      return claim.dpc === undefined
        ? writeMedical(claim, head)
        : writeDpc({ ...claim, dpc: claim.dpc }, head);
    case 'dental':
      return writeDental(claim, head);
    case 'pharmacy':
      return writePharmacy(claim, head);
    case 'nursing':
      return writeNursing(claim, head);
    case 'therapy':
      return writeTherapy(claim, head);
  }
}

/** Sends one text of a receipt in a month of processing and counts it. */
export function send(books: DeliveryBooks, processed: MonthIndex, held: Held): void {
  const { claim, head, written } = held;
  books.files.write(processed, claim, head, written);
  const { totals } = books;
  totals.receipts++;
  totals.records += written.records;
  totals.points += written.decidedPoints;
  totals.claimedPoints += written.claimedPoints;
  totals.mealYen += written.mealYen;
  totals.yen += yenOf(written) + written.mealYen;
}

/** Sends a receipt that is taken in, and what comes of it later; returns what of it holds in the end. */
export function deliver(books: DeliveryBooks, held: Held, mayChange: boolean): Held | undefined {
  const { claim, head, written } = held;
  const copied = mayChange ? copyOf(books, held) : undefined;
  if (copied !== undefined) {
    send(books, head.processed, copied);
    books.revisions.add(head.month, head.processed, copied.written, 1);
    if (isOnlyCopied(claim)) return copied;
    end(books, copied, head.processed, 'copied');
  }
  send(books, head.processed, held);
  books.revisions.add(head.month, head.processed, written, 1);
  if (!mayChange || copied !== undefined || !isSent(claim)) return held;
  const random = stream(...head.person.key, 39, head.month, Number(claimantOf(claim).code));
  const fate = drawFate(random, head.processed, books.last + 1);
  return fate === undefined ? held : change(books, held, fate, random);
}

/** Half of them never come from the review body. */
function isOnlyCopied(claim: Claim): boolean {
  return claim.kind === 'medical' && claim.days[0]! % 2 === 1;
}

function change(books: DeliveryBooks, held: Held, fate: Fate, random: Random): Held | undefined {
  if (fate.kind === 'reexamined') return reexamine(books, held, fate, random);
  const { head, written } = held;
  if (fate.kind === 'returned' && fate.by === 'file') sendBack(books, held, fate.month);
  else books.files.notify(fate.month, fate.kind, head.search);
  end(books, held, fate.month, fate.kind);
  if (fate.kind !== 'returned' || fate.again === undefined) return undefined;
  const { month, isRenumbered } = fate.again;
  const search = isRenumbered ? searchNumber(claimantOf(held.claim), month, head.serial) : head.search;
  const again = version(books, held, { ...head, processed: month, search, isAgain: true });
  addMessy(books.messy, 'resubmitted', written);
  return again;
}

/** 再審査: a corrected version, or a line with other points; what had been struck out is given back where there was any. */
function reexamine(
  books: DeliveryBooks,
  held: Held,
  fate: Fate & { kind: 'reexamined' },
  random: Random,
): Held {
  const { head, written } = held;
  if (fate.by === 'version' && !head.correct) {
    const later = { ...head, processed: fate.month, correct: true };
    if (writeClaim(held.claim, later).struck !== undefined) {
      end(books, held, fate.month, 'reexamined');
      return version(books, held, later);
    }
  }
  const { claimedPoints, decidedPoints } = written;
  const fewer = decidedPoints - Math.ceil(decidedPoints * (0.02 + 0.1 * random.next()));
  const points = claimedPoints > decidedPoints ? claimedPoints : fewer;
  books.files.notify(fate.month, 'reexamined', head.search, points);
  const changed = { ...written, decidedPoints: points };
  books.revisions.add(head.month, fate.month, written, -1);
  books.revisions.add(head.month, fate.month, changed, 1);
  addMessy(books.messy, 'reassessed', {
    ...written,
    records: 0,
    mealYen: 0,
    decidedPoints: points - decidedPoints,
  });
  return { ...held, written: changed };
}

/** Another version of a receipt. */
function version(books: DeliveryBooks, held: Held, head: Head): Held {
  const next = { ...held, head, written: writeClaim(held.claim, head) };
  send(books, head.processed, next);
  books.revisions.add(head.month, head.processed, next.written, 1);
  return next;
}

/** The receipt as it went back, with the reason (HR), among the receipts of the month. */
function sendBack(books: DeliveryBooks, held: Held, month: MonthIndex): void {
  const written = asReturned(held.written, held.head, month);
  send(books, month, { ...held, written });
  addMessy(books.messy, 'sent_back', written);
}

/** A version ceases to hold. */
function end(books: DeliveryBooks, { head, written }: Held, month: MonthIndex, kind: string): void {
  books.revisions.add(head.month, month, written, -1);
  addMessy(books.messy, kind, written);
}

/** In one month a few institutions hand over their own claim files: the receipt in that form, which has no 検索番号. */
function copyOf(books: DeliveryBooks, { claim, head }: Held): Held | undefined {
  if (claim.kind !== 'medical' || claim.dpc !== undefined || !isSent(claim)) return undefined;
  const { processed, month, correct } = head;
  if (month !== books.copiesOf || processed !== month + 1 || correct) return undefined;
  if (Number(claim.institution.code) % 60 !== 0) return undefined;
  const bare: Head = { ...head, search: '', fault: 'missing_search_number' };
  return { claim, head: { ...bare, fault: undefined }, written: asClaimForm(writeMedical(claim, bare)) };
}
