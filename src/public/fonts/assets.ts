import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FontSlices, type Weight, weights } from './slices.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic'));

/** The packaged font (SIL Open Font License 1.1). */
export function fontFile(weight: Weight): string {
  const name = { '400': '400Regular', '700': '700Bold' }[weight];
  return join(folder, name, `BIZUDPGothic_${name}.ttf`);
}

type FontAsset = {
  readonly name: string;
  readonly type: string;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** Files below `/assets/fonts/`: slice, digits and whole font of each weight, and their licence. */
export function fontAssets(slices: FontSlices): readonly FontAsset[] {
  const files = weights.flatMap((weight): FontAsset[] => [
    {
      name: `slice-${weight}.woff2`,
      type: 'font/woff2',
      bytes: async () => (await slices.made())[weight].slice,
    },
    {
      name: `kl-num-${weight}.woff2`,
      type: 'font/woff2',
      bytes: async () => (await slices.made())[weight].digits,
    },
    {
      name: `whole-${weight}.ttf`,
      type: 'font/ttf',
      bytes: async () => Uint8Array.from(await readFile(fontFile(weight))),
    },
  ]);
  const licence = {
    name: 'OFL.txt',
    type: 'text/plain; charset=UTF-8',
    bytes: async () => Uint8Array.from(await readFile(join(folder, 'LICENSE_FONT'))),
  };
  return [...files, licence];
}
