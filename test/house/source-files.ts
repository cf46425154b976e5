import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The project's root folder. */
export const root = join(import.meta.dirname, '..', '..');

/** Every file below the given folders of the project with one of the endings, as `path → text`. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !endings.some((ending) => entry.name.endsWith(ending))) continue;
      const path = join(entry.parentPath, entry.name);
      if (path.includes('/node_modules/') || path.includes('/.cache/')) continue;
      files.set(relative(root, path), readFileSync(path, 'utf8'));
    }
  }
  return files;
}
