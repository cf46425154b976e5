import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { emptyFile, stillWriting } from './refusals.ts';

/** Bytes a file is recognised by. */
const headBytes = 64 * 1024;

/** Digest and head of a file that did not change while it was read. */
export type Fingerprint = { readonly sha256: string; readonly bytes: number; readonly head: Buffer };

/**
 * Reads a file once for its digest, looking at size and time of change before and after.
 * @param look called between the two looks (tests change the file there)
 * @throws {UserError} INTAKE_EMPTY, INTAKE_STILL_WRITING
 */
export async function fingerprintFile(
  path: string,
  name: string,
  look: () => Promise<void> = async () => {},
): Promise<Fingerprint> {
  const before = await stat(path);
  if (before.size === 0) throw emptyFile(name);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(block);
    bytes += block.length;
  }
  await look();
  const after = await stat(path);
  if (bytes !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw stillWriting(name);
  return { sha256: hash.digest('hex'), bytes, head: await readHead(path) };
}

/** The first 64 KiB of a file. */
export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await file.read(head, 0, headBytes, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
