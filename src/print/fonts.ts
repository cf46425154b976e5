import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { digitsFont } from '#shared/fonts/digits.ts';
import { fontFile, weights } from '#shared/fonts/files.ts';
import { glyphOf, readTables, tableOf } from '#shared/fonts/sfnt.ts';

/** Font files for the typesetter: `KL Num`, BIZ UDPGothic, Noto Sans JP, each regular and bold. */
export async function printFonts(): Promise<Buffer[]> {
  const digits = await Promise.all(weights.map(digitsFont));
  const biz = await Promise.all(weights.map((weight) => readFile(fontFile(weight))));
  const noto = await Promise.all(weights.map((weight) => readFile(fontFile(weight, 'noto-sans-jp'))));
  return [...digits, ...biz, ...noto];
}

type CharacterMap = { readonly cmap: Buffer; readonly known: Map<number, boolean> };
let maps: readonly CharacterMap[] | undefined;

/**
 * Characters of `text` that no font of ours can draw (外字, variation selectors, control characters), each once.
 * The typesetter prints an empty box for them without a word, so texts are asked here before.
 */
export function missingGlyphs(text: string): readonly string[] {
  maps ??= (['biz-udpgothic', 'noto-sans-jp'] as const).map((family) => ({
    cmap: tableOf(readTables(readFileSync(fontFile('400', family))), 'cmap'),
    known: new Map(),
  }));
  const asked = maps;
  return [...new Set(text)].filter((character) => !asked.some((map) => has(map, character)));
}

function has({ cmap, known }: CharacterMap, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const seen = known.get(code);
  if (seen !== undefined) return seen;
  const found = glyphOf(cmap, code) !== undefined;
  known.set(code, found);
  return found;
}
