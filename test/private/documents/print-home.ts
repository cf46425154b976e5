import type { KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirmDraft } from '#office/ledger.ts';
import { addPerson, type RegisteredPerson } from '#office/people.ts';
import { type DraftRow, openDraft, writeDraft } from '#private/documents/draft.ts';
import { newRowId } from '#private/documents/random-id.ts';
import { createKeys, readVaultPublicKey, unwrapVaultKey } from '#private/keys.ts';
import { grantVaultKey } from '#private/vault/person-key.ts';
import { createSealer } from '#private/vault/seal.ts';
import { openVault } from '#private/vault/vault.ts';
import { silentEffects } from '#shared/effects.ts';
import { type Home, homeOf } from '#shared/home.ts';

export const effects = silentEffects();
export const passphrase = '緑の丘の 三本の木と 白い石';

export type Member = {
  readonly id: string;
  readonly name?: string | null;
  readonly address?: string | null;
  readonly postalCode?: string | null;
};

export type PrintHome = {
  readonly home: Home;
  /** A registered person who may confirm and print. */
  readonly person: RegisteredPerson;
  /** What the person's passphrase opens. */
  readonly vaultKey: KeyObject;
  /** person_id of a member. */
  readonly idOf: (member: string) => number;
};

/** A home with keys, one registered person who may open the vault, and members with sealed identities. */
export async function printHome(members: readonly Member[]): Promise<PrintHome> {
  const home = homeOf(mkdtempSync(join(tmpdir(), 'kenpo-print-')));
  for (const folder of [home.drafts, home.outbox, home.tmp]) mkdirSync(folder, { recursive: true });
  await createKeys(home);
  const person = addPerson(home, '確認 担当', passphrase, effects);
  grantVaultKey(home, person.id, passphrase, vaultPassphrase(home));
  const vaultKey = unwrapVaultKey(home, vaultPassphrase(home));
  return { home, person, vaultKey, idOf: putMembers(home, members, '2026-10-31') };
}

export function vaultPassphrase(home: Home): string {
  return readFileSync(join(home.keys, 'vault-passphrase.txt'), 'utf8').trim();
}

/** Puts identities into the vault as a ledger of a day would; a member without `name` key is only mentioned. */
export function putMembers(home: Home, members: readonly Member[], asOf: string): PrintHome['idOf'] {
  const seal = createSealer(readVaultPublicKey(home));
  const vault = openVault(home.vault);
  const persons = members.map(({ id, name, address = '架空市1-1', postalCode = '000-0000' }) => {
    if (name === undefined) return { memberKey: id };
    const identity = { memberId: id, symbol: '123', number: '456', branch: null, name, kana: null };
    const sealed = seal(JSON.stringify({ ...identity, birthDate: '1980-01-15', postalCode, address }));
    return { memberKey: id, sealed, asOf };
  });
  vault.together(() => vault.putPersons(persons));
  const ids = new Map([...vault.persons()].map(({ key, personId }) => [key, personId]));
  vault.close();
  return (member) => {
    const id = ids.get(member);
    if (id === undefined) throw new Error('no such member');
    return id;
  };
}

export const header = {
  kind: 'notice:tiny',
  purpose: 'medical-cost-notice',
  confidentiality: 'top-secret',
  period: '2026-06',
  scope: '保健事業の担当者',
  asOf: '2026-07-01',
  maker: 'operator',
  ruleVersions: {},
  counts: { outcome: { letter: 4711 } },
} as const;

type Cells = { readonly member: string; readonly word?: string; readonly others?: readonly string[] };

export function rowsOf({ idOf }: PrintHome, cells: readonly Cells[]): DraftRow[] {
  return cells.map(({ member, word = 'x', others }) => ({
    row: newRowId(),
    person: idOf(member),
    ...(others ? { others: others.map(idOf) } : {}),
    word,
  }));
}

/** A draft of these rows, confirmed; resolves to its id. */
export async function confirmedDraft(
  print: PrintHome,
  cells: readonly Cells[],
  changes: { readonly kind?: string; readonly maker?: string } = {},
): Promise<string> {
  const { id } = await writeDraft(print.home, { ...header, ...changes }, rowsOf(print, cells), effects);
  const draft = openDraft(print.home, id);
  draft.close();
  confirmDraft(print.home, id, print.person, draft.digest, effects);
  return id;
}
