import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP archive written entry by entry; only the directory of names is kept in memory. */
export type ZipFile = { readonly add: (name: string, text: string) => void; readonly close: () => void };

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

/** Synchronous and with fixed times, which the streaming library of the reading side does not offer. */
export function createZip(path: string): ZipFile {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'w');
  const directory: Entry[] = [];
  let offset = 0;
  const put = (bytes: Uint8Array) => {
    writeSync(descriptor, bytes);
    offset += bytes.length;
  };
  return {
    add(name, text) {
      const content = Buffer.from(text);
      const packed = deflateRawSync(content, { level: 4 });
      const entry = { name, crc: crc32(content), packed: packed.length, size: content.length, offset };
      directory.push(entry);
      put(Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), entryFacts(entry), Buffer.from(name), packed]));
    },
    close() {
      const start = offset;
      for (const entry of directory) {
        const facts = [Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), entryFacts(entry), tail(entry.offset)];
        put(Buffer.concat([...facts, Buffer.from(entry.name)]));
      }
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(directory.length, 8);
      end.writeUInt16LE(directory.length, 10);
      end.writeUInt32LE(offset - start, 12);
      end.writeUInt32LE(start, 16);
      put(end);
      closeSync(descriptor);
    },
  };
}

/** The part that the local header and the directory share: version 2.0, UTF-8 names, deflate, times, sizes. */
function entryFacts(entry: Entry): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(utf8Names, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt16LE(0, 6);
  facts.writeUInt16LE(dosDate, 8);
  facts.writeUInt32LE(entry.crc, 10);
  facts.writeUInt32LE(entry.packed, 14);
  facts.writeUInt32LE(entry.size, 18);
  facts.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return facts;
}

/** The rest of a directory entry: no comment, no attributes, where the entry begins. */
function tail(offset: number): Buffer {
  const bytes = Buffer.alloc(14);
  bytes.writeUInt32LE(offset, 10);
  return bytes;
}
