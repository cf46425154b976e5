import { Worker } from 'node:worker_threads';
import { type Weight, weights } from '#shared/fonts/files.ts';

export type MadeFonts = Readonly<
  Record<Weight, { readonly slice: Uint8Array<ArrayBuffer>; readonly digits: Uint8Array<ArrayBuffer> }>
>;

/** Fonts of the pages, made at start from the packaged ones, and the style rules that name them. */
export type FontSlices = { readonly faces: string; readonly made: () => Promise<MadeFonts> };

/**
 * Cuts the characters of `text` out of BIZ UDPGothic in a worker, so that the server answers meanwhile; characters
 * outside the slice come from the whole font, which a browser loads only where one is needed.
 */
export function fontSlices(text: string): FontSlices {
  const characters = [...new Set(text)].filter((one) => one >= ' ').sort();
  let made: Promise<MadeFonts> | undefined;
  return {
    faces: faces(characters),
    made: () => {
      made ??= make(characters.join(''));
      return made;
    },
  };
}

function make(characters: string): Promise<MadeFonts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: characters });
    worker.unref();
    worker.once('message', (fonts: MadeFonts) => resolve(fonts));
    worker.once('error', reject);
  });
}

/** Digits first (`KL Num`), then the slice, then the whole font: of two rules for a character the later one wins. */
function faces(characters: readonly string[]): string {
  const rules = weights.flatMap((weight) => {
    const name = weight === '700' ? 'BIZ UDPGothic Bold' : 'BIZ UDPGothic';
    const rule = (family: string, source: string, range?: string) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:${source}${range ? `;unicode-range:${range}` : ''}}`;
    const file = (stem: string, extension: string, format: string) =>
      `url("/assets/fonts/${stem}-${weight}.${extension}") format("${format}")`;
    return [
      rule('KL Num', file('kl-num', 'woff2', 'woff2')),
      rule('BIZ UDPGothic', `local("${name}"),${file('whole', 'ttf', 'truetype')}`),
      rule('BIZ UDPGothic', `local("${name}"),${file('slice', 'woff2', 'woff2')}`, rangesOf(characters)),
    ];
  });
  return rules.join('\n');
}

/** `U+20-7e,U+3001` … of sorted characters. */
export function rangesOf(characters: readonly string[]): string {
  const codes = characters.flatMap((one) => one.codePointAt(0) ?? []).sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last && code <= last[1] + 1) last[1] = Math.max(last[1], code);
    else ranges.push([code, code]);
  }
  const hex = (code: number) => code.toString(16);
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}
