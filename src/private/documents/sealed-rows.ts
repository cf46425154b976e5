import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * A file of sealed JSON values: magic and salt, then frames (length, AES-256-GCM cipher text, tag), numbered from 0 and
 * each of one value, so that any row can be read by itself and none can be moved, dropped or added unseen. The last
 * frame is marked and says how many there were.
 */
const magic = Buffer.from('KLROWS1\0');
const saltBytes = 16;
const tagBytes = 16;
const lengthBytes = 4;
const headBytes = magic.length + saltBytes;
const bufferBytes = 1 << 20;

/** Where a value lies: byte offset and number of its frame. */
export type Position = { readonly offset: number; readonly number: number };

export type SealedRows = {
  /** The values in order, with their places. @throws where a byte was changed or the end is missing */
  readonly values: () => Generator<{ readonly value: unknown; readonly position: Position }>;
  readonly at: (position: Position) => unknown;
  readonly close: () => void;
};

/** Seals values to `path` (which must not exist) and flushes; resolves to the SHA-256 of the file. */
export async function sealRows(
  path: string,
  secret: Buffer,
  values: AsyncIterable<unknown> | Iterable<unknown>,
): Promise<string> {
  const head = Buffer.concat([magic, randomBytes(saltBytes)]);
  const key = fileKey(secret, head);
  const hash = createHash('sha256');
  const file = openSync(path, 'wx', 0o600);
  try {
    let waiting: Buffer[] = [head];
    let bytes = head.length;
    const flush = () => {
      const block = Buffer.concat(waiting);
      hash.update(block);
      writeAll(file, block);
      waiting = [];
      bytes = 0;
    };
    const add = (frame: Buffer) => {
      waiting.push(frame);
      bytes += frame.length;
      if (bytes >= bufferBytes) flush();
    };
    let number = 0;
    for await (const value of values) add(seal(key, head, number++, false, value));
    add(seal(key, head, number, true, number));
    flush();
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** Opens a file of sealed values. */
export function openRows(path: string, secret: Buffer): SealedRows {
  const file = openSync(path, 'r');
  const head = readAt(file, 0, headBytes);
  if (head.length < headBytes || !head.subarray(0, magic.length).equals(magic)) {
    closeSync(file);
    throw new Error('not a file of sealed rows');
  }
  const key = fileKey(secret, head);
  const open = (sealed: Buffer, number: number, last: boolean) => unseal(key, head, number, last, sealed);
  return {
    *values() {
      let block: Buffer = Buffer.alloc(0);
      let blockAt = headBytes;
      let offset = headBytes;
      const take = (size: number) => {
        if (offset + size > blockAt + block.length) {
          block = readAt(file, offset, Math.max(size, bufferBytes));
          blockAt = offset;
        }
        const taken = block.subarray(offset - blockAt, offset - blockAt + size);
        if (taken.length < size) throw new Error('sealed rows are cut off');
        offset += size;
        return taken;
      };
      for (let number = 0; ; number++) {
        const position = { offset, number };
        const { size, last } = frameHead(take(lengthBytes));
        const value = open(take(size), number, last);
        if (!last) yield { value, position };
        else if (value !== number || readAt(file, offset, 1).length > 0)
          throw new Error('sealed rows do not end as they should');
        else return;
      }
    },
    at({ offset, number }) {
      const { size, last } = frameHead(readAt(file, offset, lengthBytes));
      return open(readAt(file, offset + lengthBytes, size), number, last);
    },
    close: () => closeSync(file),
  };
}

/** The top bit of a frame's length marks the last one. */
const lastBit = 0x8000_0000;
const longestFrame = 1 << 26;

function seal(key: KeyObject, head: Buffer, number: number, last: boolean, value: unknown): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, last)).setAAD(head);
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(body.length + tagBytes + (last ? lastBit : 0));
  return Buffer.concat([length, body, cipher.getAuthTag()]);
}

function unseal(key: KeyObject, head: Buffer, number: number, last: boolean, sealed: Buffer): unknown {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, last)).setAAD(head);
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const body = Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
  return JSON.parse(body.toString('utf8'));
}

function frameHead(bytes: Buffer): { size: number; last: boolean } {
  if (bytes.length < lengthBytes) throw new Error('sealed rows are cut off');
  const length = bytes.readUInt32BE();
  const size = length % lastBit;
  if (size < tagBytes || size > longestFrame) throw new Error('a frame of sealed rows has no such length');
  return { size, last: length >= lastBit };
}

function readAt(file: number, offset: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const read = readSync(file, bytes, filled, size - filled, offset + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** As a key object: a cipher takes it four times as fast as bytes. */
function fileKey(secret: Buffer, head: Buffer): KeyObject {
  const bytes = hkdfSync('sha256', secret, head.subarray(magic.length), 'kenpo-lens rows 1', 32);
  return createSecretKey(Buffer.from(bytes));
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number));
  nonce[11] = last ? 1 : 0;
  return nonce;
}
