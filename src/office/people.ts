import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Effects } from '#shared/effects.ts';
import { canonicalJson, sha256 } from '#shared/fingerprint.ts';
import type { Home } from '#shared/home.ts';
import type { AuditEvent } from './audit/chain.ts';
import { append } from './chain.ts';
import { inOffice } from './database.ts';
import {
  disabledPerson,
  knownPerson,
  shortPassphrase,
  unknownPerson,
  unnamed,
  wrongPassphrase,
} from './people-refusals.ts';

/** A person of the society's staff who may confirm, approve and print; no member. */
export type RegisteredPerson = {
  /** `P0001`: what ledger and audit chain know the person by. */
  readonly id: string;
  readonly name: string;
};

export type ListedPerson = RegisteredPerson & { readonly disabled: boolean };

/** Fewest characters of a passphrase. */
export const shortestPassphrase = 12;

/** One guess at a passphrase takes 128 MiB and some tenths of a second (RFC 7914), as at the vault key it also opens. */
const scrypt = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const saltBytes = 16;

/**
 * Registers a person with an own passphrase, of which only a salted scrypt value is kept.
 * @throws {UserError} USAGE where the name is empty or taken, or the passphrase is shorter than 12 characters
 */
export function addPerson(home: Home, name: string, passphrase: string, effects: Effects): RegisteredPerson {
  const shown = name.trim().replace(/\s+/gu, ' ');
  if (shown === '' || shown.length > 40) throw unnamed();
  if ([...passphrase].length < shortestPassphrase) throw shortPassphrase();
  if (findPerson(home, name)) throw knownPerson();
  const verifier = makeVerifier(passphrase);
  return inOffice(home.office, (office) => {
    const count = Number(office.prepare('select count(*) as people from person').get()?.['people']);
    const id = `P${String(count + 1).padStart(4, '0')}`;
    office
      .prepare('insert into person (id, key, name, verifier) values (?, ?, ?, ?)')
      .run(id, keyOf(name), shown, verifier);
    enter(office, id, effects);
    return { id, name: shown };
  });
}

/**
 * A disabled person stays in the books and may do nothing any more. Disabling twice changes nothing.
 * @throws {UserError} PERSON_UNKNOWN
 */
export function disablePerson(home: Home, name: string, effects: Effects): RegisteredPerson {
  return inOffice(home.office, (office) => {
    const row = find(office, name);
    if (!row) throw unknownPerson();
    if (!row.disabled) {
      office
        .prepare('update person set disabled_at = ? where id = ?')
        .run(effects.now().toISOString(), row.id);
      enter(office, row.id, effects);
    }
    return { id: row.id, name: row.name };
  });
}

/** The person of a name, whatever its width and spaces; undefined where nobody of this name was ever registered. */
export function findPerson(home: Home, name: string): ListedPerson | undefined {
  const row = inOffice(home.office, (office) => find(office, name));
  return row && { id: row.id, name: row.name, disabled: row.disabled };
}

/** Everybody who was ever registered, in the order of registration. */
export function listPeople(home: Home): readonly ListedPerson[] {
  return inOffice(home.office, (office) =>
    office
      .prepare('select id, name, disabled_at from person order by id')
      .all()
      .map((row) => ({
        id: String(row['id']),
        name: String(row['name']),
        disabled: row['disabled_at'] !== null,
      })),
  );
}

/**
 * Who this is. A refused attempt is entered in the audit chain where the name is known.
 * @throws {UserError} PERSON_UNKNOWN, PERSON_DISABLED, PASSPHRASE_WRONG
 */
export function authenticate(
  home: Home,
  name: string,
  passphrase: string,
  effects: Effects,
): RegisteredPerson {
  const row = inOffice(home.office, (office) => find(office, name));
  if (!row) throw unknownPerson();
  const { id } = row;
  if (!row.disabled && matches(row.verifier, passphrase)) return { id, name: row.name };
  const refused: AuditEvent = {
    at: effects.now().toISOString(),
    actor: id,
    action: 'sign-in-refused',
    subject: id,
  };
  inOffice(home.office, (office) => append(office, 'audit', refused));
  throw row.disabled ? disabledPerson() : wrongPassphrase();
}

/** Persons whose row is not the one their last audit entry was made for: rows put in or changed by other means. */
export function alteredPeople(home: Home): readonly string[] {
  return inOffice(home.office, (office) => {
    const entries = office
      .prepare(
        `select json_extract(event, '$.subject') as id, json_extract(event, '$.digest') as digest from audit
         where json_extract(event, '$.action') = 'person' order by number`,
      )
      .all();
    const entered = new Map(entries.map((row) => [String(row['id']), String(row['digest'])]));
    const present = office
      .prepare('select id from person order by id')
      .all()
      .map((row) => String(row['id']));
    return [...new Set([...present, ...entered.keys()])].filter(
      (id) => digestOf(office, id) !== entered.get(id),
    );
  });
}

function enter(office: DatabaseSync, id: string, effects: Effects): void {
  const event: AuditEvent = {
    at: effects.now().toISOString(),
    actor: 'operator',
    action: 'person',
    subject: id,
    digest: digestOf(office, id),
  };
  append(office, 'audit', event);
}

function digestOf(office: DatabaseSync, id: string): string {
  return sha256(canonicalJson(office.prepare('select * from person where id = ?').get(id) ?? {}));
}

function find(office: DatabaseSync, name: string) {
  const row = office
    .prepare('select id, name, verifier, disabled_at from person where key = ?')
    .get(keyOf(name));
  if (!row) return undefined;
  return {
    id: String(row['id']),
    name: String(row['name']),
    verifier: String(row['verifier']),
    disabled: row['disabled_at'] !== null,
  };
}

/** Names are the same person's whatever their width and spaces. */
function keyOf(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

function makeVerifier(passphrase: string): string {
  const salt = randomBytes(saltBytes);
  return Buffer.concat([salt, scryptSync(passphrase, salt, 32, scrypt)]).toString('base64');
}

function matches(verifier: string, passphrase: string): boolean {
  const bytes = Buffer.from(verifier, 'base64');
  const salt = bytes.subarray(0, saltBytes);
  return timingSafeEqual(bytes.subarray(saltBytes), scryptSync(passphrase, salt, 32, scrypt));
}
