import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The society's own books in `office/office.sqlite`: chains of events, and the registered persons. No member. */
const schema = `
  create table if not exists audit (number integer primary key autoincrement, event text not null, hash text not null);
  create table if not exists ledger (number integer primary key autoincrement, event text not null, hash text not null);
  create table if not exists schedule (number integer primary key autoincrement, event text not null, hash text not null);
  create index if not exists ledger_draft on ledger (json_extract(event, '$.draft'));
  create index if not exists ledger_number on ledger (json_extract(event, '$.number'));
  create table if not exists person (
    id text primary key, key text not null unique, name text not null, verifier text not null, disabled_at text
  );
`;

/** Runs `work` in one transaction that no other process can come between; an error leaves everything as it was. */
export function inOffice<T>(file: string, work: (office: DatabaseSync) => T): T {
  mkdirSync(dirname(file), { recursive: true, mode: 0o750 });
  const office = new DatabaseSync(file);
  try {
    office.exec('pragma busy_timeout = 20000');
    office.exec(schema);
    office.exec('begin immediate');
    const result = work(office);
    office.exec('commit');
    return result;
  } finally {
    office.close();
  }
}
