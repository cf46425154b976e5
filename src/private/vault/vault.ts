import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** What a ledger says of one person: known by a keyed index, readable by nobody until the vault is opened. */
export type SealedPerson = {
  /** `memberKey` of the 加入者ID. */
  readonly memberKey: string;
  /** Sealed name, address, symbol and number; undefined where a file only mentions the person. */
  readonly sealed?: Uint8Array;
  /** Date the identity describes, `YYYY-MM-DD`: an older file does not replace a newer identity. */
  readonly asOf?: string;
};

/** A key by which receipts and checkups may name the person. */
export type PersonKey = { readonly memberKey: string; readonly key: string };

export type Vault = {
  /** Adds persons, or renews their identities. Doing it twice changes nothing. */
  readonly putPersons: (persons: Iterable<SealedPerson>) => void;
  readonly putKeys: (keys: Iterable<PersonKey>) => void;
  /** Member key and id of all persons. */
  readonly persons: () => Iterable<{ readonly key: string; readonly personId: number }>;
  /** Keys that belong to exactly one person. */
  readonly links: () => Iterable<{ readonly key: string; readonly personId: number }>;
  /** All of the calls inside, or none. */
  readonly together: (work: () => void) => void;
  readonly close: () => void;
};

const schema = `
create table if not exists person (
  person_id integer primary key,
  member_key text not null unique,
  sealed blob,
  as_of text
) strict;
create table if not exists person_key (
  key text not null,
  person_id integer not null references person (person_id),
  primary key (key, person_id)
) strict, without rowid;`;

/**
 * Opens the vault (加入者の封印台帳), the only place where a person_id is made. Person ids are random, so that
 * they tell neither order nor age of the membership.
 */
export function openVault(path: string): Vault {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;');
  database.exec(schema);
  const known = database.prepare('select person_id from person where member_key = ?');
  const add = database.prepare('insert or ignore into person (person_id, member_key) values (?, ?)');
  const renew = database.prepare(
    `update person set sealed = $sealed, as_of = $asOf
     where member_key = $memberKey and (as_of is null or as_of <= $asOf)`,
  );
  const addKey = database.prepare(
    'insert or ignore into person_key (key, person_id) select ?, person_id from person where member_key = ?',
  );
  return {
    putPersons(persons) {
      for (const { memberKey, sealed, asOf } of persons) {
        while (!known.get(memberKey)) add.run(newPersonId(), memberKey);
        if (sealed && asOf) renew.run({ memberKey, sealed, asOf });
      }
    },
    putKeys(keys) {
      for (const { memberKey, key } of keys) addKey.run(key, memberKey);
    },
    persons: () => rowsOf(database, 'select member_key as key, person_id from person'),
    links: () =>
      rowsOf(
        database,
        'select key, min(person_id) as person_id from person_key group by key having count(*) = 1',
      ),
    together(work) {
      database.exec('begin immediate');
      try {
        work();
        database.exec('commit');
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    close: () => database.close(),
  };
}

/** 1 … 2^48: enough that a million persons hardly ever meet, and exact as a number; a hit is drawn again. */
function newPersonId(): number {
  return randomBytes(6).readUIntBE(0, 6) + 1;
}

function* rowsOf(database: DatabaseSync, sql: string): Generator<{ key: string; personId: number }> {
  for (const { key, person_id: personId } of database.prepare(sql).iterate()) {
    if (typeof key !== 'string' || typeof personId !== 'number')
      throw new Error('the vault is not as it should be');
    yield { key, personId };
  }
}
