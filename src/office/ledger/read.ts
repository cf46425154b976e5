import { existsSync } from 'node:fs';
import type { Home } from '#shared/home.ts';
import { eventsOf } from '../chain.ts';
import { inOffice } from '../database.ts';
import { type DraftEvent, type LedgerEvent, ledgerEvent } from './events.ts';

export type DraftState = 'draft' | 'confirmed' | 'printed';

/** A draft as the ledger knows it. `printed`: every number given so far has its file. */
export type LedgerDraft = Omit<DraftEvent, 'event'> & {
  readonly confirmedBy: string | undefined;
  readonly state: DraftState;
  readonly numbers: readonly string[];
};

/** One number of the ledger; `digest` and `sheets` are undefined while its file is missing. */
export type LedgerEntry = {
  readonly number: string;
  readonly draft: string;
  readonly part: number;
  readonly kind: string;
  readonly purpose: string;
  readonly confidentiality: DraftEvent['confidentiality'];
  readonly period: string;
  readonly scope: string;
  readonly maker: string;
  readonly confirmedBy: string | undefined;
  readonly printedBy: string;
  /** SHA-256 of the file. */
  readonly digest: string | undefined;
  readonly sheets: number | undefined;
  /** Instant the number was given. */
  readonly at: string;
};

/** All drafts ever registered, oldest first. */
export function ledgerDrafts(home: Home): readonly LedgerDraft[] {
  return [...replay(readEvents(home)).drafts.values()].map(({ entry, confirmedBy, numbers }) => {
    const { event: _, ...draft } = entry;
    const printed = numbers.length > 0 && numbers.every(({ digest }) => digest !== undefined);
    const state = printed ? 'printed' : confirmedBy === undefined ? 'draft' : 'confirmed';
    return { ...draft, confirmedBy, state, numbers: numbers.map(({ number }) => number) };
  });
}

/** Where a draft stands; undefined where the ledger does not know it. */
export function draftState(home: Home, draft: string): DraftState | undefined {
  return ledgerDrafts(home).find((one) => one.draft === draft)?.state;
}

/** One entry per number, in the order they were given. */
export function ledgerEntries(home: Home): readonly LedgerEntry[] {
  return [...replay(readEvents(home)).numbers.values()];
}

type DraftFold = {
  readonly entry: DraftEvent;
  readonly confirmedBy: string | undefined;
  readonly numbers: readonly LedgerEntry[];
};

function readEvents(home: Home): readonly LedgerEvent[] {
  if (!existsSync(home.office)) return [];
  return inOffice(home.office, (office) =>
    [...eventsOf(office, 'ledger')].map((event) => ledgerEvent.parse(event)),
  );
}

function replay(events: readonly LedgerEvent[]) {
  const registered = new Map<string, DraftEvent>();
  const confirmed = new Map<string, string>();
  const numbers = new Map<string, LedgerEntry>();
  for (const event of events) {
    if (event.event === 'draft') registered.set(event.draft, event);
    else if (event.event === 'confirmed') confirmed.set(event.draft, event.person);
    else if (event.event === 'number') {
      const draft = registered.get(event.draft);
      if (draft === undefined) continue;
      const { kind, purpose, confidentiality, period, scope, maker } = draft;
      numbers.set(event.number, {
        number: event.number,
        draft: event.draft,
        part: event.part,
        ...{ kind, purpose, confidentiality, period, scope, maker },
        confirmedBy: confirmed.get(event.draft),
        printedBy: event.person,
        digest: undefined,
        sheets: undefined,
        at: event.at,
      });
    } else {
      const entry = numbers.get(event.number);
      if (entry) numbers.set(event.number, { ...entry, digest: event.digest, sheets: event.sheets });
    }
  }
  const drafts = new Map<string, DraftFold>();
  const byDraft = Map.groupBy(numbers.values(), ({ draft }) => draft);
  for (const [id, entry] of registered)
    drafts.set(id, { entry, confirmedBy: confirmed.get(id), numbers: byDraft.get(id) ?? [] });
  return { drafts, numbers };
}
