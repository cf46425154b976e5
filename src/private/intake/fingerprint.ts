import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { emptyFile, stillWriting } from './refusals.ts';

/** Bytes a file is recognised by. */
const headBytes = 64 * 1024;

/** A look at a file before it is read: nobody may change it until `still` has said that nobody did. */
export type Look = {
  readonly bytes: number;
  /** @throws {UserError} INTAKE_STILL_WRITING where size or time of change are others, or other than `bytes` were read */
  readonly still: (bytes: number) => Promise<void>;
};

/** @throws {UserError} INTAKE_EMPTY */
export async function lookAt(path: string, name: string): Promise<Look> {
  const before = await stat(path);
  if (before.size === 0) throw emptyFile(name);
  return {
    bytes: before.size,
    async still(bytes) {
      const after = await stat(path);
      if (bytes !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs)
        throw stillWriting(name);
    },
  };
}

/**
 * Reads a file once for its digest (SHA-256).
 * @throws {UserError} INTAKE_EMPTY, INTAKE_STILL_WRITING
 */
export async function fingerprintFile(path: string, name: string): Promise<string> {
  const look = await lookAt(path, name);
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(block);
    bytes += block.length;
  }
  await look.still(bytes);
  return hash.digest('hex');
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
