import { readFileSync } from 'node:fs';
import * as vega from 'vega';
import { fontFile } from '../fonts/assets.ts';
import { advanceOf, glyphOf, readTables, tableOf } from '../fonts/sfnt.ts';
import type { Weight } from '../fonts/slices.ts';

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

/** Without a canvas Vega guesses .8 em a character, which cuts full-width text; this measures by the font. */
export function measureByFont(): void {
  // Vega exports `textMetrics` but its declarations leave it out.
  const metrics: unknown = Reflect.get(vega, 'textMetrics');
  if (typeof metrics !== 'object' || metrics === null) throw new Error('vega has no textMetrics');
  Object.assign(metrics, {
    width: (item: { readonly fontSize?: number; readonly fontWeight?: number | string }, text: unknown) =>
      widthInEm(String(text ?? ''), Number(item.fontWeight) >= 600 ? '700' : '400') * (item.fontSize ?? 14),
  });
}
