import { rmSync } from 'node:fs';
import { UserError } from '#shared/errors.ts';
import type { Home } from '#shared/home.ts';
import type { Vault } from '../vault/vault.ts';
import type { Warehouse } from '../warehouse.ts';
import { commitFiles, isLedgerOfPeople, type ReadFile, type Taken } from './commit.ts';
import { isDiskFull } from './messages.ts';
import type { PlannedFile } from './plan.ts';
import { rawPath } from './raw-store.ts';
import type { FileKind } from './reader.ts';
import { diskFull, isUnreadable, unreadableFile } from './refusals.ts';
import { scratchesOf } from './scratch.ts';

/** What became of one file. */
export type FileOutcome = {
  /** Path below the folder that was asked for. */
  readonly name: string;
  readonly status: 'taken' | 'already' | 'refused';
  readonly kind?: FileKind;
  readonly taken?: Taken;
  readonly error?: UserError;
};

type ReadAttempt = { readonly file: PlannedFile; readonly read: ReadFile };
/** A planned file after its turn with the readers. */
export type Attempt =
  | ReadAttempt
  | { readonly file: PlannedFile; readonly already: true }
  | { readonly file: PlannedFile; readonly error: UserError };

/** Neighbours that can be taken in together: files read, of one kind, and not ledgers of persons. */
export function batchesOf(ready: readonly Attempt[]): readonly (readonly Attempt[])[] {
  const batches: Attempt[][] = [];
  for (const one of ready) {
    const last = batches.at(-1);
    const [head] = last ?? [];
    if (last && head && isRead(head) && isRead(one) && areTogether(head, one)) last.push(one);
    else batches.push([one]);
  }
  return batches;
}

function isRead(one: Attempt): one is ReadAttempt {
  return 'read' in one;
}

function areTogether(a: ReadAttempt, b: ReadAttempt): boolean {
  return a.read.kind === b.read.kind && !isLedgerOfPeople(a.read);
}

/** Takes the scratch files in, together where that works, else one by one, so that a bad file goes alone. */
export async function takeIn(
  batch: readonly Attempt[],
  warehouse: Warehouse,
  vault: Vault,
  home: Home,
  known: Set<string>,
  now: Date,
): Promise<readonly FileOutcome[]> {
  const digests = new Set(known);
  const fresh = batch.filter(isRead).filter(({ read: { sha256 } }) => {
    const isNew = !digests.has(sha256);
    digests.add(sha256);
    return isNew;
  });
  try {
    const reads = fresh.map(({ read }) => read);
    const taken = reads.length > 0 ? await commitFiles(warehouse, vault, reads, now) : [];
    for (const { sha256 } of reads) known.add(sha256);
    return batch.map((one) =>
      outcomeOf(one, taken[fresh.findIndex(({ read }) => isRead(one) && one.read === read)]),
    );
  } catch (error) {
    if (batch.length === 1) return [await refusedOutcome(batch[0]!, error, warehouse, home)];
    const outcomes: FileOutcome[] = [];
    for (const one of batch) outcomes.push(...(await takeIn([one], warehouse, vault, home, known, now)));
    return outcomes;
  } finally {
    for (const { path } of batch.filter(isRead).flatMap(({ read }, index) => scratchesOf(read, index)))
      for (const suffix of ['', '.wal']) rmSync(`${path}${suffix}`, { force: true });
  }
}

function outcomeOf(done: Attempt, taken: Taken | undefined): FileOutcome {
  const { name, kind } = done.file;
  if ('error' in done) return { name, kind, status: 'refused', error: done.error };
  return taken ? { name, kind, status: 'taken', taken } : { name, kind, status: 'already' };
}

async function refusedOutcome(
  done: Attempt,
  error: unknown,
  warehouse: Warehouse,
  home: Home,
): Promise<FileOutcome> {
  const { name, kind } = done.file;
  if (isRead(done)) await dropOriginal(warehouse, home, done.read.sha256);
  return { name, kind, status: 'refused', error: asRefusal(error, done.file) };
}

/** The sealed original of a file that was not taken in goes again; one in the warehouse stays whatever happened. */
async function dropOriginal(warehouse: Warehouse, home: Home, sha256: string): Promise<void> {
  const taken = await warehouse.rows('select file_id from raw.file where sha256 = $sha256', { sha256 });
  if (taken.length === 0) rmSync(rawPath(home.raw, sha256), { force: true });
}

/** A file's own refusal; what is no refusal (a bug, a failed check) stops the run. */
export function asRefusal(error: unknown, { name, path }: PlannedFile): UserError {
  if (isDiskFull(error)) return diskFull(name);
  if (isUnreadable(error, path)) return unreadableFile(name);
  if (error instanceof UserError && (error.exitCode === 10 || error.code === 'INPUT_UNREADABLE'))
    return error;
  throw error;
}
