import { ensureLine, growCuts, type ReceiptLines } from './lines.ts';

const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** The end-of-file mark of old systems: at the end, on a line of its own, after a line, before one (joined files). */
const endMark = 0x1a;
/** Before the first line of a file in UTF-8, also of one that is joined to another. */
const byteOrderMark = [0xef, 0xbb, 0xbf] as const;

function isByteOrderMark(buffer: Buffer, at: number, filled: number): boolean {
  return at + 2 < filled && byteOrderMark.every((byte, index) => buffer[at + index] === byte);
}

/** Notes where the fields of the line at `at` begin; returns the position after its line feed, −1 where none came yet. */
export function cutLine(lines: ReceiptLines, at: number, filled: number): number {
  const { buffer } = lines;
  let { cuts } = lines;
  let count = lines.cutCount;
  if (count + 2 >= cuts.length) cuts = growCuts(lines);
  let start = at;
  while (start < filled && buffer[start] === endMark) start++;
  if (buffer[start] === byteOrderMark[0] && isByteOrderMark(buffer, start, filled)) start += 3;
  cuts[count++] = start;
  for (let position = start; position < filled; position++) {
    const byte = buffer[position];
    if (byte === comma) {
      if (count + 2 >= cuts.length) cuts = growCuts(lines);
      cuts[count++] = position + 1;
    } else if (byte === lineFeed) {
      lines.cutCount = count;
      return position + 1;
    }
  }
  lines.cutCount = count;
  return -1;
}

/** Adds the closing cut; an empty line is dropped. True where an end-of-file mark stood at the end. */
export function closeLine(lines: ReceiptLines, to: number, startCut: number): boolean {
  const { buffer } = lines;
  const from = lines.cuts[startCut]!;
  let end = to;
  let marked = false;
  while (end > from && (buffer[end - 1] === carriageReturn || buffer[end - 1] === endMark)) {
    marked ||= buffer[end - 1] === endMark;
    end--;
  }
  if (end === from) lines.cutCount = startCut;
  else lines.cuts[lines.cutCount++] = end + 1;
  return marked;
}

/** Adds the line whose cuts begin at `startCut`: the three leading columns as numbers, the identifier, its fields. */
export function addLine(lines: ReceiptLines, startCut: number, line: number, form: 0 | 3): void {
  ensureLine(lines);
  const { buffer } = lines;
  const index = lines.count++;
  const prefix = form === 3 && isLetter(lines.buffer[lines.cuts[startCut]!]!) ? 0 : form;
  const fields = lines.cutCount - 1 - startCut;
  lines.line[index] = line;
  const readable = fields > prefix;
  const first = startCut + (readable ? prefix : 0);
  lines.first[index] = first;
  lines.fields[index] = lines.cutCount - 1 - first;
  lines.data[index] = prefix === 3 && readable ? smallInteger(lines, startCut) : 1;
  lines.number[index] = prefix === 3 && readable ? smallInteger(lines, startCut + 1) : index + 1;
  lines.branch[index] = prefix === 3 && readable ? smallInteger(lines, startCut + 2) : 0;
  const from = lines.cuts[first]!;
  const idLength = lines.cuts[first + 1]! - 1 - from;
  lines.id[index] = readable && idLength === 2 ? (buffer[from]! << 8) | buffer[from + 1]! : 0;
}

/** 3 where the line begins with データ識別 1 or 2, 行番号 and 枝番号 and goes on with a record identifier. */
export function prefixOf(lines: ReceiptLines, startCut: number): 0 | 3 {
  const { buffer, cuts } = lines;
  if (lines.cutCount - 1 - startCut < 4) return 0;
  const from = cuts[startCut]!;
  const first = buffer[from]! - 0x30;
  return (first === 1 || first === 2) && cuts[startCut + 1]! === from + 2 ? 3 : 0;
}

/** A line that begins with a letter begins with its record identifier: of a claim file joined to an insurer file. */
function isLetter(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

function smallInteger(lines: ReceiptLines, cut: number): number {
  const to = lines.cuts[cut + 1]! - 1;
  let value = 0;
  for (let at = lines.cuts[cut]!; at < to; at++) {
    const digit = lines.buffer[at]! - 0x30;
    if (digit < 0 || digit > 9 || value > 100_000_000) return -1;
    value = value * 10 + digit;
  }
  return value;
}
