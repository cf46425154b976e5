import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontFile, fontFolder, weights } from '#shared/fonts/files.ts';
import type { FontSlices } from './slices.ts';

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
    bytes: async () => Uint8Array.from(await readFile(join(fontFolder('biz-udpgothic'), 'LICENSE_FONT'))),
  };
  return [...files, licence];
}
