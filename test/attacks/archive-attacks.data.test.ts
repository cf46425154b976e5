import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inspectCheckups } from '#private/intake/checkup/inspect.ts';
import { UserError } from '#shared/errors.ts';
import {
  exchange,
  hc08,
  ix08,
  st,
  temporaryFolder,
  writeTemporary,
  zipBytes,
  zipFile,
} from '../private/intake/checkup/make.ts';
import { type Read, readArchive } from '../private/intake/checkup/scratch.ts';

const canary = 'カナリヤ9753';
const silent = (said: unknown) => expect(JSON.stringify(said)).not.toMatch(/カナリヤ|9753/);

/** The archive is refused by the reader and by `inspect`, with the code, and without a word of its content. */
async function expectRefused(path: string, code: string): Promise<void> {
  for (const open of [() => readArchive(path), () => inspectCheckups(path)]) {
    const error: unknown = await open().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UserError);
    const refused = error as UserError;
    expect(refused.code).toBe(code);
    expect(refused.text.ja).toMatch(/何も(取り込んで|保存して)いません/);
    expect(refused.hint?.ja.length).toBeGreaterThan(5);
    silent([refused.message, refused.text, refused.hint, refused.data]);
  }
}

/** The document in the middle is set aside; its neighbours are read; nothing of it is said. */
async function expectSetAside(document: string | Uint8Array): Promise<Read> {
  const read = await readArchive(await exchange([hc08(), document, hc08()]));
  expect(read.tables['quarantine']).toMatchObject([
    { position: 2, reason: 'checkup_broken_xml', records: 1 },
  ]);
  expect(read.tables['checkup']).toHaveLength(2);
  silent(read);
  return read;
}

type Raw = { name: string; packed: Buffer; bytes: number; crc: number; offset?: number };

/** A ZIP written by hand, so that its directory can lie; `offset` points an entry at another's bytes. */
function forge(entries: readonly Raw[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, packed, bytes, crc, offset } of entries) {
    const head = (size: number, signature: string, shift: number) => {
      const header = Buffer.alloc(size + name.length);
      header.write(signature, 'latin1');
      header.writeUInt16LE(8, 8 + shift);
      header.writeUInt32LE(crc, 14 + shift);
      header.writeUInt32LE(packed.length, 18 + shift);
      header.writeUInt32LE(bytes, 22 + shift);
      header.writeUInt16LE(name.length, 26 + shift);
      header.write(name, size);
      return header;
    };
    const central = head(46, 'PK\u0001\u0002', 2);
    central.writeUInt32LE(offset ?? at, 42);
    directory.push(central);
    if (offset !== undefined) continue;
    const body = Buffer.concat([head(30, 'PK\u0003\u0004', 0), packed]);
    bodies.push(body);
    at += body.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

test('the forger makes readable archives when it does not lie', async () => {
  const text = Buffer.from(hc08());
  const entry = { name: 'a/DATA/h1.xml', packed: deflateRawSync(text), bytes: text.length, crc: crc32(text) };
  expect((await readArchive(writeTemporary(forge([entry])))).tables['checkup']).toHaveLength(1);
});

test('a bomb that declares its size is refused before anything is inflated', async () => {
  const packed = deflateRawSync(Buffer.alloc(2 ** 20), { level: 9 });
  await expectRefused(
    writeTemporary(forge([{ name: 'h1.xml', packed, bytes: 2 ** 31, crc: 0 }])),
    'INTAKE_ARCHIVE_UNSAFE',
  );
  await expectRefused(
    writeTemporary(forge([{ name: 'h1.xml', packed, bytes: 20 * 2 ** 20, crc: 0 }])),
    'INTAKE_ARCHIVE_UNSAFE',
  );
});

test('a bomb that hides its size is refused while it inflates', async () => {
  const packed = deflateRawSync(Buffer.alloc(200 * 2 ** 20), { level: 9 });
  await expectRefused(
    writeTemporary(forge([{ name: 'h1.xml', packed, bytes: 1000, crc: 0 }])),
    'INTAKE_ARCHIVE_UNSAFE',
  );
});

test('many members over the same bytes are refused', async () => {
  const text = Buffer.from(hc08());
  const first = { name: 'h00.xml', packed: deflateRawSync(text), bytes: text.length, crc: crc32(text) };
  const others = Array.from({ length: 50 }, (_, index) => ({
    ...first,
    name: `h${index + 10}.xml`,
    offset: 0,
  }));
  await expectRefused(writeTemporary(forge([first, ...others])), 'INTAKE_ARCHIVE_UNSAFE');
});

test('archives in archives, under any name', async () => {
  const inner = await zipBytes({ [`${canary}.xml`]: canary });
  await expectRefused(await exchange([hc08(), inner]), 'INTAKE_ARCHIVE_UNSAFE');
  await expectRefused(await exchange([hc08()], { [`${canary}.zip`]: inner }), 'INTAKE_ARCHIVE_UNSAFE');
});

test('names that lead outside write nothing anywhere', async () => {
  const folder = temporaryFolder();
  const target = join(dirname(folder), 'kenpo-escaped.xml');
  const names = ['../kenpo-escaped.xml', target, 'x/../../kenpo-escaped.xml'];
  for (const name of names) {
    const path = join(folder, 'archive.zip');
    writeFileSync(path, await zipBytes({ 'ix08.xml': ix08(1), [name]: hc08() }));
    await expectRefused(path, 'INTAKE_ARCHIVE_UNSAFE');
  }
  expect(existsSync(target)).toBe(false);
  expect(readdirSync(folder)).toEqual(['archive.zip']);
});

test.each([
  [
    'billion laughs',
    `<!DOCTYPE a [<!ENTITY a "${canary}">${'bcdefghi'
      .split('')
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`)
      .join('')}]><a>&i;</a>`,
  ],
  ['a local file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'],
  ['an address', '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><a>&x;</a>'],
  ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">%x;]><a/>'],
  ['an outside DTD', '<!DOCTYPE a PUBLIC "-//x" "http://127.0.0.1:9/x.dtd"><a/>'],
  ['behind comment and instruction', `<?xml version="1.0"?><!-- ${canary} --><?x y?>\n<!DOCTYPE a><a/>`],
  ['behind a byte order mark', '\ufeff<!DOCTYPE a><a/>'],
])('a document with a DTD refuses the whole archive: %s', async (_name, text) => {
  await expectRefused(await exchange([hc08(), text]), 'INTAKE_XML_UNSAFE');
});

const wide = 200_000;

test.each([
  ['nested beyond measure', '<a>'.repeat(wide)],
  ['an entity nobody declared', hc08({ entries: [st('9N061160800000049', `${canary}&x;`)] })],
  ['a broken character reference', hc08({ name: `${canary}&#x110000;` })],
  ['another encoding that hides a DTD', Buffer.from(`\ufeff<!DOCTYPE a><a>${canary}</a>`, 'utf16le')],
  [
    'bytes that are not UTF-8',
    Buffer.concat([Buffer.from(hc08().slice(0, 500)), Buffer.from([0x83, 0x4a]), Buffer.from(canary)]),
  ],
  ['an open comment', hc08({ name: `${canary}<!-- ` })],
  ['an open CDATA', hc08({ name: `<![CDATA[${canary}` })],
  ['cut off', hc08({ name: canary }).slice(0, -30)],
  ['two documents in one', `${hc08()}${hc08()}`],
  ['an undeclared prefix', hc08({ name: `<x:y>${canary}</x:y>` })],
])('a hostile document is set aside, its neighbours are read: %s', async (_name, document) => {
  await expectSetAside(document);
});

