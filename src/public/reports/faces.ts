import { weights } from '#shared/fonts/files.ts';
import { makeFonts } from '../fonts/make.ts';
import type { MadeFonts } from '../fonts/slices.ts';
import { reportSources } from './sources.ts';

const shared = charactersOf(reportSources);
let made: Promise<MadeFonts> | undefined;

/**
 * `@font-face` rules with the characters of one report inside, so that its file asks nobody for a font. Those that every
 * report prints come from one slice, made once; the rest (names) from a small one of the report's own.
 */
export async function facesFor(text: string): Promise<string> {
  const known = new Set(shared);
  const rest = charactersOf(text).filter((one) => !known.has(one));
  made ??= makeFonts(shared.join(''));
  const [first, second] = [await made, rest.length > 0 ? await makeFonts(rest.join('')) : undefined];
  const range = rest.map((one) => `U+${one.codePointAt(0)?.toString(16)}`).join(',');
  return weights
    .flatMap((weight) => [
      face('KL Num', weight, first[weight].digits, 'U+30-39'),
      face('BIZ UDPGothic', weight, first[weight].slice),
      second ? face('BIZ UDPGothic', weight, second[weight].slice, range) : '',
    ])
    .join('');
}

function charactersOf(text: string): readonly string[] {
  return [...new Set(text)].filter((one) => one >= ' ').sort();
}

function face(family: string, weight: string, font: Uint8Array, range?: string): string {
  const data = Buffer.from(font).toString('base64');
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")${range ? `;unicode-range:${range}` : ''}}`;
}
