import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '#shared/home.ts';
import { readKeyFile } from '#shared/key-file.ts';

/** Cost of unwrapping the vault key: the passphrase is 160 random bits, so this only slows a lucky guess. */
const scrypt = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const nonceBytes = 12;
const saltBytes = 16;
const tagBytes = 16;

type SecretName = 'index' | 'raw' | 'proof';

/**
 * Makes all keys of a new home under `private/keys` (files 0600): `index.key` of the person keys, `raw.key` of the
 * sealed originals, `proof.key` of the proof digests, the vault's pair (`vault.pub`, and `vault.key` wrapped by a
 * passphrase) and the release pair (`release.key`, `release.pub`, the latter also in `public/`).
 * The passphrase is written to `vault-passphrase.txt`; outside a demo it is to be kept elsewhere and the file removed.
 */
export async function createKeys(home: Home): Promise<void> {
  mkdirSync(home.keys, { recursive: true, mode: 0o700 });
  for (const name of ['index', 'raw', 'proof'] as const)
    write(home, `${name}.key`, randomBytes(32).toString('base64'));
  const passphrase = randomBytes(20).toString('base64url');
  const vault = generateKeyPairSync('x25519');
  write(home, 'vault-passphrase.txt', `${passphrase}\n`);
  write(home, 'vault.key', wrap(vault.privateKey.export({ type: 'pkcs8', format: 'der' }), passphrase));
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
  const bytes = Buffer.from(readKeyFile(home, 'vault.key'), 'base64');
  const salt = bytes.subarray(0, saltBytes);
  const nonce = bytes.subarray(saltBytes, saltBytes + nonceBytes);
  const key = scryptSync(passphrase, salt, 32, scrypt);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(bytes.subarray(-tagBytes));
  const body = decipher.update(bytes.subarray(saltBytes + nonceBytes, -tagBytes));
  return createPrivateKey({ key: Buffer.concat([body, decipher.final()]), type: 'pkcs8', format: 'der' });
}

function wrap(secret: Buffer, passphrase: string): string {
  const salt = randomBytes(saltBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, scrypt), nonce);
  const body = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([salt, nonce, body, cipher.getAuthTag()]).toString('base64');
}

function write(home: Home, name: string, content: string): void {
  writeFileSync(join(home.keys, name), content, { mode: 0o600, flag: 'wx' });
}
