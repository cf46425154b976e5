import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeys, readVaultPublicKey } from '#private/keys.ts';
import { grantVaultKey, openVaultKey, revokeVaultKey } from '#private/vault/person-key.ts';
import { createOpener, createSealer } from '#private/vault/seal.ts';
import { homeOf } from '#shared/home.ts';

describe('the key to the vault of a registered person', () => {
  const home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-person-key-')));
  const passphrase = '緑の丘の 三本の木と 白い石';
  let vaultPassphrase: string;
  beforeAll(async () => {
    await createKeys(home);
    vaultPassphrase = readFileSync(join(home.keys, 'vault-passphrase.txt'), 'utf8').trim();
    grantVaultKey(home, 'P0001', passphrase, vaultPassphrase);
  });
  afterAll(() => rmSync(home.root, { recursive: true }));

  it('opens with the own passphrase what is sealed to the vault', () => {
    const sealed = createSealer(readVaultPublicKey(home))('住所');
    expect(createOpener(openVaultKey(home, 'P0001', passphrase))(sealed)).toBe('住所');
    expect(statSync(join(home.keys, 'vault-P0001.key')).mode & 0o777).toBe(0o600);
  });

  it('opens with no other passphrase, not even that of the vault', () => {
    for (const wrong of ['', vaultPassphrase])
      expect(() => openVaultKey(home, 'P0001', wrong)).toThrow('PASSPHRASE_WRONG');
  });

  it('is granted only by the passphrase of the vault', () => {
    expect(() => grantVaultKey(home, 'P0002', passphrase, passphrase)).toThrow('PASSPHRASE_WRONG');
    expect(() => openVaultKey(home, 'P0002', passphrase)).toThrow('VAULT_NOT_GRANTED');
    expect(readdirSync(home.keys).filter((name) => name.startsWith('vault-P'))).toEqual(['vault-P0001.key']);
  });

  it('is gone once revoked, and revoking twice is as once', () => {
    revokeVaultKey(home, 'P0001');
    revokeVaultKey(home, 'P0001');
    expect(existsSync(join(home.keys, 'vault-P0001.key'))).toBe(false);
    expect(() => openVaultKey(home, 'P0001', passphrase)).toThrow('VAULT_NOT_GRANTED');
  });

  it('is asked for by ids of registered persons only', () => {
    expect(() => openVaultKey(home, '../raw', passphrase)).toThrow('not the id');
  });
});
