import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVault, type Vault } from '#private/vault/vault.ts';

let folder: string;
let vault: Vault;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenpo-vault-'));
  vault = openVault(join(folder, 'vault.sqlite'));
});
afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

const ids = () => new Map([...vault.persons()].map(({ key, personId }) => [key, personId]));
const sealedOf = (memberKey: string) => {
  const database = new DatabaseSync(join(folder, 'vault.sqlite'), { readOnly: true });
  const row = database.prepare('select sealed from person where member_key = ?').get(memberKey);
  database.close();
  return row?.['sealed'] instanceof Uint8Array ? Buffer.from(row['sealed']).toString() : undefined;
};

describe('the vault', () => {
  it('gives a person one id for ever', () => {
    vault.putPersons([{ memberKey: 'a' }, { memberKey: 'b' }]);
    const before = ids();
    vault.putPersons([{ memberKey: 'b', sealed: Buffer.from('B'), asOf: '2026-01-31' }, { memberKey: 'c' }]);
    expect(ids().size).toBe(3);
    expect([ids().get('a'), ids().get('b')]).toEqual([before.get('a'), before.get('b')]);
    expect(new Set(ids().values()).size).toBe(3);
  });

  it('keeps the newest identity whatever the order of the files', () => {
    const put = (text: string, asOf: string) =>
      vault.putPersons([{ memberKey: 'a', sealed: Buffer.from(text), asOf }]);
    put('new', '2026-10-31');
    put('old', '2026-09-30');
    expect(sealedOf('a')).toBe('new');
    put('newer', '2026-11-30');
    expect(sealedOf('a')).toBe('newer');
  });

  it('links a key only while it belongs to exactly one person', () => {
    vault.putPersons([{ memberKey: 'a' }, { memberKey: 'b' }]);
    vault.putKeys([
      { memberKey: 'a', key: 'shared' },
      { memberKey: 'a', key: 'own' },
      { memberKey: 'a', key: 'own' },
    ]);
    expect([...vault.links()].map(({ key }) => key).sort()).toEqual(['own', 'shared']);
    vault.putKeys([{ memberKey: 'b', key: 'shared' }]);
    expect([...vault.links()]).toEqual([{ key: 'own', personId: ids().get('a') }]);
  });

  it('undoes everything of a group that fails', () => {
    expect(() =>
      vault.together(() => {
        vault.putPersons([{ memberKey: 'a' }]);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(ids().size).toBe(0);
  });
});
