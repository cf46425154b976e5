import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { canonicalJson, sha256 } from '#shared/fingerprint.ts';

/**
 * One event of the audit chain (監査証跡). It names things by id and digest; no person, and no count that could
 * describe a few persons.
 */
export type AuditEvent = {
  /** Instant of the event, ISO 8601. */
  readonly at: string;
  /** Who: a registered person's id, or `system`. */
  readonly actor: string;
  readonly action: 'init' | 'ingest' | 'build' | 'release' | 'approve' | 'read' | 'sign-in' | 'purge';
  /** What it was done to: a file digest, a release id, an analysis name. */
  readonly subject: string;
  readonly digest?: string;
};

/** Result of checking the chain: `broken` is the number of the first event that does not fit, if any. */
export type ChainState = {
  readonly events: number;
  readonly head: string;
  readonly broken: number | undefined;
};

const genesis = '0'.repeat(64);

/** Appends events; each holds the hash of the one before, so that none can be changed or taken out unseen. */
export function appendAudit(file: string, ...events: readonly AuditEvent[]): void {
  const database = openOffice(file);
  try {
    database.exec('begin immediate');
    let head = lastHash(database);
    const insert = database.prepare('insert into audit (event, hash) values (?, ?)');
    for (const event of events) {
      const text = canonicalJson(event);
      head = sha256(head + text);
      insert.run(text, head);
    }
    database.exec('commit');
  } finally {
    database.close();
  }
}

/** Recomputes every hash of the chain. */
export function verifyChain(file: string): ChainState {
  if (!existsSync(file)) return { events: 0, head: genesis, broken: undefined };
  const database = openOffice(file);
  try {
    let head = genesis;
    let events = 0;
    for (const row of database.prepare('select number, event, hash from audit order by number').iterate()) {
      events++;
      head = sha256(head + String(row['event']));
      if (row['number'] !== events || row['hash'] !== head) return { events, head, broken: events };
    }
    return { events, head, broken: lastNumber(database) === events ? undefined : events + 1 };
  } finally {
    database.close();
  }
}

function openOffice(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o750 });
  const database = new DatabaseSync(file);
  database.exec('pragma busy_timeout = 5000');
  database.exec(
    'create table if not exists audit (number integer primary key autoincrement, event text not null, hash text not null)',
  );
  return database;
}

/** The highest number ever given: more than there are events where the last ones were taken out. */
function lastNumber(database: DatabaseSync): number {
  const row = database.prepare("select seq from sqlite_sequence where name = 'audit'").get();
  return Number(row?.['seq'] ?? 0);
}

function lastHash(database: DatabaseSync): string {
  const row = database.prepare('select hash from audit order by number desc limit 1').get();
  return row ? String(row['hash']) : genesis;
}
