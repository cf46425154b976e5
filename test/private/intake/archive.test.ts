import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openArchive } from '#private/intake/archive.ts';
import { archiveLimits, looksPacked, receiptArchiveLimits } from '#private/intake/archive-safety.ts';
import { UserError } from '#shared/errors.ts';
import { writeTemporary, zipBytes, zipFile } from './checkup/make.ts';

async function contents(path: string, limits = archiveLimits): Promise<(string | undefined)[]> {
  const archive = await openArchive(path, limits);
  try {
    const read: (string | undefined)[] = [];
    for (const member of archive.members) read.push((await member.read())?.toString('utf8'));
    return read;
  } finally {
    archive.close();
  }
}

async function refusal(promise: Promise<unknown>): Promise<UserError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

const secret = 'カナリヤ9753';

test('reads stored and deflated members in order, folders left out, byte for byte', async () => {
  const text = 'あ'.repeat(5000);
  for (const level of [0, 6]) {
    const path = await zipFile({ 'a/': '', 'a/1.xml': text, 'a/2.xml': '', 'a/3.xml': 'x' }, { level });
    expect(await contents(path)).toEqual([text, '', 'x']);
  }
});

test('members are known by position', async () => {
  const archive = await openArchive(await zipFile({ 'a/': '', 'a/x': '1', 'a/y': '2' }));
  expect(archive.members.map(({ position, name }) => [position, name])).toEqual([
    [1, 'a/x'],
    [2, 'a/y'],
  ]);
  archive.close();
});

test.each([
  ['AES-256', { password: secret }],
  ['ZipCrypto', { password: secret, zipCrypto: true }],
])('refuses an encrypted archive (%s)', async (_name, options) => {
  const error = await refusal(contents(await zipFile({ 'a.xml': '<a/>' }, options)));
  expect(error.code).toBe('INTAKE_ENCRYPTED');
  expect(error.text.ja).toContain('パスワード');
});

test.each([
  ['../a.xml'],
  ['a/../../b.xml'],
  ['a/..'],
  ['/etc/a.xml'],
  ['C:/a.xml'],
  ['c:a.xml'],
  ['a\\..\\b.xml'],
  ['\\\\host\\a.xml'],
  ['a\0.xml'],
])('refuses a name that leaves the archive: %j', async (name) => {
  const error = await refusal(contents(await zipFile({ 'ok.xml': '<a/>', [name]: secret })));
  expect(error.code).toBe('INTAKE_ARCHIVE_UNSAFE');
  expect(error.data).toEqual({ member: 2 });
  expect(JSON.stringify([error.text, error.hint])).not.toContain(name);
});

test('dots inside a name are no way out', async () => {
  expect(await contents(await zipFile({ 'a..b/c...xml': '1', '..a': '2' }))).toEqual(['1', '2']);
});

test('refuses symbolic links', async () => {
  const error = await refusal(contents(await zipFile({ link: '/etc/passwd' }, { unixMode: 0o120777 })));
  expect(error.code).toBe('INTAKE_ARCHIVE_UNSAFE');
});

test('refuses a nested archive, by its name and by its content', async () => {
  const inner = await zipBytes({ 'a.xml': secret });
  for (const [name, content] of [
    ['inner.zip', 'x'],
    ['inner.LZH', 'x'],
    ['data.xml', inner],
    ['data2.xml', Buffer.from('1f8b0800aaaa', 'hex')],
  ] as const) {
    const error = await refusal(contents(await zipFile({ [name]: content })));
    expect(error.code).toBe('INTAKE_ARCHIVE_UNSAFE');
    expect(error.text.en).toContain('itself an archive');
  }
  expect(looksPacked(Buffer.from('<?xml version="1.0"?>'))).toBe(false);
  expect(looksPacked(Buffer.from('..-lh5-..'))).toBe(true);
});

