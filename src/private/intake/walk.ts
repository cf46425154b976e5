import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { UserError } from '#shared/errors.ts';
import { isUnreadable } from './refusals.ts';

/** Something to take in; `name` is its path below what was asked for, as it can be printed. */
export type FoundFile = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** Why it cannot be taken in: a link or device, or not to be opened. */
  readonly fault?: 'not-plain' | 'unreadable';
};

/** What operating systems leave in folders. */
const ignored = /^(\..*|Thumbs\.db|desktop\.ini|~\$.*)$/i;

/**
 * Everything below the given files and folders, in the order of their names. A given path may be a link; links inside
 * a folder are not followed, they are found with a fault, as is what cannot be opened.
 * @throws {UserError} INPUT_UNREADABLE where a given path does not exist.
 */
export function findFiles(paths: readonly string[]): FoundFile[] {
  return paths
    .flatMap((path) => {
      if (!statSync(path, { throwIfNoEntry: false })) throw missing(path);
      return [...walk(path, path)];
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function* walk(path: string, top: string): Generator<FoundFile> {
  const name = printable(relative(top, path) || basename(path));
  const entry = (path === top ? statSync : lstatSync)(path, { throwIfNoEntry: false });
  if (!entry) yield { path, name, bytes: 0, fault: 'unreadable' };
  else if (entry.isFile()) yield { path, name, bytes: entry.size };
  else if (!entry.isDirectory()) yield { path, name, bytes: 0, fault: 'not-plain' };
  else {
    const names = namesIn(path);
    if (!names) yield { path, name, bytes: 0, fault: 'unreadable' };
    else for (const inside of names) if (!ignored.test(inside)) yield* walk(join(path, inside), top);
  }
}

function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (isUnreadable(error, folder)) return undefined;
    throw error;
  }
}

/** A file name for a terminal: what would steer it, or turn the direction of writing, becomes `?`. */
export function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

function missing(path: string): UserError {
  const name = printable(basename(path));
  return new UserError(
    'INPUT_UNREADABLE',
    {
      ja: `${name} というファイルやフォルダーが見つかりません。何も取り込んでいません。`,
      en: `There is no file or folder ${name}. Nothing was taken in.`,
    },
    {
      hint: {
        ja: '場所を確かめて、もう一度実行してください。',
        en: 'Check the path and run the command again.',
      },
    },
  );
}
