import { encryptedArchive, unsafeArchive } from './archive-words.ts';

export type ArchiveLimits = {
  readonly members: number;
  /** Bytes of one member after inflation. */
  readonly memberBytes: number;
  /** Bytes of all members after inflation. */
  readonly totalBytes: number;
  /** Inflated ÷ packed size from which a member larger than 1 MiB is taken for a bomb (XML: 10 to 40). */
  readonly ratio: number;
};

export const archiveLimits: ArchiveLimits = {
  members: 100_000,
  memberBytes: 32 * 2 ** 20,
  totalBytes: 8 * 2 ** 30,
  ratio: 200,
};

/** Receipt files of a month may be large; they are read block by block and never held whole. */
export const receiptArchiveLimits: ArchiveLimits = {
  ...archiveLimits,
  memberBytes: archiveLimits.totalBytes,
};

/** What the directory of a ZIP says about one member. */
export type DirectoryEntry = {
  readonly filename: string;
  readonly directory: boolean;
  readonly encrypted: boolean;
  readonly symlink: boolean;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly compressionMethod: number;
  readonly offset: number;
};

/** Refuses what no honest sender makes. @throws {UserError} INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE */
export function checkMembers(entries: readonly DirectoryEntry[], limits: ArchiveLimits): void {
  const names = new Set<string>();
  let total = 0;
  let position = 0;
  for (const entry of entries) {
    if (!entry.directory) position++;
    if (entry.encrypted) throw encryptedArchive();
    if (entry.symlink || isOutside(entry.filename)) throw unsafeArchive.outside(position);
    if (names.has(entry.filename)) throw unsafeArchive.twice(position);
    names.add(entry.filename);
    if (entry.directory) continue;
    if (/\.(zip|lzh|7z|rar|gz|tgz|bz2|xz|zst|tar|cab)$/i.test(entry.filename))
      throw unsafeArchive.nested(position);
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw unsafeArchive.method(position);
    const { compressedSize: packed, uncompressedSize: bytes } = entry;
    total += bytes;
    if (bytes > limits.memberBytes || total > limits.totalBytes) throw unsafeArchive.tooLarge(position);
    if (bytes > 2 ** 20 && bytes > packed * limits.ratio) throw unsafeArchive.bomb(position);
  }
  checkOverlap(entries);
}

/** Absolute, of another drive, or climbing out by `..`; with either slash. */
function isOutside(name: string): boolean {
  return /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(name) || name.includes('\0');
}

/** Members that share bytes are how a small file claims a large content. */
function checkOverlap(entries: readonly DirectoryEntry[]): void {
  const localHeader = 30;
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && entry.offset + localHeader + entry.compressedSize > next.offset)
      throw unsafeArchive.overlap();
  }
}

const magics = ['504b0304', '504b0506', '377abcaf271c', '526172211a07', '1f8b08', 'fd377a585a', '28b52ffd'];

/** True where the content itself is an archive or packed file, whatever its name says. */
export function looksPacked(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 8).toString('hex');
  return magics.some((magic) => head.startsWith(magic)) || bytes.subarray(2, 5).toString('latin1') === '-lh';
}