test('refuses a bomb by its ratio, at the boundary', async () => {
  const zeros = Buffer.alloc(3 * 2 ** 20);
  const path = await zipFile({ 'a.xml': zeros }, { level: 9 });
  const packed = deflateRawSync(zeros, { level: 9 }).length;
  const archive = await openArchive(path, { ...archiveLimits, ratio: 2000 });
  archive.close();
  expect(zeros.length / packed).toBeGreaterThan(archiveLimits.ratio);
  const error = await refusal(contents(path));
  expect(error.text.en).toContain('grows unnaturally');
});

test('refuses too many members and too large ones, at the boundary', async () => {
  const path = await zipFile({ a: '12345', b: '12345', c: '12345' });
  const limits = { ...archiveLimits, members: 3, memberBytes: 5, totalBytes: 15 };
  expect(await contents(path, limits)).toHaveLength(3);
  for (const smaller of [{ members: 2 }, { memberBytes: 4 }, { totalBytes: 14 }]) {
    const error = await refusal(contents(path, { ...limits, ...smaller }));
    expect(error.code).toBe('INTAKE_ARCHIVE_UNSAFE');
  }
});

test('stops inflating a member that is larger than it declares', async () => {
  const bytes = await zipBytes({ 'a.xml': 'x'.repeat(200_000) }, { level: 9 });
  const view = Buffer.from(bytes);
  for (const [signature, offset] of [
    ['504b0304', 22],
    ['504b0102', 24],
  ] as const) {
    const at = view.indexOf(Buffer.from(signature, 'hex'));
    if (view.readUInt32LE(at + offset) === 200_000) view.writeUInt32LE(1000, at + offset);
  }
  const descriptor = view.indexOf(Buffer.from('504b0708', 'hex'));
  if (descriptor >= 0) view.writeUInt32LE(1000, descriptor + 12);
  const error = await refusal(contents(writeTemporary(view)));
  expect(error.text.en).toContain('more than it declares');
});

test('a member with a wrong checksum or broken compression reads as undefined, the others still read', async () => {
  const bytes = Buffer.from(
    await zipBytes({ 'a.xml': 'first '.repeat(50), 'b.xml': 'second' }, { level: 0 }),
  );
  bytes[bytes.indexOf('first ') + 3] = 0x41;
  expect(await contents(writeTemporary(bytes))).toEqual([undefined, 'second']);
  const packed = Buffer.from(
    await zipBytes({ 'a.xml': 'first '.repeat(50), 'b.xml': 'second' }, { level: 9 }),
  );
  const data = deflateRawSync('first '.repeat(50), { level: 9 });
  const at = packed.indexOf(data.subarray(0, 4));
  expect(at).toBeGreaterThan(0);
  packed.fill(0xff, at, at + 4);
  expect(await contents(writeTemporary(packed))).toEqual([undefined, 'second']);
});

test('refuses what is cut off or no ZIP at all', async () => {
  const bytes = await zipBytes({ 'a.xml': 'x'.repeat(1000), 'b.xml': secret });
  for (const broken of [
    bytes.subarray(0, bytes.length - 30),
    bytes.subarray(0, 40),
    Buffer.from('PK\u0003\u0004'),
  ]) {
    const error = await refusal(contents(writeTemporary(broken)));
    expect(error.code).toBe('INTAKE_TRUNCATED');
  }
});

test('refuses overlapping members (two directory entries over the same bytes)', async () => {
  const error = await refusal(contents(writeTemporary(overlapping())));
  expect(error.code).toBe('INTAKE_ARCHIVE_UNSAFE');
  expect(error.text.en).toContain('overlap');
});

test('refuses two members of the same name', async () => {
  const bytes = Buffer.from(await zipBytes({ 'a.xml': '1', 'b.xml': '2' }, { level: 0 }));
  for (let at = bytes.indexOf('b.xml'); at >= 0; at = bytes.indexOf('b.xml', at)) bytes.write('a.xml', at);
  const error = await refusal(contents(writeTemporary(bytes)));
  expect(error.code).toBe('INTAKE_ARCHIVE_UNSAFE');
});

