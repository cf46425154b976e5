import { closeSync, openSync, readSync } from 'node:fs';
import { openArchive } from '../archive.ts';
import { receiptArchiveLimits } from '../archive-safety.ts';
import { emptyFile, unknownKind } from '../refusals.ts';
import { openMember } from './archive.ts';
import { fewestPositions } from './file-form.ts';
import type { ReceiptLines } from './lines.ts';
import type { Note } from './rows.ts';
import { createScan, type ScanOptions, scanReceipts } from './scan.ts';
import { sniffReceipts } from './sniff.ts';

/** Takes what is read: receipt by receipt, file by file (`member` of an archive, from 1). */
export type ReceiptSink = {
  /** Lines and bytes of the files of an archive are numbered through, as if they were joined. */
  readonly numbersThrough: boolean;
  readonly beginFile: (member: number | undefined) => void;
  readonly take: (lines: ReceiptLines) => void;
  /** The end of a file; `line` where its last line has no line end. */
  readonly endFile: (openEnd: number | undefined) => void;
  readonly note: Note;
};

/** From what is before it to the byte `to`; without these the whole file. */
export type Part = Pick<ScanOptions, 'before' | 'to'>;

export type ReadLines = { readonly records: number; readonly lines: number };

const headBytes = 64 << 10;
const zipMagic = '504b0304';

/**
 * Reads a receipt file, or the receipt files of a ZIP one after another in the order of its directory. Returns the
 * records and lines.
 * @param to of a file that is no archive: the byte to stop at, where a receipt begins
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_CONTRACT, INTAKE_ENCRYPTED,
 * INTAKE_ARCHIVE_UNSAFE
 */
export async function readReceiptFiles(
  path: string,
  fileName: string,
  sink: ReceiptSink,
  onBytes: (bytes: number) => void = () => {},
  to?: number,
): Promise<ReadLines> {
  const head = headOf(path);
  if (!head.some((byte) => byte > 0x20)) throw emptyFile(fileName);
  if (head.toString('hex', 0, 4) === zipMagic) return readMembers(path, fileName, sink, onBytes);
  if (!sniffReceipts(head)) throw unknownKind(fileName);
  return readPart(path, fileName, sink, to === undefined ? {} : { to }, onBytes);
}

/** Reads a receipt file, or the part of it between the beginnings of two receipts. @throws {UserError} as above */
export function readPart(
  path: string,
  fileName: string,
  sink: ReceiptSink,
  part: Part,
  onBytes: (bytes: number) => void = () => {},
): ReadLines {
  sink.beginFile(undefined);
  const options = { fileName, positions: fewestPositions, onReceipt: sink.take, onBytes };
  const scanned = scanReceipts(path, { ...options, ...part });
  sink.endFile(scanned.openEnd ? scanned.lines : undefined);
  return scanned;
}

async function readMembers(
  path: string,
  fileName: string,
  sink: ReceiptSink,
  onBytes: (bytes: number) => void,
): Promise<ReadLines> {
  const archive = await openArchive(path, receiptArchiveLimits);
  let records = 0;
  let found = false;
  let [lines, bytes, packed] = [0, 0, 0];
  try {
    for (const member of archive.members) {
      const { form, blocks, close } = await openMember(member);
      if (form === undefined) {
        await close();
        sink.note('other_member', member.position);
        continue;
      }
      found = true;
      sink.beginFile(member.position);
      const scan = createScan({
        fileName: `${fileName} [${member.position}]`,
        positions: fewestPositions,
        onReceipt: sink.take,
        ...(sink.numbersThrough ? { before: { lines, bytes } } : {}),
      });
      for await (const block of blocks()) scan.take(block);
      const scanned = scan.end();
      sink.endFile(scanned.openEnd ? scanned.lines : undefined);
      records += scanned.records;
      lines = scanned.lines;
      bytes = scanned.bytes;
      packed += member.packed;
      onBytes(packed);
    }
  } finally {
    archive.close();
  }
  if (!found) throw unknownKind(fileName);
  return { records, lines };
}

function headOf(path: string): Buffer {
  const head = Buffer.allocUnsafe(headBytes);
  const file = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(file, head, 0, headBytes, 0));
  } finally {
    closeSync(file);
  }
}
