import { lstatSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { UserError } from '#shared/errors.ts';

/** A file to take in; `name` is its path below what was asked for. */
export type FoundFile = { readonly path: string; readonly name: string; readonly bytes: number };

/** What operating systems leave in folders. */
const ignored = /^(\..*|Thumbs\.db|desktop\.ini|~\$.*)$/i;

/**
 * All files below the given files and folders, in the order of their names. Links are not followed.
 * @throws {UserError} INPUT_UNREADABLE where a given path does not exist.
 */
export function findFiles(paths: readonly string[]): FoundFile[] {
  return paths
    .flatMap((path) => [...walk(path, path)])
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function* walk(path: string, top: string): Generator<FoundFile> {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) throw unreadable(path);
  if (entry.isFile()) yield { path, name: relative(top, path) || basename(path), bytes: entry.size };
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(path).sort()) if (!ignored.test(name)) yield* walk(join(path, name), top);
}

function unreadable(path: string): UserError {
  return new UserError(
    'INPUT_UNREADABLE',
    {
      ja: `${basename(path)} というファイルやフォルダーが見つかりません。何も取り込んでいません。`,
      en: `There is no file or folder ${basename(path)}. Nothing was taken in.`,
    },
    {
      hint: {
        ja: '場所を確かめて、もう一度実行してください。',
        en: 'Check the path and run the command again.',
      },
    },
  );
}
