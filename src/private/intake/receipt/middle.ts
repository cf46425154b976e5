import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dpcRecords } from '#pipelines/sources/receipt/dpc.ts';

/** The second thread starts later: of a large file it is given less than half by so many bytes. */
const headStart = 9 << 20;

/** Some receipt begins within so many bytes of any place. */
const windowBytes = 4 << 20;

/** The first line of a receipt of the insurer form: the review body's MN. */
const opening = /\n2,\d+,\d*,MN,/g;
const common = /\n1,\d+,\d*,(RE,[^\r\n]*)/g;
const { type: typeAt, cover: coverAt } = dpcRecords.RE.fields;

/** A line end, or the end-of-file mark of old systems. */
const lastBytes = '\n\u001a';

/**
 * The first byte of a receipt near the middle of a file of the insurer form, from where a second thread can read as if
 * the file began there; undefined where the file has fewer than `least` bytes or shows no such place. A detail of a DPC
 * cover (総括) is no receipt: it belongs to the cover before it. A file without a last line end is not divided either:
 * whether it is whole is judged by how all of it is written.
 */
export function middleReceipt(path: string, least: number): number | undefined {
  const { size } = statSync(path);
  if (size < least || size === 0 || !lastBytes.includes(textAt(path, size - 1, 1))) return undefined;
  const middle = Math.floor(size / 2 + Math.min(headStart, size / 16));
  const text = textAt(path, middle, Math.min(windowBytes, size - middle));
  for (const { index } of text.matchAll(opening)) {
    common.lastIndex = index;
    const [, record] = common.exec(text) ?? [];
    if (record === undefined) return undefined;
    if (!isDetail(record.split(','))) return middle + index + 1;
  }
  return undefined;
}

function isDetail(fields: readonly string[]): boolean {
  return (fields[typeAt[0] - 1] ?? '').startsWith('1') && /^[23]$/.test(fields[coverAt[0] - 1] ?? '');
}

function textAt(path: string, from: number, bytes: number): string {
  const buffer = Buffer.allocUnsafe(bytes);
  const file = openSync(path, 'r');
  try {
    return buffer.toString('latin1', 0, readSync(file, buffer, 0, bytes, from));
  } finally {
    closeSync(file);
  }
}

/** Lines that end before the byte `to`. */
export function linesBefore(path: string, to: number): number {
  const buffer = Buffer.allocUnsafe(windowBytes);
  const file = openSync(path, 'r');
  let lines = 0;
  try {
    for (let at = 0; at < to; ) {
      const got = readSync(file, buffer, 0, Math.min(buffer.length, to - at), at);
      if (got === 0) break;
      for (let index = 0; index < got; index++) if (buffer[index] === 0x0a) lines++;
      at += got;
    }
    return lines;
  } finally {
    closeSync(file);
  }
}
