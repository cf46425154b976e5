import { readFile } from 'node:fs/promises';
import subset from 'subset-font';
import { fontFile } from './assets.ts';
import { evenDigits } from './even-digits.ts';
import { type MadeFonts, type Weight, weights } from './slices.ts';

/** What stands in `KL Num`. */
const digits = '0123456789,.-−+%X';

/** Slice and digits font of both weights as WOFF2. */
export async function makeFonts(characters: string): Promise<MadeFonts> {
  const pairs = await Promise.all(
    weights.map(async (weight): Promise<[Weight, MadeFonts[Weight]]> => {
      const whole = await readFile(fontFile(weight));
      const slice = await subset(whole, characters, { targetFormat: 'woff2', noHinting: true });
      const plain = await subset(whole, digits, { targetFormat: 'sfnt', noHinting: true });
      const even = evenDigits(plain, 'KL Num');
      const packed = await subset(even, digits, { targetFormat: 'woff2' });
      return [weight, { slice: Uint8Array.from(slice), digits: Uint8Array.from(packed) }];
    }),
  );
  return Object.fromEntries(pairs) as MadeFonts;
}