/** The first member block by block: its content, or the refusal that came with or behind its blocks. */
async function inBlocks(path: string): Promise<string | UserError> {
  const archive = await openArchive(path, receiptArchiveLimits);
  const read: Buffer[] = [];
  try {
    for await (const block of archive.members[0]!.blocks()) read.push(block);
    return Buffer.concat(read).toString('utf8');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  } finally {
    archive.close();
  }
}

test('block by block: the same bytes, stored and deflated, also of an empty member', async () => {
  const text = Array.from({ length: 40_000 }, (_, index) => `みほん${index * 7919}`).join(',');
  for (const level of [0, 6]) expect(await inBlocks(await zipFile({ 'a.csv': text }, { level }))).toBe(text);
  expect(await inBlocks(await zipFile({ 'a.csv': '' }))).toBe('');
});

test('block by block: reading may stop at any block', async () => {
  const archive = await openArchive(await zipFile({ 'a.csv': randomBytes(3 << 20) }));
  const blocks = archive.members[0]!.blocks();
  expect((await blocks.next()).value?.length).toBeGreaterThan(0);
  await blocks.return(undefined);
  expect((await blocks.next()).done).toBe(true);
  expect((await archive.members[0]!.read())?.length).toBe(3 << 20);
  archive.close();
});

test('block by block: a wrong checksum, broken compression and a lying size refuse the archive', async () => {
  const text = 'first '.repeat(5000);
  const stored = Buffer.from(await zipBytes({ 'a.csv': text }, { level: 0 }));
  stored[stored.lastIndexOf('first ') + 3] = 0x41;
  expect(await inBlocks(writeTemporary(stored))).toMatchObject({ code: 'INTAKE_TRUNCATED' });
  const packed = Buffer.from(await zipBytes({ 'a.csv': text }, { level: 9 }));
  const at = packed.indexOf(deflateRawSync(text, { level: 9 }).subarray(0, 4));
  packed.fill(0xff, at, at + 4);
  expect(await inBlocks(writeTemporary(packed))).toMatchObject({ code: 'INTAKE_TRUNCATED' });
  for (const [declared, code] of [
    [text.length - 1, 'INTAKE_ARCHIVE_UNSAFE'],
    [text.length + 1, 'INTAKE_TRUNCATED'],
  ] as const) {
    const lying = Buffer.from(await zipBytes({ 'a.csv': text }, { level: 9 }));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(text.length);
    for (let place = lying.indexOf(size); place >= 0; place = lying.indexOf(size, place + 4))
      lying.writeUInt32LE(declared, place);
    expect(await inBlocks(writeTemporary(lying))).toMatchObject({ code });
  }
});

test('block by block: a member that is itself packed is refused by its first bytes', async () => {
  const inner = Buffer.from(await zipBytes({ 'a.csv': secret }));
  expect(await inBlocks(await zipFile({ 'data.csv': inner }))).toMatchObject({
    code: 'INTAKE_ARCHIVE_UNSAFE',
  });
});

/** A hand-made ZIP whose two directory entries point at the same local header. */
function overlapping(): Buffer {
  const content = Buffer.from('hello hello hello');
  const local = Buffer.alloc(30 + 5);
  local.write('PK\u0003\u0004', 'latin1');
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt32LE(content.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(5, 26);
  local.write('a.xml', 30);
  const entry = (name: string) => {
    const central = Buffer.alloc(46 + 5);
    central.write('PK\u0001\u0002', 'latin1');
    central.writeUInt32LE(crc32(content), 16);
    central.writeUInt32LE(content.length, 20);
    central.writeUInt32LE(content.length, 24);
    central.writeUInt16LE(5, 28);
    central.write(name, 46);
    return central;
  };
  const directory = Buffer.concat([entry('a.xml'), entry('b.xml')]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length + content.length, 16);
  return Buffer.concat([local, content, directory, end]);
}
