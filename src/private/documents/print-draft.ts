import type { KeyObject } from 'node:crypto';
import { inOffice } from '#office/database.ts';
import { type Known, knownDraft } from '#office/ledger/events.ts';
import { alteredDraft, notConfirmed, samePerson, unknownDraft } from '#office/ledger/refusals.ts';
import { giveNumber } from '#office/ledger.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { withHomeLock } from '../home-lock.ts';
import { type Identities, type Identity, openIdentities } from '../vault/identities.ts';
import { type Draft, openDraft } from './draft.ts';
import { exceptionSheet } from './exceptions.ts';
import { type Kinds, kindOf } from './kinds.ts';
import { type Ordered, orderRows } from './order.ts';
import { removeHalfWritten, type StoredFile, storeDocument } from './outbox.ts';
import type { Addressed, ExceptionReason, Part } from './printer.ts';
import { documentDiffers } from './refusals.ts';
import type { Position } from './sealed-rows.ts';
import type { Withheld } from './withheld.ts';

export type PrintOrder = {
  readonly draft: string;
  /** Id of the registered person who prints. */
  readonly person: string;
  /** Private key of the vault (`openVaultKey`). */
  readonly vaultKey: KeyObject;
  readonly withheld: Withheld;
};

export type PrintResult = {
  readonly files: readonly StoredFile[];
  /** Rows on the exception sheet instead of a letter or list. */
  readonly exceptions: number;
};

/**
 * Prints a confirmed draft: opens the vault, joins the names row by row in the order of printing, typesets part by part.
 * Per part: number in the ledger → file beside its place → renamed into the outbox → digest in the ledger. Stopped
 * anywhere, printing again completes it with the same numbers and bytes; complete, it changes nothing.
 * To be called in the print process only.
 * @throws {UserError} NOT_FOUND, NOT_CONFIRMED, SAME_PERSON, DRAFT_ALTERED, DOCUMENT_DIFFERS, DOCUMENT_ALTERED,
 *   HOME_IN_USE
 */
export async function printDraft(
  home: Home,
  order: PrintOrder,
  kinds: Kinds,
  effects: Effects,
): Promise<PrintResult> {
  const known = requirePrintable(home, order.draft, order.person);
  return withHomeLock(home, async () => {
    removeHalfWritten(home);
    const draft = openDraft(home, order.draft);
    try {
      if (draft.digest !== known.draft.digest) throw alteredDraft();
      const identities = openIdentities(home.vault, order.vaultKey);
      try {
        return await printRows(home, order, draft, identities, kinds, effects);
      } finally {
        identities.close();
      }
    } finally {
      draft.close();
    }
  });
}

/** @throws {UserError} NOT_FOUND, NOT_CONFIRMED, SAME_PERSON */
export function requirePrintable(home: Home, id: string, person: string): Known {
  const known = inOffice(home.office, (office) => knownDraft(office, id));
  if (!known) throw unknownDraft();
  if (known.confirmedBy === undefined) throw notConfirmed();
  if (known.draft.maker === person) throw samePerson();
  return known;
}

async function printRows(
  home: Home,
  order: PrintOrder,
  draft: Draft,
  identities: Identities,
  kinds: Kinds,
  effects: Effects,
): Promise<PrintResult> {
  const { header } = draft;
  const kind = kindOf(kinds, header.kind);
  const printer = await kind.load();
  const ordered = orderRows(draft, kind.order, identities, order.withheld);
  const exceptions = [...ordered.excluded];
  const files: StoredFile[] = [];
  let given: string | undefined;
  const number = () => {
    given ??= giveNumber(home, header.id, files.length + 1, { id: order.person }, effects);
    return given;
  };
  const store = (part: Part) => {
    files.push(storeDocument(home, number(), part, effects));
    given = undefined;
  };
  const places = new WeakMap<Addressed, Position>();
  const tools = {
    number,
    putAside(addressed: Addressed, reason: ExceptionReason) {
      const position = places.get(addressed);
      if (!position) throw new Error('only a row that was handed out can be put aside');
      exceptions.push({ position, reason });
    },
  };
  const people = inTurn(draft, identities, ordered, places, effects);
  for await (const part of printer(header, people, tools)) store(part);
  if (exceptions.length > 0) store(await exceptionSheet(draft, identities, exceptions, number()));
  const numbers = inOffice(home.office, (office) => knownDraft(office, header.id)?.numbers.length);
  if (numbers !== files.length) throw documentDiffers();
  return { files, exceptions: exceptions.length };
}

/** The rows in the order of printing, each with its names, which nobody keeps. */
async function* inTurn(
  draft: Draft,
  identities: Identities,
  { count, at }: Ordered,
  places: WeakMap<Addressed, Position>,
  effects: Effects,
): AsyncGenerator<Addressed> {
  const step = effects.language === 'ja' ? '印刷' : 'printing';
  for (let turn = 0; turn < count; turn++) {
    if (turn % 100 === 0) effects.progress(step, turn, count);
    const position = at(turn);
    const { person, others = [], ...row } = draft.at(position);
    const addressed = {
      row,
      identity: named(identities, person),
      others: others.map((other) => named(identities, other)),
    };
    places.set(addressed, position);
    yield addressed;
  }
  effects.progress(step, count, count);
}

/** Every row in turn was found to have its names before. */
function named(identities: Identities, person: number): Identity {
  const identity = identities.of(person);
  if (!identity) throw new Error('the vault changed while it was read');
  return identity;
}
