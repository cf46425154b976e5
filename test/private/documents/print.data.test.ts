import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#office/chain.ts';
import { inOffice } from '#office/database.ts';
import { knownDraft } from '#office/ledger/events.ts';
import { confirmDraft } from '#office/ledger.ts';
import { addPerson } from '#office/people.ts';
import { openDraft, writeDraft } from '#private/documents/draft.ts';
import { exceptionRows } from '#private/documents/exceptions.ts';
import { orderRows } from '#private/documents/order.ts';
import { printInChild } from '#private/documents/print.ts';
import { printDraft } from '#private/documents/print-draft.ts';
import { sealRows } from '#private/documents/sealed-rows.ts';
import { withHomeLock } from '#private/home-lock.ts';
import { readSecret } from '#private/keys.ts';
import { openIdentities } from '#private/vault/identities.ts';
import { sha256 } from '#shared/fingerprint.ts';
import {
  confirmedDraft,
  effects,
  header,
  type PrintHome,
  passphrase,
  printHome,
  putMembers,
  rowsOf,
} from './print-home.ts';
import { tinyKinds } from './tiny-kinds.ts';

const program = fileURLToPath(new URL('./tiny-child.ts', import.meta.url));
const members = [
  { id: 'M1', name: '架空　花子', postalCode: '200-0000', address: '架空市9' },
  { id: 'M2', name: '架空　次郎', postalCode: '１００－０００１', address: '架空市2' },
  { id: 'M3', name: '架空　三郎', postalCode: '100-0001', address: '架空市1' },
  { id: 'M4', name: '架空　四郎', postalCode: '100-0000', address: '架空市3' },
  { id: 'M5', name: '架空　五郎', address: null },
  { id: 'M6', name: null },
  { id: 'M7' },
];
const four = ['M1', 'M2', 'M3', 'M4'].map((member) => ({ member, word: member }));

let made: PrintHome;
beforeAll(async () => {
  made = await printHome(members);
});
afterAll(() => rmSync(made.home.root, { recursive: true }));

/** Nobody is kept off, and these are of the household of M1. */
const householdOf = ({ idOf }: PrintHome, dependants: readonly string[]) => ({
  everywhere: [],
  households: dependants.map((member) => [idOf(member), idOf('M1')] as const),
});
const orderOf = (draft: string, home = made) => {
  const { person, vaultKey } = home;
  return { draft, person: person.id, vaultKey, withheld: householdOf(home, ['M2', 'M4']) };
};
const print = (draft: string, changes: object = {}) =>
  printDraft(made.home, { ...orderOf(draft), ...changes }, tinyKinds, effects);
/** The same in a process of its own. */
function printApart(draft: string, changes: object = {}) {
  const { vaultKey: _, ...order } = orderOf(draft);
  const message = { ...order, passphrase, home: made.home.root, language: 'ja', ...changes } as const;
  return printInChild(program, message, effects);
}
const contentOf = (file: string) => readFileSync(join(made.home.root, file), 'utf8');
const ledgerEvents = () => verifyChain(made.home.office, 'ledger').events;

/** Everything in the outbox: name, bytes and time of change. */
function outbox() {
  return readdirSync(made.home.outbox)
    .sort()
    .map((name) => {
      const path = join(made.home.outbox, name);
      return [name, sha256(readFileSync(path)), statSync(path).mtimeMs] as const;
    });
}

