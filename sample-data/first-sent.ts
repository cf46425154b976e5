import { type Claim, claimantOf } from './claims.ts';
import { type DeliveryBooks, deliver, type Held, send, writeClaim } from './delivery.ts';
import { withoutCover } from './dpc.ts';
import type { Health } from './illness.ts';
import { certainFault, drawDelay, drawFault, faultOf, isSent, repeatedShare, spoil } from './mess.ts';
import { addMessy } from './messy.ts';
import { asPaper } from './paper.ts';
import type { Person, Span } from './people.ts';
import { type Random, stream } from './random.ts';
import { type Head, quarantineFaults, searchNumber } from './receipt.ts';

export type SendingBooks = DeliveryBooks & { readonly serials: Record<Claim['kind'], number> };

export type Patient = {
  readonly person: Person;
  readonly health: Health;
  readonly home: number;
  readonly canary: boolean;
};

/** A receipt as it was first sent, and as it holds in the end where it can be taken in. */
export function writeOne(
  books: SendingBooks,
  patient: Patient,
  span: Span,
  plain: Claim,
  random: Random,
  kind: 'no_cover' | undefined,
): { readonly sent: Held; readonly held: Held | undefined } {
  const { person, canary } = patient;
  const delay = drawDelay(random);
  const late = delay > 0 && plain.month + 1 + delay <= books.last + 1;
  const processed = plain.month + 1 + (late ? delay : 0);
  const serial = ++books.serials[plain.kind];
  const drawn = drawFault(random);
  const fault = kind === undefined ? (certainFault(plain, serial) ?? faultOf(plain, drawn)) : undefined;
  const claim = fault === undefined ? asPaper(plain) : withoutCover(spoil(plain, fault));
  const correct = fault === undefined && random.chance(0.008);
  const search = searchNumber(claimantOf(claim), processed, serial);
  const programme = programmeOf(person, plain);
  const head: Head = {
    ...{ person, span, canary, month: plain.month, processed, serial, search },
    ...{ fault, programme, correct, isAgain: false },
  };
  const written = writeClaim(claim, head);
  const sent = { head, claim, written };
  const repeated = kind === undefined && fault === undefined && random.chance(repeatedShare);
  const twice = repeated && processed <= books.last && isSent(claim);
  if (fault !== undefined || kind !== undefined) addMessy(books.messy, fault ?? kind!, written);
  if (late) addMessy(books.messy, 'late', written);
  if (correct && written.decidedPoints !== written.claimedPoints) addMessy(books.messy, 'corrected', written);
  if (fault !== undefined && quarantineFaults.has(fault)) {
    send(books, processed, sent);
    return { sent, held: undefined };
  }
  const held = deliver(books, sent, kind === undefined && fault === undefined && !twice);
  if (twice) {
    send(books, processed + 1, sent);
    addMessy(books.messy, 'duplicate', written);
  }
  return { sent, held };
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
