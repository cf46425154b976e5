import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { encodeCp932 } from './cp932.ts';

/** A ZIP archive written entry by entry; only the directory of names is kept in memory. */
export type ZipFile = {
  readonly add: (name: string, text: string) => void;
  /** Packs a file block by block. */
  readonly addFile: (name: string, path: string) => void;
  readonly close: () => void;
};

/** What the directory says of an entry; plain values, so that no buffer is kept alive. */
type Entry = {
  readonly name: string;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

/** 1 April 2024, 00:00 in the archive's date form: equal content gives equal bytes. */
const dosDate = ((2024 - 1980) << 9) | (4 << 5) | 1;
const utf8Names = 0x0800;
const blockBytes = 1 << 22;
const bufferBytes = 1 << 18;

/** Synchronous and with fixed times, which the streaming library of the reading side does not offer. */
export function createZip(path: string, names: 'utf-8' | 'cp932' = 'utf-8'): ZipFile {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'w');
  const directory: Entry[] = [];
  let offset = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = () => {
    if (waiting.length > 0) writeSync(descriptor, Buffer.concat(waiting));
    waiting = [];
    waitingBytes = 0;
  };
  const put = (bytes: Uint8Array) => {
    waiting.push(bytes);
    waitingBytes += bytes.length;
    offset += bytes.length;
    if (waitingBytes > bufferBytes) flush();
  };
  const encode = names === 'cp932' ? encodeCp932 : (name: string) => Buffer.from(name);
  const facts = (entry: Entry, name: Uint8Array) => entryFacts(entry, name.length, names === 'utf-8');
  const header = (entry: Entry) => {
    const name = encode(entry.name);
    return Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts(entry, name), name]);
  };
  return {
    add(name, text) {
      const content = Buffer.from(text);
      const packed = deflateRawSync(content, { level: 1 });
      const entry = { name, crc: crc32(content), packed: packed.length, size: content.length, offset };
      directory.push(entry);
      put(header(entry));
      put(packed);
    },
    addFile(name, from) {
      const entry = { name, crc: 0, packed: 0, size: 0, offset };
      put(header(entry));
      for (const block of blocksOf(from)) {
        entry.crc = crc32(block.bytes, entry.crc);
        entry.size += block.bytes.length;
        // Blocks that end on a byte boundary join to one stream; the last one closes it.
        const finishFlush = block.isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
        const packed = deflateRawSync(block.bytes, { level: 4, finishFlush });
        entry.packed += packed.length;
        put(packed);
      }
      directory.push(entry);
      const start = header(entry);
      flush();
      writeSync(descriptor, start, 0, start.length, entry.offset);
    },
    close() {
      const start = offset;
      for (const entry of directory) {
        const name = encode(entry.name);
        const start = Buffer.from([0x50, 0x4b, 1, 2, 20, 0]);
        put(Buffer.concat([start, facts(entry, name), tail(entry.offset), name]));
      }
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(directory.length, 8);
      end.writeUInt16LE(directory.length, 10);
      end.writeUInt32LE(offset - start, 12);
      end.writeUInt32LE(start, 16);
      put(end);
      flush();
      closeSync(descriptor);
    },
  };
}

/** A file in blocks, the last one short or empty. */
function* blocksOf(path: string): Generator<{ readonly bytes: Uint8Array; readonly isLast: boolean }> {
  const descriptor = openSync(path, 'r');
  const buffer = Buffer.alloc(blockBytes);
  for (;;) {
    const size = readSync(descriptor, buffer);
    yield { bytes: buffer.subarray(0, size), isLast: size < buffer.length };
    if (size < buffer.length) break;
  }
  closeSync(descriptor);
}

/** The part that the local header and the directory share: version 2.0, UTF-8 names, deflate, times, sizes. */
function entryFacts(entry: Entry, nameBytes: number, isUtf8: boolean): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(isUtf8 ? utf8Names : 0, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt16LE(0, 6);
  facts.writeUInt16LE(dosDate, 8);
  facts.writeUInt32LE(entry.crc, 10);
  facts.writeUInt32LE(entry.packed, 14);
  facts.writeUInt32LE(entry.size, 18);
  facts.writeUInt16LE(nameBytes, 22);
  return facts;
}

/** The rest of a directory entry: no comment, no attributes, where the entry begins. */
function tail(offset: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.writeUInt32LE(offset, 10);
  return bytes;
}
