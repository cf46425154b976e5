import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Home } from '#shared/home.ts';
import { fiscalYear, monthOf } from '#shared/month.ts';
import { eventsOf, verifyChain } from '../chain.ts';
import { inOffice } from '../database.ts';
import { needsConfirmation } from '../ledger.ts';
import { type DraftEvent, type LedgerEvent, ledgerEvent, type NumberEvent } from './events.ts';
import { holdsKept } from './kept.ts';

/** What the check of the ledger found. It holds where `broken` and `unruly` are undefined, and `tied` and `kept` are true. */
export type LedgerProof = {
  readonly events: number;
  /** First entry whose hash does not fit, or that is missing. */
  readonly broken: number | undefined;
  /** First entry that breaks a rule: a gap in the numbers, no confirmation, the maker's own confirmation … */
  readonly unruly: number | undefined;
  /** True where the audit chain knows as many entries, and the last of them by its hash. */
  readonly tied: boolean;
  /** True where the books still hold the entries kept outside them: nothing was cut off or put back. */
  readonly kept: boolean;
  /** Numbers whose file is not there yet: printing was interrupted, the next print of the draft goes on with them. */
  readonly withoutFile: readonly string[];
};

/** Proves the ledger: its chain, its tie to the audit chain, and its rules by replaying every entry. */
export function verifyLedger(home: Home): LedgerProof {
  if (!existsSync(home.office))
    return {
      events: 0,
      broken: undefined,
      unruly: undefined,
      tied: true,
      kept: !existsSync(home.ledgerKept),
      withoutFile: [],
    };
  const { events, head, broken } = verifyChain(home.office, 'ledger');
  const kept = holdsKept(home);
  return inOffice(home.office, (office) => {
    const { unruly, withoutFile } = replayed(eventsOf(office, 'ledger'));
    return { events, broken, unruly, tied: isTied(office, events, head), kept, withoutFile };
  });
}

type State = {
  readonly drafts: Map<string, DraftEvent>;
  readonly confirmed: Set<string>;
  readonly parts: Set<string>;
  /** Last number of each fiscal year. */
  readonly last: Map<number, number>;
  readonly open: Set<string>;
};

function replayed(entries: Iterable<unknown>) {
  const state: State = {
    drafts: new Map(),
    confirmed: new Set(),
    parts: new Set(),
    last: new Map(),
    open: new Set(),
  };
  let place = 0;
  let unruly: number | undefined;
  for (const entry of entries) {
    place++;
    const event = ledgerEvent.safeParse(entry);
    if (!(event.success && follows(state, event.data))) unruly ??= place;
  }
  return { unruly, withoutFile: [...state.open] };
}

/** Takes one entry into the state; false where it may not stand there. */
function follows(state: State, event: LedgerEvent): boolean {
  if (event.event === 'draft') {
    const isNew = !state.drafts.has(event.draft);
    state.drafts.set(event.draft, event);
    return isNew;
  }
  if (event.event === 'file') return state.open.delete(event.number);
  const draft = state.drafts.get(event.draft);
  if (event.event === 'number') return numberFollows(state, event, draft);
  if (draft?.digest !== event.digest || draft.maker === event.person || state.confirmed.has(event.draft))
    return false;
  state.confirmed.add(event.draft);
  return true;
}

function numberFollows(state: State, event: NumberEvent, draft: DraftEvent | undefined): boolean {
  const year = fiscalYear(monthOf(new Date(event.at)));
  const number = (state.last.get(year) ?? 0) + 1;
  const part = `${event.draft} ${event.part}`;
  const isNew = !state.parts.has(part);
  state.last.set(year, number);
  state.parts.add(part);
  state.open.add(event.number);
  if (draft === undefined || !isNew || event.number !== `${year}-${String(number).padStart(5, '0')}`)
    return false;
  return !needsConfirmation(draft.kind) || (state.confirmed.has(event.draft) && draft.maker !== event.person);
}

function isTied(office: DatabaseSync, events: number, head: string): boolean {
  const known = office
    .prepare(
      "select json_extract(event, '$.ledger') as head from audit where json_extract(event, '$.ledger') is not null order by number",
    )
    .all();
  return known.length === events && (events === 0 || known.at(-1)?.['head'] === head);
}
