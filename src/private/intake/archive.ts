import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import {
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_SPLIT_ZIP_FILE,
  type FileEntry,
  Reader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js';
import { UserError } from '#shared/errors.ts';
import { type ArchiveLimits, archiveLimits, checkMembers, looksPacked } from './archive-safety.ts';
import { damagedArchive, encryptedArchive, unsafeArchive } from './archive-words.ts';

/** One file inside an archive. Its name may hold a person's number: never print it, print `position`. */
export type Member = {
  /** 1, 2, 3 … in the order of the archive's directory, folders not counted. */
  readonly position: number;
  readonly name: string;
  /** Bytes it takes in the archive. */
  readonly packed: number;
  /** The content; undefined where compression or checksum is damaged. @throws {UserError} INTAKE_ARCHIVE_UNSAFE */
  readonly read: () => Promise<Buffer | undefined>;
  /**
   * The content block by block, for members too large for the memory; the last look, at size and checksum, is after the
   * last block. @throws {UserError} INTAKE_TRUNCATED, INTAKE_ARCHIVE_UNSAFE
   */
  readonly blocks: () => AsyncGenerator<Buffer>;
};

export type Archive = { readonly members: readonly Member[]; readonly close: () => void };

/** zip.js reads through this: a plain file, by position, nothing extracted to disk. */
class FileBytes extends Reader<number> {
  readonly #file: number;
  constructor(file: number) {
    super(file);
    this.#file = file;
    this.size = fstatSync(file).size;
  }
  override readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.size - offset)));
    return Promise.resolve(bytes.subarray(0, readSync(this.#file, bytes, 0, bytes.length, offset)));
  }
}

/**
 * Opens a ZIP file for reading in memory and checks its whole directory before any member is read.
 * @throws {UserError} INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE
 */
export async function openArchive(path: string, limits: ArchiveLimits = archiveLimits): Promise<Archive> {
  const file = openSync(path, 'r');
  try {
    const entries = await readDirectory(file, limits);
    checkMembers(entries, limits);
    const files = entries.filter((entry) => !entry.directory);
    const members = files.map((entry, index) => ({
      position: index + 1,
      name: entry.filename,
      packed: entry.compressedSize,
      read: () => readMember(entry, index + 1),
      blocks: () => memberBlocks(entry, index + 1),
    }));
    return { members, close: () => closeSync(file) };
  } catch (error) {
    closeSync(file);
    throw error instanceof UserError ? error : reword(error);
  }
}

async function readDirectory(file: number, limits: ArchiveLimits): Promise<FileEntry[]> {
  const reader = new ZipReader(new FileBytes(file), { filenameValidation: 'tolerant', useWebWorkers: false });
  const entries: FileEntry[] = [];
  for await (const entry of reader.getEntriesGenerator()) {
    if (entries.length >= limits.members) throw unsafeArchive.tooManyMembers(limits.members);
    entries.push(entry as FileEntry);
  }
  return entries;
}

async function readMember(entry: FileEntry, position: number): Promise<Buffer | undefined> {
  const packed = await rawBytes(entry, position);
  if (packed === undefined) return undefined;
  const bytes = entry.compressionMethod === 0 ? Buffer.from(packed) : inflate(packed, entry, position);
  if (bytes === undefined || bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
    return undefined;
  if (looksPacked(bytes)) throw unsafeArchive.nested(position);
  return bytes;
}

async function* memberBlocks(entry: FileEntry, position: number): AsyncGenerator<Buffer> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const packed = Readable.fromWeb(readable);
  const plain = entry.compressionMethod === 0 ? packed : pipeline(packed, createInflateRaw(), () => {});
  let contradicts = false;
  entry.getData(writable, { passThrough: true }).catch((error: unknown) => {
    contradicts = messageOf(error) === ERR_AMBIGUOUS_ARCHIVE;
    packed.destroy();
  });
  let bytes = 0;
  let checksum = 0;
  try {
    for await (const block of plain as AsyncIterable<Buffer>) {
      if (bytes === 0 && looksPacked(block)) throw unsafeArchive.nested(position);
      bytes += block.length;
      if (bytes > entry.uncompressedSize) throw unsafeArchive.larger(position);
      checksum = crc32(block, checksum);
      yield block;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw contradicts ? unsafeArchive.ambiguous(position) : damagedArchive();
  }
  if (contradicts) throw unsafeArchive.ambiguous(position);
  if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) throw damagedArchive();
}

async function rawBytes(entry: FileEntry, position: number): Promise<Uint8Array | undefined> {
  try {
    return await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
  } catch (error) {
    if (messageOf(error) === ERR_AMBIGUOUS_ARCHIVE) throw unsafeArchive.ambiguous(position);
    return undefined;
  }
}

/** Stops inflating as soon as a member grows beyond what its directory entry declares. */
function inflate(packed: Uint8Array, entry: FileEntry, position: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
  } catch (error) {
    if (error instanceof RangeError) throw unsafeArchive.larger(position);
    return undefined;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '');

function reword(error: unknown): UserError {
  const message = messageOf(error);
  if (message === ERR_ENCRYPTED_CENTRAL_DIRECTORY) return encryptedArchive();
  if (message === ERR_SPLIT_ZIP_FILE) return unsafeArchive.split();
  if (message === ERR_AMBIGUOUS_ARCHIVE) return unsafeArchive.ambiguous();
  return damagedArchive();
}
