import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitFiles, type ReadFile } from '#private/intake/commit.ts';
import { ensureRawTables, ensureScratchTables, sourceOf } from '#private/intake/sources.ts';
import { openVault, type Vault } from '#private/vault/vault.ts';
import { openForBuild, type Warehouse } from '#private/warehouse.ts';

let folder: string;
let warehouse: Warehouse;
let vault: Vault;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kenpo-commit-'));
  warehouse = await openForBuild(join(folder, 'warehouse.duckdb'));
  vault = openVault(join(folder, 'vault.sqlite'));
  await ensureRawTables(warehouse);
});
afterEach(() => {
  warehouse.close();
  vault.close();
  rmSync(folder, { recursive: true });
});

/** A scratch file with two receipts of 100 and 50 points (and meals of 30 yen) in 3 lines each, read as `result`. */
async function readFile(fileId: number, counted: Partial<ReadFile['result']> = {}): Promise<ReadFile> {
  const scratch = join(folder, `file-${fileId}.duckdb`);
  const file = await openForBuild(scratch);
  await ensureScratchTables(file, sourceOf('receipt'));
  await file.run(`insert into raw.receipt (file_id, receipt_seq, identity, content, records, decided_points, meal_yen)
    values (${fileId}, 1, 'A${fileId}', 7, 3, 100, null), (${fileId}, 2, 'B${fileId}', 7, 3, 50, 30)`);
  await file.run(
    `insert into raw.detail (file_id, receipt_seq, line) values (${fileId}, 1, 4), (${fileId}, 2, 9)`,
  );
  file.close();
  const result = {
    form: 'insurer-medical',
    records: 6,
    receipts: 2,
    points: 150,
    yen: 1530,
    rows: {},
    ...counted,
  };
  return { fileId, sha256: `digest-${fileId}`, kind: 'receipt', name: 'x.csv', bytes: 1, scratch, result };
}

const count = async (table: string) =>
  (await warehouse.rows(`select count(*) as n from raw.${table}`))[0]?.['n'];
const now = new Date('2026-11-21T00:00:00Z');

describe('commitFiles', () => {
  it('takes in what balances', async () => {
    const [taken] = await commitFiles(warehouse, vault, [await readFile(1)], now);
    expect(taken?.accepted).toEqual({ records: 6, receipts: 2, points: 150, yen: 1530 });
    expect([await count('receipt'), await count('detail'), await count('file')]).toEqual([2, 2, 1]);
  });

  it.each([{ records: 7 }, { receipts: 3 }, { points: 149 }, { yen: 1531 }])(
    'takes nothing in where the reader counted %o',
    async (counted) => {
      await expect(commitFiles(warehouse, vault, [await readFile(1, counted)], now)).rejects.toThrow(
        /CHECK_FAILED/,
      );
      expect([await count('receipt'), await count('detail'), await count('file')]).toEqual([0, 0, 0]);
    },
  );

  it('counts a receipt that is there already as a duplicate, with all its rows left out', async () => {
    await commitFiles(warehouse, vault, [await readFile(1)], now);
    const again = { ...(await readFile(2)), sha256: 'other' };
    const scratch = await openForBuild(again.scratch);
    await scratch.run("update raw.receipt set identity = 'B1' where receipt_seq = 2");
    scratch.close();
    const [taken] = await commitFiles(warehouse, vault, [again], now);
    expect(taken?.duplicates).toEqual({ records: 3, receipts: 1, points: 50, yen: 530 });
    expect(await warehouse.rows('select file_id, position, of_file_id from raw.duplicate')).toEqual([
      { file_id: 2, position: 2, of_file_id: 1 },
    ]);
    expect(await warehouse.rows('select receipt_seq from raw.detail where file_id = 2')).toEqual([
      { receipt_seq: 1 },
    ]);
  });

  it('takes a receipt with other content under the same identity in as a new version, also within one file', async () => {
    await commitFiles(warehouse, vault, [await readFile(1)], now);
    const versions = await readFile(2);
    const scratch = await openForBuild(versions.scratch);
    await scratch.run("update raw.receipt set identity = 'B1', content = receipt_seq");
    scratch.close();
    const [taken] = await commitFiles(warehouse, vault, [versions], now);
    expect(taken?.accepted.receipts).toBe(2);
    expect(await count('duplicate')).toBe(0);
    expect(
      await warehouse.rows("select content from raw.receipt where identity = 'B1' order by content"),
    ).toEqual([{ content: 1 }, { content: 2 }, { content: 7 }]);
  });

  it('takes the same content in another month of processing in as a version: a return may have come between', async () => {
    const months = async (fileId: number, month: string) => {
      const file = await readFile(fileId);
      const scratch = await openForBuild(file.scratch);
      await scratch.run(
        `update raw.receipt set identity = 'B1', processing_month = '${month}'
         where receipt_seq = 2`,
      );
      scratch.close();
      return file;
    };
    const files = [
      await months(1, '2026-06-01'),
      await months(2, '2026-08-01'),
      await months(3, '2026-06-01'),
    ];
    const taken = await commitFiles(warehouse, vault, files, now);
    expect(taken.map(({ duplicates }) => duplicates.receipts)).toEqual([0, 0, 1]);
    expect(await warehouse.rows('select file_id, of_file_id from raw.duplicate')).toEqual([
      { file_id: 3, of_file_id: 1 },
    ]);
  });

  it('amounts in yen are conserved: a receipt with yen and no points', async () => {
    const inYen = await readFile(1, { points: 100, yen: 1000 + 13_250 });
    const scratch = await openForBuild(inYen.scratch);
    await scratch.run(
      'update raw.receipt set decided_points = null, decided_yen = 13220 where receipt_seq = 2',
    );
    scratch.close();
    const [taken] = await commitFiles(warehouse, vault, [inYen], now);
    expect(taken?.accepted).toEqual({ records: 6, receipts: 2, points: 100, yen: 14_250 });
  });

  it('takes neighbours in together: a receipt in both is the duplicate of the first', async () => {
    const second = { ...(await readFile(2)), sha256: 'other' };
    const scratch = await openForBuild(second.scratch);
    await scratch.run("update raw.receipt set identity = 'A1' where receipt_seq = 1");
    scratch.close();
    const taken = await commitFiles(warehouse, vault, [await readFile(1), second, await readFile(3)], now);
    expect(taken.map(({ accepted, duplicates }) => [accepted.receipts, duplicates.receipts])).toEqual([
      [2, 0],
      [1, 1],
      [2, 0],
    ]);
    expect(await warehouse.rows('select file_id, position, of_file_id from raw.duplicate')).toEqual([
      { file_id: 2, position: 1, of_file_id: 1 },
    ]);
    expect([await count('receipt'), await count('detail'), await count('file')]).toEqual([5, 5, 3]);
  });

  it('takes none of the neighbours in where one does not balance', async () => {
    const files = [await readFile(1), await readFile(2, { points: 149 })];
    await expect(commitFiles(warehouse, vault, files, now)).rejects.toThrow(/CHECK_FAILED/);
    expect([await count('receipt'), await count('detail'), await count('file')]).toEqual([0, 0, 0]);
    await commitFiles(warehouse, vault, files.slice(0, 1), now);
    expect(await count('file')).toBe(1);
  });

  it('can go on after a file that failed', async () => {
    await expect(commitFiles(warehouse, vault, [await readFile(1, { yen: 0 })], now)).rejects.toThrow();
    await commitFiles(warehouse, vault, [await readFile(2)], now);
    expect(await count('receipt')).toBe(2);
  });
});
