import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeys, readReleaseKey, readSecret, readVaultPublicKey, unwrapVaultKey } from '#private/keys.ts';
import { createOpener, createSealer } from '#private/vault/seal.ts';
import { homeOf } from '#shared/home.ts';

describe('sealing to a public key', () => {
  const pair = generateKeyPairSync('x25519');
  const seal = createSealer(pair.publicKey);

  it('opens to the same text with the private key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(createOpener(pair.privateKey)(seal(text))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('never seals twice to the same bytes and shows nothing', () => {
    const [first, second] = [seal('カナリヤ太郎'), seal('カナリヤ太郎')];
    expect(first.equals(second)).toBe(false);
    expect(first.includes(Buffer.from('カナリヤ'))).toBe(false);
  });

  it('does not open with another key or after any changed byte', () => {
    const sealed = seal('x');
    expect(() => createOpener(generateKeyPairSync('x25519').privateKey)(sealed)).toThrow();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => createOpener(pair.privateKey)(changed)).toThrow();
    }
  });
});

describe('keys of a home', () => {
  const home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-keys-')));
  beforeAll(() => createKeys(home));
  afterAll(() => rmSync(home.root, { recursive: true }));

  it('wraps the vault key by the passphrase of the file', () => {
    const passphrase = readFileSync(join(home.keys, 'vault-passphrase.txt'), 'utf8').trim();
    const sealed = createSealer(readVaultPublicKey(home))('住所');
    expect(createOpener(unwrapVaultKey(home, passphrase))(sealed)).toBe('住所');
    expect(() => unwrapVaultKey(home, `${passphrase}x`)).toThrow();
  });

  it('keeps every key file to its owner and publishes only the release key', () => {
    const names = ['index.key', 'raw.key', 'proof.key', 'release.key', 'vault.key', 'vault-passphrase.txt'];
    for (const name of names) expect(statSync(join(home.keys, name)).mode & 0o077).toBe(0);
    expect(readFileSync(home.releaseKey, 'utf8')).toBe(readFileSync(join(home.keys, 'release.pub'), 'utf8'));
    expect(readReleaseKey(home).asymmetricKeyType).toBe('ed25519');
  });

  it('never makes keys over existing ones, and names a missing one', async () => {
    const before = readSecret(home, 'index');
    await expect(createKeys(home)).rejects.toThrow();
    expect(readSecret(home, 'index').equals(before)).toBe(true);
    const raw = readFileSync(join(home.keys, 'raw.key'));
    rmSync(join(home.keys, 'raw.key'));
    expect(() => readSecret(home, 'raw')).toThrow(/NOT_FOUND/);
    writeFileSync(join(home.keys, 'raw.key'), raw);
  });
});