describe('printing a confirmed draft', () => {
  it('joins the names in postal order, in parts under numbers of the ledger', async () => {
    const id = await confirmedDraft(made, [...four, { member: 'M1', word: 'child', others: ['M4', 'M2'] }]);
    const { files, exceptions } = await printApart(id);
    expect(exceptions).toBe(0);
    const [first, second] = files;
    expect(first!.number).toMatch(/^\d{4}-\d{5}$/);
    expect(Number(second!.number.slice(5))).toBe(Number(first!.number.slice(5)) + 1);
    expect(files.map(({ file }) => file)).toEqual(files.map(({ number }) => `private/outbox/${number}.pdf`));
    expect(contentOf(first!.file).split('\n').slice(0, -1)).toEqual([
      `${first!.number} ${header.asOf}`,
      '架空　四郎 架空市3 M4',
      '架空　三郎 架空市1 M3',
      '架空　次郎 架空市2 M2',
    ]);
    const rest = contentOf(second!.file).split('\n').slice(1, -1);
    expect(rest.toSorted()).toEqual([
      '架空　花子 架空市9 M1',
      '架空　花子 架空市9 child 架空　四郎 架空　次郎',
    ]);
    for (const { file, sha256: digest, pages } of files) {
      expect(sha256(contentOf(file))).toBe(digest);
      expect(pages).toBe(contentOf(file).split('\n').length - 2);
      expect(statSync(join(made.home.root, file)).mode & 0o777).toBe(0o600);
    }
    expect(
      inOffice(made.home.office, (office) => knownDraft(office, id))?.numbers.map(({ number }) => number),
    ).toEqual(files.map(({ number }) => number));
  });

  it('a second time changes nothing', async () => {
    const id = await confirmedDraft(made, four);
    const first = await print(id);
    const [before, events] = [outbox(), ledgerEvents()];
    expect(await print(id)).toEqual(first);
    expect(outbox()).toEqual(before);
    expect(ledgerEvents()).toBe(events);
  });

  it('gives the printer and the outbox no person_id', async () => {
    const id = await confirmedDraft(made, [...four, { member: 'M1', others: ['M2'] }], { kind: 'list:tiny' });
    const { files } = await print(id);
    const text = contentOf(files[0]!.file);
    expect(text).toContain('架空　花子');
    const ids = members.map(({ id: member }) => String(made.idOf(member)));
    expect(ids.filter((person) => text.includes(person))).toEqual([]);
    expect(ids.filter((person) => JSON.stringify(outbox()).includes(person))).toEqual([]);
    const office = readFileSync(made.home.office, 'latin1');
    expect(ids.filter((person) => office.includes(person))).toEqual([]);
  });

  it('makes a removed file again, byte for byte', async () => {
    const id = await confirmedDraft(made, four);
    const { files } = await print(id);
    const path = join(made.home.root, files[0]!.file);
    const bytes = readFileSync(path);
    rmSync(path);
    await print(id);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('leaves out rows that are not listed', async () => {
    const rows = rowsOf(made, four).map((row, index) => ({ ...row, listed: index === 0 }));
    const draft = await confirmedRows(rows);
    const { files, exceptions } = await print(draft);
    expect(contentOf(files[0]!.file).split('\n').slice(1, -1)).toEqual(['架空　花子 架空市9 M1']);
    expect(exceptions).toBe(0);
  });
});

/** A confirmed draft of rows as they are. */
async function confirmedRows(rows: Parameters<typeof writeDraft>[2]): Promise<string> {
  const { id, digest } = await writeDraft(made.home, header, rows, effects);
  confirmDraft(made.home, id, made.person, digest, effects);
  return id;
}

describe('rows that cannot be printed', () => {
  it('go to a numbered exception sheet, and the others are printed', async () => {
    const withheld = { ...householdOf(made, ['M3', 'M6']), everywhere: [made.idOf('M3')] };
    const id = await confirmedDraft(made, [
      ...['M1', 'M2', 'M3', 'M5', 'M6', 'M7'].map((member) => ({ member })),
      { member: 'M1', word: 'aside' },
      { member: 'M1', word: 'own envelope', others: ['M2'] },
      { member: 'M1', word: 'protected', others: ['M3'] },
      { member: 'M1', word: 'nameless', others: ['M6'] },
    ]);
    const { files, exceptions } = await print(id, { withheld });
    expect(exceptions).toBe(8);
    expect(files).toHaveLength(2);
    expect(contentOf(files[0]!.file).split('\n').slice(1, -1)).toEqual([
      '架空　次郎 架空市2 x',
      '架空　花子 架空市9 x',
    ]);
    expect(contentOf(files[1]!.file).slice(0, 5)).toBe('%PDF-');
    const before = outbox();
    await print(id, { withheld });
    expect(outbox()).toEqual(before);
  });

  it('are named with the reason, but for those a flag protects', async () => {
    const id = await confirmedDraft(made, [{ member: 'M3' }, { member: 'M5' }, { member: 'M7' }]);
    const draft = openDraft(made.home, id);
    const identities = openIdentities(made.home.vault, made.vaultKey);
    const withheld = { everywhere: [made.idOf('M3')], households: [] };
    const { excluded } = orderRows(draft, 'postal', identities, withheld);
    const rows = exceptionRows(draft, identities, excluded);
    expect(rows.map(([, name, , card]) => [name, card])).toEqual([
      ['', ''],
      ['架空　五郎', '123-456'],
      ['', ''],
    ]);
    expect(rows.map((row) => row.at(-1))).toEqual([
      expect.stringContaining('配慮フラグ'),
      expect.stringContaining('住所'),
      expect.stringContaining('氏名'),
    ]);
    expect(orderRows(draft, 'drafted', identities, householdOf(made, [])).count).toBe(2);
    identities.close();
    draft.close();
  });
});

describe('printing is refused', () => {
  it('before confirmation, to the maker, to a stranger to the vault and with another passphrase', async () => {
    const { id: draft } = await writeDraft(made.home, header, rowsOf(made, four), effects);
    await expect(print(draft)).rejects.toThrow('NOT_CONFIRMED');
    await expect(print('d-aaaaaaaaaa')).rejects.toThrow('NOT_FOUND');
    const second = addPerson(made.home, '印刷 担当', `${passphrase}2`, effects);
    const own = await confirmedDraft(made, four, { kind: 'notice:tiny', maker: second.id });
    await expect(print(own, { person: second.id })).rejects.toThrow('SAME_PERSON');
    const other = await confirmedDraft(made, four);
    await expect(printApart(other, { person: second.id })).rejects.toThrow('VAULT_NOT_GRANTED');
    const before = outbox();
    await expect(printApart(other, { passphrase: `${passphrase}x` })).rejects.toThrow('PASSPHRASE_WRONG');
    expect(outbox()).toEqual(before);
  });

  it('while another process works on the home', async () => {
    const id = await confirmedDraft(made, four);
    await withHomeLock(made.home, () => expect(print(id)).rejects.toThrow('HOME_IN_USE'));
  });

  it('where the draft is not the one that was confirmed, also sealed with the right key', async () => {
    const id = await confirmedDraft(made, four);
    const path = join(made.home.drafts, `${id}.sealed`);
    rmSync(path);
    await sealRows(path, readSecret(made.home, 'draft'), [{ ...header, id }, ...rowsOf(made, four.slice(1))]);
    await expect(print(id)).rejects.toThrow('DRAFT_ALTERED');
  });

  it('where the file in the outbox was changed: it is not overwritten', async () => {
    const id = await confirmedDraft(made, four);
    const { files } = await print(id);
    const path = join(made.home.root, files[1]!.file);
    writeFileSync(path, 'planted');
    await expect(print(id)).rejects.toThrow('DOCUMENT_ALTERED');
    expect(readFileSync(path, 'utf8')).toBe('planted');
  });

  it('where names, addresses or flags changed since it was printed', async () => {
    const other = await printHome(members);
    const change = async (work: () => object) => {
      const id = await confirmedDraft(other, four);
      const order = orderOf(id, other);
      const { files } = await printDraft(other.home, order, tinyKinds, effects);
      const again = printDraft(other.home, { ...order, ...work() }, tinyKinds, effects);
      await expect(again).rejects.toThrow('DOCUMENT_DIFFERS');
      for (const { file, sha256: digest } of files)
        expect(sha256(readFileSync(join(other.home.root, file)))).toBe(digest);
    };
    await change(() => ({ withheld: { everywhere: [other.idOf('M1')], households: [] } }));
    await change(() => {
      putMembers(other.home, [{ ...members[0]!, address: '架空市10' }], '2026-11-30');
      return {};
    });
    rmSync(other.home.root, { recursive: true });
  });
});
