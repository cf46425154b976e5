import { weights } from '#shared/fonts/files.ts';
import { makeFonts } from '../fonts/make.ts';

/** `@font-face` rules with the characters of one text inside, so that its file asks nobody for a font. */
export async function facesFor(text: string): Promise<string> {
  const characters = [...new Set(text)].filter((one) => one >= ' ').sort();
  const fonts = await makeFonts(characters.join(''));
  return weights
    .flatMap((weight) => [
      face('KL Num', weight, fonts[weight].digits, ';unicode-range:U+30-39'),
      face('BIZ UDPGothic', weight, fonts[weight].slice, ''),
    ])
    .join('');
}

function face(family: string, weight: string, font: Uint8Array, range: string): string {
  const data = Buffer.from(font).toString('base64');
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")${range}}`;
}
