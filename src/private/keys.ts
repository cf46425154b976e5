import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';
import { unwrap, wrap } from './vault/wrap.ts';

type SecretName = 'index' | 'raw' | 'proof' | 'draft';

/**
 * Makes all keys of a new home under `private/keys` (files 0600): `index.key` of the person keys, `raw.key` of the
 * sealed originals, `proof.key` of the proof digests, `draft.key` of the sealed drafts, the vault's pair (`vault.pub`, and `vault.key` wrapped by a
 * passphrase) and the release pair (`release.key`, `release.pub`, the latter also in `public/`).
 * The passphrase is written to `vault-passphrase.txt`; outside a demo it is to be kept elsewhere and the file removed.
 */
export async function createKeys(home: Home): Promise<void> {
  mkdirSync(home.keys, { recursive: true, mode: 0o700 });
  for (const name of ['index', 'raw', 'proof', 'draft'] as const)
    write(home, `${name}.key`, randomBytes(32).toString('base64'));
  const passphrase = randomBytes(20).toString('base64url');
  const vault = generateKeyPairSync('x25519');
  write(home, 'vault-passphrase.txt', `${passphrase}\n`);
  write(
    home,
    'vault.key',
    wrap(vault.privateKey.export({ type: 'pkcs8', format: 'der' }), passphrase, 'random'),
  );
  write(home, 'vault.pub', vault.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  const release = generateKeyPairSync('ed25519');
  write(home, 'release.key', release.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  write(home, 'release.pub', release.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  mkdirSync(home.public, { recursive: true, mode: 0o750 });
  copyFileSync(join(home.keys, 'release.pub'), home.releaseKey);
}

/** A symmetric key of the home, 32 bytes. @throws {UserError} NOT_FOUND */
export function readSecret(home: Home, name: SecretName): Buffer {
  return Buffer.from(readKeyFile(home, `${name}.key`), 'base64');
}

/** Public key that identities are sealed to. @throws {UserError} NOT_FOUND */
export function readVaultPublicKey(home: Home): KeyObject {
  return createPublicKey(readKeyFile(home, 'vault.pub'));
}

/** Private key of the release signature (Ed25519). @throws {UserError} NOT_FOUND */
export function readReleaseKey(home: Home): KeyObject {
  return createPrivateKey(readKeyFile(home, 'release.key'));
}

/** Unwraps the vault's private key; throws where the passphrase is another. */
export function unwrapVaultKey(home: Home, passphrase: string): KeyObject {
  return vaultKey(unwrap(readKeyFile(home, 'vault.key'), passphrase, 'random'));
}

/** The vault's private key of its unwrapped bytes. */
export function vaultKey(bytes: Buffer): KeyObject {
  return createPrivateKey({ key: bytes, type: 'pkcs8', format: 'der' });
}

/** Key of the sealed drafts; a home made before there were drafts gets one now. */
export function draftKey(home: Home): Buffer {
  const path = join(home.keys, 'draft.key');
  if (!existsSync(path)) {
    const own = `${path}.${process.pid}`;
    writeFileSync(own, randomBytes(32).toString('base64'), { mode: 0o600 });
    try {
      linkSync(own, path);
    } catch (error) {
      if (!existsSync(path)) throw error;
    } finally {
      rmSync(own, { force: true });
    }
  }
  return readSecret(home, 'draft');
}

function write(home: Home, name: string, content: string): void {
  writeFileSync(join(home.keys, name), content, { mode: 0o600, flag: 'wx' });
}
