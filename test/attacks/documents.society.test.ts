import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { unwrapVaultKey } from '#private/keys.ts';
import { openIdentities } from '#private/vault/identities.ts';
import { openVault } from '#private/vault/vault.ts';
import { homeOf } from '#shared/home.ts';
import { kenpo } from '../fixtures/kenpo.ts';
import { readPlanted, sampleHome } from '../fixtures/sample-home.ts';

const sample = sampleHome();
const home = homeOf(join(mkdtempSync(join(tmpdir(), 'kenpo-documents-')), 'home'));
const { lastMonth } = readPlanted(sample);
const passphraseFile = join(home.root, 'passphrase.txt');
const printedShape = z.object({
  files: z.array(z.object({ number: z.string(), file: z.string(), pages: z.number(), sha256: z.string() })),
  exceptions: z.number(),
});
type Printed = z.infer<typeof printedShape>;

let list: Printed;
let letters: Printed;
let again: Printed;

/** Runs a command that must succeed; what it says on stdout as JSON. */
function run(...args: readonly string[]): unknown {
  const { code, out, err } = kenpo(...args, '--home', home.root, '--json');
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${err}`);
  return JSON.parse(out);
}

const idOf = (answer: unknown) => z.object({ id: z.string() }).parse(answer).id;
const by = ['--by', '試験 確認', '--passphrase-file', passphraseFile];
const print = (id: string) => printedShape.parse(run('print', id, ...by));

beforeAll(() => {
  cpSync(sample.root, home.root, { recursive: true });
  rmSync(home.outbox, { recursive: true, force: true });
  writeFileSync(passphraseFile, 'correct horse battery staple\n', { mode: 0o600 });
  run('person', 'add', '試験 確認', '--passphrase-file', passphraseFile);
  const guidance = idOf(run('list', 'guidance', '--as-of', `${lastMonth}-01`));
  const notice = idOf(run('notice', 'medical-cost', '--month', lastMonth));
  for (const id of [guidance, notice]) run('confirm', id, ...by);
  [list, letters] = [print(guidance), print(notice)];
  again = print(notice);
});
afterAll(() => rmSync(join(home.root, '..'), { recursive: true }));

/** Everything a document says, unpacked: words of the pages and the bytes of all its streams or members. */
async function everythingIn(path: string): Promise<string> {
  const bytes = readFileSync(path);
  if (path.endsWith('.xlsx'))
    return zipMembers(bytes)
      .map(({ name, text }) => `${name}\n${text}`)
      .join('\n');
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

/** Members of a ZIP by its local headers. */
function zipMembers(bytes: Buffer): { readonly name: string; readonly text: string }[] {
  const members: { name: string; text: string }[] = [];
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)];
    const [nameLength, extraLength] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const start = at + 30 + nameLength + extraLength;
    const packed = bytes.subarray(start, start + size);
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength);
    members.push({ name, text: (method === 8 ? inflateRawSync(packed) : packed).toString('utf8') });
    at = start + size;
  }
  return members;
}

const outboxFiles = () => readdirSync(home.outbox).sort();

function personIds(): string[] {
  const vault = openVault(home.vault);
  const ids = [...vault.persons()].map(({ personId }) => String(personId));
  vault.close();
  return ids.filter((id) => id.length > 8);
}

describe('finished documents', () => {
  test('are named by their number, are whole in the ledger and reconcile with its digests', () => {
    const numbers = [...list.files, ...letters.files].map(({ number }) => number);
    expect(list.files.length).toBeGreaterThan(1);
    expect(letters.files.length).toBeGreaterThan(0);
    expect(outboxFiles().map((name) => name.replace(/\.(pdf|xlsx)$/, ''))).toEqual(numbers.toSorted());
    expect(kenpo('verify', '--home', home.root).code).toBe(0);
  });

  test('do not change when they are printed again', () => {
    expect(again).toEqual(letters);
  });

  test('name people, and hold no person_id in any stream, page, member or name', async () => {
    const ids = personIds();
    expect(ids.length).toBeGreaterThan(500);
    const key = unwrapVaultKey(home, readFileSync(join(home.keys, 'vault-passphrase.txt'), 'utf8').trim());
    const identities = openIdentities(home.vault, key);
    const families = ids.map((id) => identities.of(Number(id))?.name?.split('　')[0]).filter((name) => name);
    identities.close();
    for (const name of outboxFiles()) {
      const text = await everythingIn(join(home.outbox, name));
      expect(families.some((family) => text.includes(family!))).toBe(true);
      expect(ids.filter((id) => `${name}\n${text}`.includes(id))).toEqual([]);
    }
  });

  test('leave no person_id and no name in the office, the logs and the scratch folder', () => {
    const ids = personIds();
    const folders = [home.officeDirectory, home.logs, home.tmp, home.drafts];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    expect(files.length).toBeGreaterThan(1);
    const caught = files.filter((path) => {
      const text = `${path}\n${readFileSync(path, 'latin1')}`;
      return ids.some((id) => text.includes(id));
    });
    expect(caught).toEqual([]);
  });

  test('tell nothing but their number in the metadata of PDF and Excel', () => {
    for (const name of outboxFiles()) {
      const number = name.split('.')[0]!;
      const bytes = readFileSync(join(home.outbox, name));
      if (name.endsWith('.xlsx')) {
        const members = zipMembers(bytes);
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
          'CreatorTool',
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
