import type { DatabaseSync } from 'node:sqlite';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { fiscalYear, monthOf } from '#shared/month.ts';
import type { AuditEvent } from './audit/chain.ts';
import { append } from './chain.ts';
import { inOffice } from './database.ts';
import {
  type confidentialities,
  type DraftEvent,
  type Known,
  knownDraft,
  knownNumber,
  type LedgerEvent,
  ledgerEvent,
  nextNumber,
} from './ledger/events.ts';
import { keepHeads } from './ledger/kept.ts';
import { alteredDraft, notConfirmed, samePerson, unknownDraft, unknownNumber } from './ledger/refusals.ts';
import type { RegisteredPerson } from './people.ts';

export {
  type DraftState,
  draftState,
  type LedgerDraft,
  type LedgerEntry,
  ledgerDrafts,
  ledgerEntries,
} from './ledger/read.ts';

/**
 * The ledger of documents (文書台帳). Every document that leaves the private zone has a number here before there is a
 * file. Each function below makes its entry and the one of the audit chain in one transaction; callers add none.
 */
export type Confidentiality = (typeof confidentialities)[number];

/** What is registered of a draft: no count, no person; `maker` is a person's id, `operator` or `schedule`. */
export type DraftEntry = Omit<DraftEvent, 'event' | 'at'>;

/**
 * Registers a draft. The same draft again (same id, same digest) changes nothing.
 * @throws {UserError} DRAFT_ALTERED where the id is known with another digest
 */
export function registerDraft(home: Home, draft: DraftEntry, effects: Effects): void {
  inLedger(home, (office) => {
    const known = knownDraft(office, draft.draft);
    if (known === undefined) {
      const action = draft.kind.startsWith('list:')
        ? 'list'
        : draft.kind.startsWith('notice:')
          ? 'notice'
          : 'report';
      enter(office, { event: 'draft', at: timeOf(effects), ...draft }, action, draft.maker, draft.draft);
    } else if (known.draft.digest !== draft.digest) throw alteredDraft();
  });
}

/**
 * A second registered person confirms what is in a draft. Confirming a confirmed one changes nothing.
 * @param digest of the draft as it was shown to the person
 * @throws {UserError} NOT_FOUND, SAME_PERSON, DRAFT_ALTERED
 */
export function confirmDraft(
  home: Home,
  draft: string,
  person: RegisteredPerson,
  digest: string,
  effects: Effects,
): void {
  inLedger(home, (office) => {
    const known = requireDraft(office, draft);
    if (known.draft.maker === person.id) throw samePerson();
    if (known.draft.digest !== digest) throw alteredDraft();
    if (known.confirmedBy !== undefined) return;
    const entry = { event: 'confirmed', at: timeOf(effects), draft, digest, person: person.id } as const;
    enter(office, entry, 'confirm', person.id, draft);
  });
}

/**
 * The number of one part of a document, gap-free per fiscal year (the year of the day it is given). The same part always
 * has the same number. Documents about persons need a confirmed draft and another person than its maker; a report only
 * holds figures that were approved with their release.
 * @param by a registered person, or `{ id: 'operator' }`
 * @throws {UserError} NOT_FOUND, NOT_CONFIRMED, SAME_PERSON
 */
export function giveNumber(
  home: Home,
  draft: string,
  part: number,
  by: { readonly id: string },
  effects: Effects,
): string {
  return inLedger(home, (office) => {
    const known = requireDraft(office, draft);
    if (needsConfirmation(known.draft.kind)) {
      if (known.confirmedBy === undefined) throw notConfirmed();
      if (known.draft.maker === by.id) throw samePerson();
    }
    const given = known.numbers.find((event) => event.part === part);
    if (given) return given.number;
    const now = effects.now();
    const number = nextNumber(office, fiscalYear(monthOf(now)));
    const entry = { event: 'number', at: now.toISOString(), draft, part, number, person: by.id } as const;
    enter(office, entry, 'print', by.id, number);
    return number;
  });
}

/**
 * Registers the file of a number: its SHA-256 and its sheets. The same file again changes nothing.
 * @throws {UserError} NOT_FOUND where the number was never given; DRAFT_ALTERED where another file has it
 */
export function recordFile(
  home: Home,
  number: string,
  file: { readonly digest: string; readonly sheets: number },
  effects: Effects,
): void {
  inLedger(home, (office) => {
    const known = knownNumber(office, number);
    if (known.given === undefined) throw unknownNumber();
    if (known.file === undefined) {
      const { digest, sheets } = file;
      const entry = { event: 'file', at: timeOf(effects), number, digest, sheets } as const;
      enter(office, entry, 'print', known.given.person, number);
    } else if (known.file.digest !== file.digest) throw alteredDraft();
  });
}

/** Reports hold released figures only; everything else is about persons. */
export function needsConfirmation(kind: string): boolean {
  return !kind.startsWith('report:');
}

/** As `inOffice`, and the heads of the chains are kept outside the books. */
function inLedger<T>(home: Home, work: (office: DatabaseSync) => T): T {
  const result = inOffice(home.office, work);
  keepHeads(home);
  return result;
}

function requireDraft(office: DatabaseSync, draft: string): Known {
  const known = knownDraft(office, draft);
  if (known === undefined) throw unknownDraft();
  return known;
}

function enter(
  office: DatabaseSync,
  entry: LedgerEvent,
  action: AuditEvent['action'],
  actor: string,
  subject: string,
): void {
  const ledger = append(office, 'ledger', ledgerEvent.parse(entry));
  const audited: AuditEvent = { at: entry.at, actor, action, subject, ledger };
  append(office, 'audit', audited);
}

function timeOf(effects: Effects): string {
  return effects.now().toISOString();
}
