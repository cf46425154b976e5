import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitFiles, type Taken } from '#private/intake/commit.ts';
import { recogniseFile } from '#private/intake/detect.ts';
import type { FileKind, ReaderResult } from '#private/intake/reader.ts';
import { type Reconciled, reconcile } from '#private/intake/reconcile.ts';
import { ensureRawTables, keepScratch, openScratch, sourceOf } from '#private/intake/sources.ts';
import { createSealer } from '#private/vault/seal.ts';
import { openVault } from '#private/vault/vault.ts';
import { openForBuild, type Row, type Warehouse } from '#private/warehouse.ts';
import { ourInsurer } from './receipt/record.ts';

/** What one file came to. */
export type TakenFile = {
  readonly fileId: number;
  readonly kind: FileKind;
  readonly result: ReaderResult;
  readonly taken: Taken;
};

/** The intake without its processes and its home: reader → scratch file → commit, in this process. */
export type WholeIntake = {
  /** @param dividedFrom bytes from which on two threads share a file */
  readonly take: (bytes: Uint8Array, dividedFrom?: number) => Promise<TakenFile>;
  readonly rows: (sql: string) => Promise<Row[]>;
  /** Rows of the scratch file of the last file, taken in or not: what was told about it. */
  readonly told: () => readonly Row[];
  /** The reconciliation of everything taken in; nobody is in the vault, so that nothing is linked. */
  readonly reconciled: () => Promise<readonly Reconciled[]>;
  readonly close: () => void;
};

export async function openWholeIntake(): Promise<WholeIntake> {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-whole-'));
  const warehouse = await openForBuild(join(folder, 'warehouse.duckdb'));
  await ensureRawTables(warehouse);
  const vault = openVault(join(folder, 'vault.sqlite'));
  const sealIdentity = createSealer(generateKeyPairSync('x25519').publicKey);
  const path = join(folder, 'file');
  let fileId = 0;
  let told: readonly Row[] = [];

  async function read(
    kind: FileKind,
    scratch: Warehouse,
    dividedFrom: number | undefined,
  ): Promise<ReaderResult> {
    const source = sourceOf(kind);
    const reader = await source.load();
    return reader(path, {
      fileId,
      fileName: 'file',
      insurerNumber: ourInsurer,
      indexKey: Buffer.alloc(32, 7),
      sealIdentity,
      thisMonth: '2026-11',
      scratch,
      dividedFrom,
      onProgress: () => {},
    });
  }

  return {
    async take(bytes, dividedFrom) {
      writeFileSync(path, bytes);
      fileId++;
      told = [];
      const { kind } = await recogniseFile(path, 'file');
      const scratchPath = join(folder, `scratch-${fileId}.duckdb`);
      const scratch = await openScratch(scratchPath, sourceOf(kind));
      try {
        const result = await read(kind, scratch, dividedFrom);
        told = [
          ...(await scratch.rows('select * from raw.finding')),
          ...(await scratch.rows('select * from raw.quarantine')),
        ];
        await keepScratch(scratch);
        scratch.close();
        const name = { sha256: `digest-${fileId}`, name: 'file', bytes: bytes.length, scratch: scratchPath };
        const now = new Date('2026-11-21T03:00:00Z');
        const [taken] = await commitFiles(warehouse, vault, [{ fileId, kind, result, ...name }], now);
        return { fileId, kind, result, taken: taken! };
      } finally {
        scratch.close();
        for (const suffix of ['', '.wal', '.second']) rmSync(`${scratchPath}${suffix}`, { force: true });
      }
    },
    rows: (sql) => warehouse.rows(sql),
    told: () => told,
    reconciled: () => reconcile(warehouse),
    close() {
      warehouse.close();
      vault.close();
      rmSync(folder, { recursive: true });
    },
  };
}