test.each([
  [
    'a flood of attributes',
    hc08({
      entries: [
        `<observation ${Array.from({ length: wide / 10 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
      ],
    }),
  ],
  [
    'a flood of namespaces',
    hc08({
      entries: [
        `<observation ${Array.from({ length: 2000 }, (_, index) => `xmlns:a${index}="u${index}"`).join(' ')}/>`,
      ],
    }),
  ],
  ['a flood of empty items', hc08({ entries: Array.from({ length: wide / 10 }, () => '<observation/>') })],
  ['one endless text', hc08({ entries: [st('9N061160800000049', 'あ'.repeat(wide))] })],
  ['one endless attribute', hc08({ entries: [`<observation x="${'a'.repeat(wide)}"/>`] })],
  [
    'names of what every object has',
    hc08({
      entries: [
        '<constructor __proto__="x" constructor="y"/>',
        '<observation><code code="__proto__"/><value xsi:type="CD" code="constructor"/></observation>',
      ],
    }),
  ],
  [
    'an XInclude',
    hc08({
      entries: [
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>',
      ],
    }),
  ],
])('a strange but well-formed document is read like any other: %s', async (_name, document) => {
  const { tables } = await readArchive(await exchange([document]));
  expect(tables['checkup']).toHaveLength(1);
  expect(tables['quarantine']).toEqual([]);
});

test('a name of a member never shows', async () => {
  const read = await readArchive(
    await zipFile({ [`x/${canary}/ix08.xml`]: '<', [`x/DATA/h${canary}.xml`]: '<', 'x/DATA/h1.xml': hc08() }),
  );
  expect(read.tables['quarantine']).toHaveLength(1);
  silent(read);
  await expectRefused(await zipFile({ [`../${canary}.xml`]: '<' }), 'INTAKE_ARCHIVE_UNSAFE');
  await expectRefused(await zipFile({ [`${canary}.xml`]: hc08() }, { password: canary }), 'INTAKE_ENCRYPTED');
});
