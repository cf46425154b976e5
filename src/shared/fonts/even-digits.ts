import { glyphOf, readTables, type Table, tableOf } from './sfnt.ts';

/**
 * Gives the digit `1` the advance of the other digits and centres it, so that columns of figures line up
 * (BIZ UDPGothic has no tabular figures: `1` is narrower than the rest), and renames the font as its licence asks
 * of changed versions. Input: a small TrueType font without hints.
 */
export function evenDigits(font: Buffer, family: string): Buffer {
  const tables = readTables(font);
  const table = (tag: string) => tableOf(tables, tag);
  const digit = (character: string) => {
    const glyph = glyphOf(table('cmap'), character.charCodeAt(0));
    if (glyph === undefined) throw new Error('the font lacks a digit');
    return glyph;
  };
  const one = digit('1');
  const metrics = Buffer.from(table('hmtx'));
  const advance = (glyph: number) => metrics.readUInt16BE(glyph * 4);
  const width = advance(digit('0'));
  const shift = Math.round((width - advance(one)) / 2);
  metrics.writeUInt16BE(width, one * 4);
  metrics.writeInt16BE(metrics.readInt16BE(one * 4 + 2) + shift, one * 4 + 2);
  const outlines = shiftGlyph(table('glyf'), table('loca'), one, shift, table('head').readInt16BE(50) === 1);
  const changed: Readonly<Record<string, Buffer>> = { hmtx: metrics, name: nameTable(family), ...outlines };
  const dropped = ['GSUB', 'GPOS', 'vhea', 'vmtx', 'gasp'];
  return writeTables(
    tables
      .filter(({ tag }) => !dropped.includes(tag))
      .map(({ tag, data }) => ({ tag, data: changed[tag] ?? data })),
  );
}

/** Moves one simple glyph to the right: its box, and its first point, from which all others are counted. */
function shiftGlyph(glyf: Buffer, loca: Buffer, glyph: number, shift: number, isLong: boolean) {
  const count = loca.length / (isLong ? 4 : 2);
  const offset = (index: number) =>
    isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2;
  const pieces = Array.from({ length: count - 1 }, (_, index) => {
    const piece = glyf.subarray(offset(index), offset(index + 1));
    return index === glyph ? shifted(piece, shift) : piece;
  }).map((piece) => Buffer.concat([piece, Buffer.alloc((4 - (piece.length % 4)) % 4)]));
  const offsets = Buffer.alloc(count * (isLong ? 4 : 2));
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (isLong) offsets.writeUInt32BE(at, index * 4);
    else offsets.writeUInt16BE(at / 2, index * 2);
    at += pieces[index]?.length ?? 0;
  }
  return { glyf: Buffer.concat(pieces), loca: offsets };
}

const [shortX, repeated, sameX] = [0x02, 0x08, 0x10];

function shifted(glyph: Buffer, shift: number): Buffer {
  const head = Buffer.from(glyph.subarray(0, 10));
  const contours = head.readInt16BE(0);
  if (contours < 1) throw new Error('the digit is not a simple glyph');
  for (const box of [2, 6]) head.writeInt16BE(head.readInt16BE(box) + shift, box);
  const flagsAt = 10 + 2 * contours + 2 + glyph.readUInt16BE(10 + 2 * contours);
  const points = glyph.readUInt16BE(10 + 2 * (contours - 1)) + 1;
  let xAt = flagsAt;
  for (let seen = 0; seen < points; xAt++) {
    const repeats = (glyph[xAt] ?? 0) & repeated ? (glyph[++xAt] ?? 0) : 0;
    seen += 1 + repeats;
  }
  const first = glyph[flagsAt] ?? 0;
  const isShort = (first & shortX) !== 0;
  const byte = glyph[xAt] ?? 0;
  const old = isShort
    ? (first & sameX) !== 0
      ? byte
      : -byte
    : (first & sameX) !== 0
      ? 0
      : glyph.readInt16BE(xAt);
  const oldLength = isShort ? 1 : (first & sameX) !== 0 ? 0 : 2;
  const x = Buffer.alloc(2);
  x.writeInt16BE(old + shift);
  const plainFlag = first & ~(shortX | sameX | repeated);
  const repeats = (first & repeated) !== 0 ? (glyph[flagsAt + 1] ?? 0) : 0;
  const rest = glyph.subarray(flagsAt + ((first & repeated) !== 0 ? 2 : 1), xAt);
  const again = repeats === 0 ? [] : repeats === 1 ? [first & ~repeated] : [first, repeats - 1];
  return Buffer.concat([
    head,
    glyph.subarray(10, flagsAt),
    Buffer.from([plainFlag, ...again]),
    rest,
    x,
    glyph.subarray(xAt + oldLength),
  ]);
}

/** Family, style, full and PostScript name. */
function nameTable(family: string): Buffer {
  const names = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ] as const;
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  names.forEach(([id], index) => {
    const length = texts[index]?.length ?? 0;
    [3, 1, 0x409, id, length, offset].forEach((value, field) => {
      head.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    });
    offset += length;
  });
  return Buffer.concat([head, ...texts]);
}

function writeTables(tables: readonly Table[]): Buffer {
  const count = tables.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(0x00010000, 0);
  [count, power * 16, Math.log2(power), (count - power) * 16].forEach((value, index) => {
    head.writeUInt16BE(value, 4 + 2 * index);
  });
  let offset = head.length;
  const padded = tables.map(({ tag, data }, index) => {
    const whole = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    head.write(tag, 12 + 16 * index, 'latin1');
    head.writeUInt32BE(checksum(whole), 12 + 16 * index + 4);
    head.writeUInt32BE(offset, 12 + 16 * index + 8);
    head.writeUInt32BE(data.length, 12 + 16 * index + 12);
    offset += whole.length;
    return whole;
  });
  return Buffer.concat([head, ...padded]);
}

function checksum(data: Buffer): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  return sum;
}
