import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '#release/form.ts';
import { dashboardsDirectory } from '../dashboards.ts';

/** ASCII, kana, punctuation and signs that any page may need. */
const always = [
  [0x20, 0x7e],
  [0x3001, 0x303f],
  [0x3041, 0x30ff],
  [0xff01, 0xff5e],
].flatMap(([from = 0, to = 0]) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
);

/** Every text our pages can show: the product's own, and the words of the release. */
export function pageTexts(manifest: Manifest | undefined): string {
  const own = fileURLToPath(new URL('..', import.meta.url));
  const sources = [own, dashboardsDirectory].flatMap(sourceFiles).map((path) => readFileSync(path, 'utf8'));
  return [...always, '−×±△▲▽…◯〜', ...sources, JSON.stringify(manifest ?? '')].join('');
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}
