import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';
import { keyNotGranted } from '../documents/refusals.ts';
import { vaultKey } from '../keys.ts';
import { unwrap, wrap } from './wrap.ts';

/**
 * Lets a registered person open the vault with the own passphrase: the vault's private key, locked once more, in
 * `private/keys/vault-<person>.key`. Doing it again replaces it.
 * @param vaultPassphrase the one of `private/keys/vault-passphrase.txt`, or of the safe it was moved to
 * @throws {UserError} PASSPHRASE_WRONG, NOT_FOUND (the vault's key is missing)
 */
export function grantVaultKey(
  home: Home,
  personId: string,
  passphrase: string,
  vaultPassphrase: string,
): void {
  const wrapped = readKeyFile(home, 'vault.key');
  const secret = unlocked(() => unwrap(wrapped, vaultPassphrase, 'random'), wrongVaultPassphrase);
  const path = keyPath(home, personId);
  const part = `${path}.${process.pid}`;
  writeFileSync(part, wrap(secret, passphrase, 'chosen'), { mode: 0o600, flush: true });
  renameSync(part, path);
}

/** Takes a person's key to the vault away again. */
export function revokeVaultKey(home: Home, personId: string): void {
  rmSync(keyPath(home, personId), { force: true });
}

/**
 * The vault's private key, for the print process only.
 * @throws {UserError} VAULT_NOT_GRANTED, PASSPHRASE_WRONG
 */
export function openVaultKey(home: Home, personId: string, passphrase: string): KeyObject {
  const path = keyPath(home, personId);
  if (!existsSync(path)) throw keyNotGranted();
  return vaultKey(unlocked(() => unwrap(readFileSync(path, 'utf8'), passphrase, 'chosen'), wrongPassphrase));
}

function keyPath(home: Home, personId: string): string {
  if (!/^[A-Z]\d+$/.test(personId)) throw new Error('not the id of a registered person');
  return join(home.keys, `vault-${personId}.key`);
}

function unlocked(work: () => Buffer, refusal: () => UserError): Buffer {
  try {
    return work();
  } catch {
    throw refusal();
  }
}

function wrongPassphrase(): UserError {
  return new UserError(
    'PASSPHRASE_WRONG',
    {
      ja: 'この合言葉では、氏名の金庫が開きません。何も印刷していません。',
      en: 'This passphrase does not open the vault of names. Nothing was printed.',
    },
    {
      hint: {
        ja: '登録のときの合言葉を使うか、kenpo person add で鍵を渡し直してください。',
        en: 'Use the passphrase of the registration, or have the key granted again with kenpo person add.',
      },
    },
  );
}

function wrongVaultPassphrase(): UserError {
  return new UserError(
    'PASSPHRASE_WRONG',
    {
      ja: '氏名の金庫の合言葉が違います。鍵は渡していません。',
      en: 'The passphrase of the vault is wrong. No key was granted.',
    },
    {
      hint: {
        ja: 'private/keys/vault-passphrase.txt（または保管してある合言葉）を確かめてください。',
        en: 'Check private/keys/vault-passphrase.txt, or the passphrase you keep in a safe.',
      },
    },
  );
}
