import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { canonicalJson, sha256 } from '#shared/fingerprint.ts';
import { inOffice } from './database.ts';

/** The hash-chained books: audit chain (監査証跡), ledger of documents (文書台帳), register of scheduled runs (予定の実行簿). */
export type ChainName = 'audit' | 'ledger' | 'schedule';

/** Result of checking a chain: `broken` is the number of the first event that does not fit, if any. */
export type ChainState = {
  readonly events: number;
  readonly head: string;
  readonly broken: number | undefined;
};

const genesis = '0'.repeat(64);

/** Appends one event, which holds the hash of the one before: none can be changed or taken out unseen. @returns the new head */
export function append(office: DatabaseSync, chain: ChainName, event: object): string {
  const last = office.prepare(`select hash from ${chain} order by number desc limit 1`).get();
  const text = canonicalJson(event);
  const head = sha256((last ? String(last['hash']) : genesis) + text);
  office.prepare(`insert into ${chain} (event, hash) values (?, ?)`).run(text, head);
  return head;
}

/** The events of a chain in order, as parsed JSON. */
export function* eventsOf(office: DatabaseSync, chain: ChainName): Generator<unknown> {
  for (const row of office.prepare(`select event from ${chain} order by number`).iterate())
    yield JSON.parse(String(row['event']));
}

/** Recomputes every hash of a chain. */
export function verifyChain(file: string, chain: ChainName): ChainState {
  if (!existsSync(file)) return { events: 0, head: genesis, broken: undefined };
  return inOffice(file, (office) => {
    let head = genesis;
    let events = 0;
    for (const row of office.prepare(`select number, event, hash from ${chain} order by number`).iterate()) {
      events++;
      head = sha256(head + String(row['event']));
      if (row['number'] !== events || row['hash'] !== head) return { events, head, broken: events };
    }
    return { events, head, broken: lastNumber(office, chain) === events ? undefined : events + 1 };
  });
}

/** The highest number ever given: more than there are events where the last ones were taken out. */
function lastNumber(office: DatabaseSync, chain: ChainName): number {
  const row = office.prepare('select seq from sqlite_sequence where name = ?').get(chain);
  return Number(row?.['seq'] ?? 0);
}
