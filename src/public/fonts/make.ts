import { readFile } from 'node:fs/promises';
import subset from 'subset-font';
import { digitCharacters, digitsFont } from '#shared/fonts/digits.ts';
import { fontFile, type Weight, weights } from '#shared/fonts/files.ts';
import type { MadeFonts } from './slices.ts';

/** Slice and digits font of both weights as WOFF2. */
export async function makeFonts(characters: string): Promise<MadeFonts> {
  const pairs = await Promise.all(
    weights.map(async (weight): Promise<[Weight, MadeFonts[Weight]]> => {
      const slice = await subset(await readFile(fontFile(weight)), characters, {
        targetFormat: 'woff2',
        noHinting: true,
      });
      return [weight, { slice: Uint8Array.from(slice), digits: await packedDigits(weight) }];
    }),
  );
  return Object.fromEntries(pairs) as MadeFonts;
}

const packed = new Map<Weight, Promise<Uint8Array<ArrayBuffer>>>();

/** The digits font, the same for every text. */
function packedDigits(weight: Weight): Promise<Uint8Array<ArrayBuffer>> {
  const known = packed.get(weight);
  const made =
    known ??
    digitsFont(weight)
      .then((font) => subset(font, digitCharacters, { targetFormat: 'woff2' }))
      .then((font) => Uint8Array.from(font));
  packed.set(weight, made);
  return made;
}
