import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { describe, expect, test } from 'vitest';
import { ledgerEntries } from '#office/ledger.ts';
import { unwrapVaultKey } from '#private/keys.ts';
import { openIdentities } from '#private/vault/identities.ts';
import { openVault } from '#private/vault/vault.ts';
import { sha256 } from '#shared/fingerprint.ts';
import { type Home, homeOf } from '#shared/home.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { sampleHome } from '../fixtures/sample-home.ts';

const home = sampleHome();
const entries = ledgerEntries(home);
const fileOf = (name: string) => join(home.outbox, name);
const outbox = (of: Home) => readdirSync(of.outbox).sort();
const named = outbox(home).filter((name) =>
  entries.some(({ number, kind }) => /^notice:|^list:guidance$/.test(kind) && name.startsWith(`${number}.`)),
);
const ids = personIds();

/** Everything a document says, unpacked: words of the pages and the bytes of all its streams or members. */
async function everythingIn(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (path.endsWith('.html')) return bytes.toString('utf8');
  if (path.endsWith('.xlsx'))
    return (await zipMembers(bytes)).map(({ name, text }) => `${name}\n${text}`).join('\n');
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pages = Array.from({ length: document.getPageCount() }, (_, index) =>
    document.getPage(index).getText(),
  );
  document.destroy();
  library.destroy();
  return [...pages, bytes.toString('latin1'), ...pdfStreams(bytes)].join('\n');
}

function pdfStreams(bytes: Buffer): string[] {
  const streams: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      streams.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'));
    } catch {
      // The word `endstream`, or a stream that is not packed: in the bytes themselves.
    }
  }
  return streams;
}

async function zipMembers(bytes: Buffer): Promise<{ readonly name: string; readonly text: string }[]> {
  const members: { name: string; text: string }[] = [];
  for (const entry of await new ZipReader(new Uint8ArrayReader(bytes)).getEntries())
    if (!entry.directory) members.push({ name: entry.filename, text: await entry.getData(new TextWriter()) });
  return members;
}

/** As the vault knows them; short ones, which any figure could hold, are left out. */
function personIds(): string[] {
  const vault = openVault(home.vault);
  const persons = [...vault.persons()].map(({ personId }) => String(personId));
  vault.close();
  return persons.filter((id) => id.length > 8);
}

/** Ids that stand in a text, also inside longer figures. */
function heldIn(text: string): string[] {
  const figures = (text.match(/\d{9,}/g) ?? []).join(' ');
  return ids.filter((id) => figures.includes(id));
}

describe('finished documents', () => {
  test('are named by their number, gap-free, and are what the ledger recorded', () => {
    const numbers = entries.map(({ number }) => number);
    const first = Number(numbers[0]!.slice(5));
    expect(numbers.map((number) => Number(number.slice(5)) - first)).toEqual(
      numbers.map((_, index) => index),
    );
    expect(outbox(home).map((name) => name.replace(/\.(pdf|xlsx|html)$/, ''))).toEqual(numbers);
    for (const [index, name] of outbox(home).entries())
      expect(sha256(readFileSync(fileOf(name)))).toBe(entries[index]!.digest);
    const kinds = new Set(entries.map(({ kind }) => kind.split(':')[0]));
    expect([...kinds].toSorted()).toEqual(['list', 'notice', 'report']);
  });

  test('do not change when a list and a letter are printed again', () => {
    const copy = homeOf(join(mkdtempSync(join(tmpdir(), 'kenpo-documents-')), 'home'));
    cpSync(home.root, copy.root, { recursive: true });
    const before = readFileSync(copy.office);
    const bytes = () => outbox(copy).map((name) => sha256(readFileSync(join(copy.outbox, name))));
    const documents = bytes();
    for (const kind of ['list:guidance', 'notice:medical-cost']) {
      const { draft } = entries.find((entry) => entry.kind === kind)!;
      const { code, out } = kenpo('print', draft, '--home', copy.root, '--json');
      expect(code).toBe(0);
      const numbers = entries.filter((entry) => entry.draft === draft).map(({ number }) => number);
      expect(JSON.parse(out)).toMatchObject({ id: draft, numbers, exceptions: 0 });
    }
    expect(bytes()).toEqual(documents);
    expect(readFileSync(copy.office).equals(before)).toBe(true);
    rmSync(join(copy.root, '..'), { recursive: true });
  });

  test('name people where they are letters or lists, and hold no person_id in any stream, page, member or name', async () => {
    expect(ids.length).toBeGreaterThan(500);
    const key = unwrapVaultKey(home, readFileSync(join(home.keys, 'vault-passphrase.txt'), 'utf8').trim());
    const identities = openIdentities(home.vault, key);
    const families = ids
      .map((id) => identities.of(Number(id))?.name?.split('　')[0] ?? '')
      .filter((name) => name);
    identities.close();
    expect(named.length).toBeGreaterThan(3);
    for (const name of outbox(home)) {
      const text = await everythingIn(fileOf(name));
      expect(heldIn(`${name}\n${text}`)).toEqual([]);
      if (named.includes(name)) expect(families.some((family) => text.includes(family))).toBe(true);
    }
  });

  test('leave no person_id in the office, the logs, the scratch folder and the sealed drafts', () => {
    const folders = [home.officeDirectory, home.logs, home.tmp, home.drafts];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((path) => heldIn(`${path}\n${readFileSync(path, 'latin1')}`).length > 0)).toEqual([]);
    expect(heldIn(`x${ids[0]}y`)).toContain(ids[0]);
  });

  test('tell nothing but their number in the metadata of PDF and Excel', async () => {
    for (const name of outbox(home).filter((file) => !file.endsWith('.html'))) {
      const number = name.split('.')[0]!;
      const bytes = readFileSync(fileOf(name));
      if (name.endsWith('.xlsx')) {
        const members = await zipMembers(bytes);
        expect(members.length).toBeGreaterThan(3);
        for (const member of members)
          expect(member.name).toMatch(/^(\[Content_Types\]\.xml|(xl|_rels)\/[\w./]+)$/);
        const book = members.find((member) => member.name === 'xl/workbook.xml');
        expect(
          [...(book?.text ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, sheet]) => sheet),
        ).toEqual([number]);
      } else {
        const text = bytes.toString('latin1');
        expect(
          [...text.matchAll(/\/(Title|Author|Subject|Keywords|CreationDate|ModDate) ?\(([^)]*)\)/g)].map(
            ([, key, value]) => [key, value],
          ),
        ).toEqual([['Title', number]]);
        expect([...text.matchAll(/<(dc|xmp|pdf):(\w+)>/g)].map(([, , tag]) => tag).toSorted()).toEqual([
          'PDFVersion',
          'format',
          'language',
          'title',
        ]);
        expect(text).toContain(`<rdf:li xml:lang="x-default">${number}</rdf:li>`);
      }
    }
  });
});
