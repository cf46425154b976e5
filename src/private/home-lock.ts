import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';

/**
 * Runs `work` while this process alone may write to the home. A lock left by a process that is gone (killed, power
 * cut) is taken over.
 * @throws {UserError} HOME_IN_USE
 */
export function withHomeLock<T>(home: Home, work: () => Promise<T>): Promise<T> {
  return withLock(home.inUse, work);
}

/** As `withHomeLock`, for a lock of any one kind of work: the file `path` stands while it is done. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const release = acquire(path);
  try {
    return await work();
  } finally {
    release();
  }
}

function acquire(path: string): () => void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const mine = identity(process.pid);
  const own = `${path}.${process.pid}`;
  writeFileSync(own, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (tryLink(own, path)) {
        removeDrafts(path);
        return () => rmSync(path, { force: true });
      }
      const holder = readOr(path, '');
      if (holder !== '' && identity(Number(holder.split(' ')[0])) === holder) throw inUse();
      removeStale(path, holder);
    }
    throw inUse();
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes what killed processes left beside the lock; who is trying right now finds it taken anyway. */
function removeDrafts(path: string): void {
  const prefix = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path)))
    if (name.startsWith(prefix)) rmSync(join(dirname(path), name), { force: true });
}

/** Takes a stale lock away; if another process replaced it meanwhile, that one is put back. */
function removeStale(path: string, holder: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readOr(aside, '') !== holder) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Process number and, where the system tells, its start time: a number used again is not the same process. */
function identity(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 0) return 'none';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return 'none';
  }
  const stat = readOr(`/proc/${pid}/stat`, '');
  return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-'}`;
}

function readOr(path: string, fallback: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}

/** Another process works on the home, or on its warehouse. */
export function inUse(): UserError {
  return new UserError(
    'HOME_IN_USE',
    {
      ja: 'この組合のデータは、いま別の kenpo が使っています。何も変えていません。',
      en: 'Another kenpo is working on this home. Nothing was changed.',
    },
    {
      hint: {
        ja: '終わるのを待って、もう一度実行してください。',
        en: 'Wait until it is done and run the command again.',
      },
    },
  );
}
