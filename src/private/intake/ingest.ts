import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { appendAudit } from '#office/audit/chain.ts';
import type { Settings } from '#shared/config.ts';
import type { Effects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { monthOf } from '#shared/month.ts';
import { withHomeLock } from '../home-lock.ts';
import { readSecret, readVaultPublicKey } from '../keys.ts';
import { openVault } from '../vault/vault.ts';
import { openForBuild, type Warehouse } from '../warehouse.ts';
import { inOrder } from './ahead.ts';
import { settleBatches } from './confirmation.ts';
import { demoGuard } from './demo-files.ts';
import { fingerprintFile, type Look, lookAt } from './fingerprint.ts';
import { type PlannedFile, planIntake } from './plan.ts';
import { rawPath, type Sealed, sealFile } from './raw-store.ts';
import { type Readers, startReaders } from './readers.ts';
import {
  type Quarantined,
  quarantinedByReason,
  type Reconciled,
  type RowSetAside,
  reconcile,
  rowsSetAside,
} from './reconcile.ts';
import { noteRefused } from './refused.ts';
import { ensureRawTables } from './sources.ts';
import { type Attempt, asRefusal, batchesOf, type FileOutcome, takeIn } from './take-in.ts';
import { findFiles } from './walk.ts';

export type IngestReport = {
  readonly files: readonly FileOutcome[];
  /** Of everything in the warehouse, not of this run alone. */
  readonly reconciliation: readonly Reconciled[];
  readonly quarantined: readonly Quarantined[];
  /** Of this run the first rows that were set aside for what stands in named columns. */
  readonly setAside: readonly RowSetAside[];
  /** Files of checkups and guidance that wait to be confirmed (確定). */
  readonly waiting: number;
  /** Files of this run by outcome, and receipts (of every kind) and documents of checkups and guidance accepted in it. */
  readonly counts: { taken: number; already: number; refused: number; receipts: number; checkups: number };
};

/** Rows set aside that are told one by one. */
const shownRows = 50;

/**
 * Takes in files and folders (the home's inbox where none is named). Each file is taken in wholly or not at all:
 * read by a process of its own → original sealed → identities into the vault → one transaction of the warehouse (which
 * neighbours share) → audit entry. A refused file changes nothing, the others go on. Stopped at any point, the next run
 * continues.
 * @throws {UserError} HOME_IN_USE, INPUT_UNREADABLE, CHECK_FAILED
 */
export async function ingest(
  home: Home,
  settings: Settings,
  paths: readonly string[],
  effects: Effects,
): Promise<IngestReport> {
  return withHomeLock(home, async () => {
    removeLeftovers(home);
    const warehouse = await openForBuild(home.warehouse, home.tmp);
    try {
      await warehouse.run("set memory_limit = '256MB'");
      await ensureRawTables(warehouse);
      return await ingestAll(warehouse, home, settings, paths, effects);
    } finally {
      warehouse.close();
      removeLeftovers(home);
      for (const path of [home.warehouse, home.vault]) if (existsSync(path)) chmodSync(path, 0o600);
    }
  });
}

async function ingestAll(
  warehouse: Warehouse,
  home: Home,
  settings: Settings,
  paths: readonly string[],
  effects: Effects,
): Promise<IngestReport> {
  const firstId = await nextFileId(warehouse);
  const plan = await planIntake(findFiles(paths.length > 0 ? paths : [home.inbox]), firstId);
  const outcomes: FileOutcome[] = plan.refused.map(({ file, error }) => ({
    name: file.name,
    status: 'refused',
    error,
  }));
  const vault = openVault(home.vault);
  const readers = startReaders();
  const held = await warehouse.rows('select sha256, bytes from raw.file');
  const known = new Set(held.map((row) => String(row['sha256'])));
  const sizes = new Set(held.map((row) => Number(row['bytes'])));
  const guard = demoGuard(home, settings);
  const isKnown = (file: PlannedFile) => toBeKnown(file, sizes, known, guard, settings.society.demo);
  const progress = progressOf(plan.files, effects);
  const total = plan.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let unread = plan.files.length;
  const work = (file: PlannedFile) =>
    attempt(file, file.bytes * 3 > total * 2, home, settings, effects, isKnown, progress.at, readers)
      // Idle readers would keep their memory while the last files are committed.
      .finally(() => --unread === 0 && readers.close());
  try {
    for await (const ready of inOrder(plan.files, work, availableParallelism()))
      for (const batch of batchesOf(ready)) {
        outcomes.push(...(await takeIn(batch, warehouse, vault, home, known, effects.now())));
        for (const { file } of batch) progress.finished(file);
      }
    await recordAudit(warehouse, home, effects.now());
    const waiting = await settleBatches(warehouse, home, effects.now());
    await noteRefused(warehouse, outcomes, paths.length === 0, effects.now());
    const reconciliation = await reconcile(warehouse);
    const quarantined = await quarantinedByReason(warehouse);
    const setAside = await rowsSetAside(warehouse, firstId, shownRows);
    return { files: outcomes, reconciliation, quarantined, setAside, waiting, counts: countsOf(outcomes) };
  } finally {
    readers.close();
    vault.close();
  }
}

/**
 * Whether a file is here already: its digest is needed only where one of its size is, or where a demo home has to know its
 * own files. What is read meanwhile gets its digest as it is sealed.
 * @throws {UserError} INTAKE_FOREIGN_TO_DEMO
 */
async function toBeKnown(
  { path, name, bytes }: PlannedFile,
  sizes: ReadonlySet<number>,
  known: ReadonlySet<string>,
  guard: ReturnType<typeof demoGuard>,
  isDemo: boolean,
): Promise<boolean> {
  if (!isDemo && !sizes.has(bytes)) return false;
  const sha256 = await fingerprintFile(path, name);
  if (known.has(sha256)) return true;
  guard(sha256, name);
  return false;
}

/** Bytes of a file that is worth a second thread, where there is little to read beside it; it takes a moment to start. */
const largeFile = 24 << 20;

/**
 * Reads one file into a scratch file and seals the original; a refusal is a result, so that the others go on.
 * @param isMost of all that is read: there is little to read beside it
 */
async function attempt(
  file: PlannedFile,
  isMost: boolean,
  home: Home,
  settings: Settings,
  effects: Effects,
  isKnown: (file: PlannedFile) => Promise<boolean>,
  onProgress: (file: PlannedFile, bytes: number) => void,
  readers: Readers,
): Promise<Attempt> {
  try {
    const look = await lookAt(file.path, file.name);
    if (await isKnown(file)) return { file, already: true };
    const { fileId, kind, name } = file;
    const scratch = join(home.tmp, `file-${fileId}.duckdb`);
    const order = {
      kind,
      path: file.path,
      fileId,
      fileName: name,
      insurerNumber: settings.society.insurerNumber,
      thisMonth: monthOf(effects.now()),
      scratch,
      dividedFrom: isMost ? largeFile : undefined,
      indexKey: readSecret(home, 'index').toString('base64'),
      vaultPublicKey: readVaultPublicKey(home).export({ type: 'spki', format: 'pem' }).toString(),
    };
    const reading = readers.read(order, (read) => onProgress(file, read));
    const sealing = sealOriginal(file, home, look, reading);
    await Promise.allSettled([reading, sealing]).then(firstFailure);
    const [result, { sha256, bytes }] = await Promise.all([reading, sealing]);
    for (const note of result.notes ?? []) effects.log(note[effects.language]);
    return { file, read: { fileId, sha256, kind, name: basename(name), bytes, scratch, result } };
  } catch (error) {
    return { file, error: asRefusal(error, file) };
  }
}

/** Seals while the file is read; it is kept when it has been read, and nobody has changed it since it was first looked at. */
function sealOriginal(
  { path, fileId }: PlannedFile,
  home: Home,
  look: Look,
  reading: Promise<unknown>,
): Promise<Sealed> {
  const part = join(home.raw, `${fileId}.part`);
  return sealFile(path, part, readSecret(home, 'raw'), async ({ sha256, bytes }) => {
    await reading;
    await look.still(bytes);
    return rawPath(home.raw, sha256);
  });
}

/** The first of several errors, when all work has ended. */
function firstFailure(ended: readonly PromiseSettledResult<unknown>[]): void {
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Files whose audit entry is missing get one now, also those of a run that was stopped. */
async function recordAudit(warehouse: Warehouse, home: Home, now: Date): Promise<void> {
  const missing = await warehouse.rows(
    'select file_id, sha256 from raw.file where file_id not in (select file_id from raw.audited) order by file_id',
  );
  if (missing.length === 0) return;
  const at = now.toISOString();
  const events = missing.map(
    (row) => ({ at, actor: 'system', action: 'ingest', subject: String(row['sha256']) }) as const,
  );
  appendAudit(home.office, ...events);
  const last = Number(missing.at(-1)!['file_id']);
  await warehouse.run(
    `insert into raw.audited select file_id from raw.file
     where file_id <= ${last} and file_id not in (select file_id from raw.audited)`,
  );
}

/** Empties `private/tmp`, and removes originals that were not sealed to the end. */
function removeLeftovers(home: Home): void {
  for (const folder of [home.tmp, home.raw]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(home.tmp)) rmSync(join(home.tmp, name), { recursive: true, force: true });
  for (const name of readdirSync(home.raw))
    if (name.endsWith('.part')) rmSync(join(home.raw, name), { force: true });
}

async function nextFileId(warehouse: Warehouse): Promise<number> {
  const rows = await warehouse.rows('select coalesce(max(file_id), 0) + 1 as next from raw.file');
  return Number(rows[0]!['next']);
}

function progressOf(files: readonly PlannedFile[], { progress, language }: Effects) {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const read = new Map<PlannedFile, number>();
  const tell = (file: PlannedFile, bytes: number) => {
    read.set(file, bytes);
    const done = [...read.values()].reduce((sum, part) => sum + part, 0);
    progress(language === 'ja' ? '取り込み' : 'ingest', done, total);
  };
  return { at: tell, finished: (file: PlannedFile) => tell(file, file.bytes) };
}

function countsOf(files: readonly FileOutcome[]): IngestReport['counts'] {
  const of = (status: FileOutcome['status']) => files.filter((file) => file.status === status).length;
  const accepted = files.flatMap(({ kind, taken }) => (taken ? [{ kind, ...taken.accepted }] : []));
  return {
    taken: of('taken'),
    already: of('already'),
    refused: of('refused'),
    receipts: accepted.reduce((total, { kind, receipts }) => total + (kind === 'checkup' ? 0 : receipts), 0),
    checkups: accepted.reduce((total, { kind, records }) => total + (kind === 'checkup' ? records : 0), 0),
  };
}
