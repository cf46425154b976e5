import { readFile } from 'node:fs/promises';
import subset from 'subset-font';
import { evenDigits } from './even-digits.ts';
import { fontFile, type Weight } from './files.ts';

/** What stands in `KL Num`. */
export const digitCharacters = '0123456789,.-−+%X';

/** `KL Num`: digits and signs of BIZ UDPGothic with one advance for all ten digits, as a TrueType font. */
export async function digitsFont(weight: Weight): Promise<Buffer> {
  const whole = await readFile(fontFile(weight));
  const plain = await subset(whole, digitCharacters, { targetFormat: 'sfnt', noHinting: true });
  return evenDigits(plain, 'KL Num');
}
