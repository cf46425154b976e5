import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Weights of BIZ UDPGothic that exist; of Noto Sans JP, which fills its gaps, the same two are used. */
export const weights = ['400', '700'] as const;
export type Weight = (typeof weights)[number];

const families = {
  'biz-udpgothic': 'BIZUDPGothic',
  'noto-sans-jp': 'NotoSansJP',
} as const;
type Family = keyof typeof families;

const styles: Readonly<Record<Weight, string>> = { '400': '400Regular', '700': '700Bold' };

/** A packaged font file (both families: SIL Open Font License 1.1, licence text in the package). */
export function fontFile(weight: Weight, family: Family = 'biz-udpgothic'): string {
  const style = styles[weight];
  return join(fontFolder(family), style, `${families[family]}_${style}.ttf`);
}

/** Folder of a font package; its licence is the file `LICENSE_FONT`. */
export function fontFolder(family: Family): string {
  return dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}`));
}
