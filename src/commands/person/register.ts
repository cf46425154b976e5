import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addPerson, authenticate, disablePerson, findPerson, type RegisteredPerson } from '#office/people.ts';
import { grantVaultKey, revokeVaultKey } from '#private/vault/person-key.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { passphraseOf } from '../passphrase.ts';

export type Registered = RegisteredPerson & {
  /** True where the person can open the vault, which printing needs. */
  readonly mayPrint: boolean;
};

/**
 * Registers a person and lets the own passphrase open the vault, where the vault's passphrase is at hand: in the file
 * named, else in `private/keys/vault-passphrase.txt`. A person already registered only gets the key to the vault.
 * @throws {UserError} USAGE, PERSON_DISABLED, PASSPHRASE_WRONG, INPUT_UNREADABLE
 */
export function registerPerson(
  home: Home,
  name: string,
  passphrase: string,
  effects: Effects,
  vaultPassphraseFile?: string,
): Registered {
  const kept = join(home.keys, 'vault-passphrase.txt');
  const file = vaultPassphraseFile ?? (existsSync(kept) ? kept : undefined);
  const vaultPassphrase = file === undefined ? undefined : passphraseOf(file, effects);
  const known = findPerson(home, name);
  const person =
    known !== undefined && vaultPassphrase !== undefined
      ? authenticate(home, name, passphrase, effects)
      : addPerson(home, name, passphrase, effects);
  if (vaultPassphrase !== undefined) grantVaultKey(home, person.id, passphrase, vaultPassphrase);
  return { ...person, mayPrint: vaultPassphrase !== undefined };
}

/** A disabled person does nothing any more, and opens nothing. @throws {UserError} PERSON_UNKNOWN */
export function endRegistration(home: Home, name: string, effects: Effects): RegisteredPerson {
  const person = disablePerson(home, name, effects);
  revokeVaultKey(home, person.id);
  return person;
}
