import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const cache = fileURLToPath(new URL('../.cache/chromium/', import.meta.url));
const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');

/** A headless browser from the npm package alone: no system package, no system font, no own traffic. */
export async function launchBrowser(): Promise<Browser> {
  const folder = unpack();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    chromiumSandbox: false,
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      HOME: folder,
    },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Unpacks once (about two seconds); the finished folder appears under its name only when it is whole. */
function unpack(): string {
  const done = join(cache, 'ready');
  if (existsSync(done)) return done;
  const unfinished = join(cache, `unfinished-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'chromium'), decompress(join(bin, 'chromium.br')), { mode: 0o755 });
  untar(decompress(join(bin, 'al2023.tar.br')), join(unfinished, 'al2023'));
  untar(decompress(join(bin, 'fonts.tar.br')), join(unfinished, 'fonts'));
  writeFileSync(join(unfinished, 'fonts', 'fonts.conf'), fontConfiguration(done));
  if (existsSync(done)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, done);
  return done;
}

/** The packaged configuration names folders of another machine; fonts and their cache stay in our own. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts', 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;
}

function decompress(path: string): Buffer {
  return brotliDecompressSync(readFileSync(path));
}

/** Files of a plain tar. */
function untar(data: Buffer, folder: string): void {
  for (let at = 0; at + 512 <= data.length && data[at] !== 0; ) {
    const name = text(data, at, 100);
    const size = Number.parseInt(text(data, at + 124, 12), 8) || 0;
    const isFile = ['0', ''].includes(text(data, at + 156, 1));
    const path = join(folder, name);
    if (isFile && !name.includes('..')) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, data.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function text(data: Buffer, at: number, length: number): string {
  return data
    .toString('utf8', at, at + length)
    .replace(/\0.*$/s, '')
    .trim();
}
