export type Table = { readonly tag: string; readonly data: Buffer };

/** Tables of a TrueType font. */
export function readTables(font: Buffer): readonly Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const from = font.readUInt32BE(entry + 8);
    return {
      tag: font.toString('latin1', entry, entry + 4),
      data: font.subarray(from, from + font.readUInt32BE(entry + 12)),
    };
  });
}

export function tableOf(tables: readonly Table[], tag: string): Buffer {
  const found = tables.find((one) => one.tag === tag);
  if (found === undefined) throw new Error(`font table ${tag} is missing`);
  return found.data;
}

/** Glyph of a character code by the first sub-table (format 12 or 4) that has it; undefined where the font lacks it. */
export function glyphOf(cmap: Buffer, code: number): number | undefined {
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index++) {
    const at = cmap.readUInt32BE(8 + 8 * index);
    const format = cmap.readUInt16BE(at);
    const glyph =
      format === 12
        ? glyphInGroups(cmap, at, code)
        : format === 4 && code <= 0xffff
          ? glyphInSegments(cmap, at, code)
          : undefined;
    if (glyph !== undefined && glyph !== 0) return glyph;
  }
  return undefined;
}

function glyphInGroups(cmap: Buffer, at: number, code: number): number | undefined {
  const groups = cmap.readUInt32BE(at + 12);
  for (let one = 0; one < groups; one++) {
    const group = at + 16 + 12 * one;
    const start = cmap.readUInt32BE(group);
    if (code >= start && code <= cmap.readUInt32BE(group + 4))
      return cmap.readUInt32BE(group + 8) + code - start;
  }
  return undefined;
}

function glyphInSegments(cmap: Buffer, at: number, code: number): number | undefined {
  const segments = cmap.readUInt16BE(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + 2 * segments + 2;
  for (let one = 0; one < segments; one++) {
    if (code > cmap.readUInt16BE(ends + 2 * one)) continue;
    const start = cmap.readUInt16BE(starts + 2 * one);
    if (code < start) return undefined;
    const delta = cmap.readUInt16BE(starts + 2 * segments + 2 * one);
    const offsetAt = starts + 4 * segments + 2 * one;
    const offset = cmap.readUInt16BE(offsetAt);
    if (offset === 0) return (code + delta) & 0xffff;
    return (cmap.readUInt16BE(offsetAt + offset + 2 * (code - start)) + delta) & 0xffff;
  }
  return undefined;
}

/** Advance width of a glyph in font units; the last entry holds for all glyphs behind it. */
export function advanceOf(tables: readonly Table[], glyph: number): number {
  const count = tableOf(tables, 'hhea').readUInt16BE(34);
  return tableOf(tables, 'hmtx').readUInt16BE(Math.min(glyph, count - 1) * 4);
}
