import { readFile } from 'node:fs/promises';
import subset from 'subset-font';
import { digitCharacters, digitsFont } from '#shared/fonts/digits.ts';
import { fontFile, type Weight, weights } from '#shared/fonts/files.ts';
import type { MadeFonts } from './slices.ts';

/** Slice and digits font of both weights as WOFF2. */
export async function makeFonts(characters: string): Promise<MadeFonts> {
  const pairs = await Promise.all(
    weights.map(async (weight): Promise<[Weight, MadeFonts[Weight]]> => {
      const whole = await readFile(fontFile(weight));
      const slice = await subset(whole, characters, { targetFormat: 'woff2', noHinting: true });
      const packed = await subset(await digitsFont(weight), digitCharacters, { targetFormat: 'woff2' });
      return [weight, { slice: Uint8Array.from(slice), digits: Uint8Array.from(packed) }];
    }),
  );
  return Object.fromEntries(pairs) as MadeFonts;
}
