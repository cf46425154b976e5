import { readFileSync } from 'node:fs';
import { fontFile, type Weight } from './files.ts';
import { advanceOf, glyphOf, readTables, tableOf } from './sfnt.ts';

type Ruler = (character: string) => number;

/** Advance widths of the packaged font in em; the digits all have the width of `0`, as in `KL Num`. */
function rulerOf(weight: Weight): Ruler {
  const tables = readTables(readFileSync(fontFile(weight)));
  const cmap = tableOf(tables, 'cmap');
  const unitsPerEm = tableOf(tables, 'head').readUInt16BE(18);
  const known = new Map<string, number>();
  return (character) => {
    const seen = known.get(character);
    if (seen !== undefined) return seen;
    const glyph = glyphOf(cmap, (character === '1' ? '0' : character).codePointAt(0) ?? 0);
    const width = glyph === undefined ? 1 : advanceOf(tables, glyph) / unitsPerEm;
    known.set(character, width);
    return width;
  };
}

const rulers = new Map<Weight, Ruler>();

/** Width of a line in em. */
export function widthInEm(text: string, weight: Weight = '400'): number {
  const ruler = rulers.get(weight) ?? rulerOf(weight);
  rulers.set(weight, ruler);
  let width = 0;
  for (const character of text) width += ruler(character);
  return width;
}
