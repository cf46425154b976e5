import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#office/chain.ts';
import { ingest } from '#private/intake/ingest.ts';
import { reconcile } from '#private/intake/reconcile.ts';
import { openForBuild } from '#private/warehouse.ts';
import { silentEffects } from '#shared/effects.ts';
import type { Home } from '#shared/home.ts';
import { ourInsurer } from './receipt/files.ts';
import { deliver, ledger, ledgerRow, newHome, query, receipt, receiptFile, settings } from './society.ts';

const program = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url));
const preload = new URL('./kill-at.ts', import.meta.url).href;
const receiptsPerFile = 20;

/** Runs `kenpo ingest` to its n-th step (see kill-at.ts); resolves, once it is gone, to how it ended. */
function ingestAndKill(home: Home, step: number): Promise<NodeJS.Signals | number | null> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals | number | null>();
  const arguments_ = ['--import', preload, program, 'ingest', '--home', home.root];
  const env = { ...process.env, KILL_AT: String(step), KILL_COUNT: countFile(home) };
  spawn(process.execPath, arguments_, { stdio: 'ignore', env }).once('exit', (code, signal) =>
    resolve(signal ?? code),
  );
  return promise;
}

function countFile(home: Home): string {
  return join(home.root, 'steps');
}

/** Every file is in wholly or not at all, and everything that is in balances. */
async function expectWhole(home: Home): Promise<void> {
  const warehouse = await openForBuild(home.warehouse);
  try {
    const exists = await warehouse.rows(
      "select 1 from information_schema.tables where table_name = 'audited'",
    );
    if (exists.length === 0) return;
    await reconcile(warehouse);
    const counts = await warehouse.rows(
      `select f.receipts, count(r.receipt_seq) as there from raw.file f
       left join raw.receipt r using (file_id) where f.kind = 'receipt' group by f.file_id, f.receipts`,
    );
    for (const row of counts) expect(row['there']).toBe(row['receipts']);
    const strangers = await warehouse.rows(
      'select 1 from raw.receipt where file_id not in (select file_id from raw.file)',
    );
    expect(strangers).toEqual([]);
  } finally {
    warehouse.close();
  }
}

describe('kill -9 at any point of an intake', () => {
  let home: Home;
  beforeAll(async () => {
    home = await newHome();
    writeFileSync(home.settings, `[society]\nname = "みほん"\ninsurer_number = "${ourInsurer}"\n`);
  });
  afterAll(() => rmSync(home.root, { recursive: true }));

  /** One ledger and two receipt files more. */
  const deliverMore = (round: number) => {
    const asOf = `2026-10-${String(round + 10)}`;
    const member = ledgerRow({ id: `N${round}`, number: `9${round}`, asOf });
    deliver(home, `ledger-${round}.csv`, ledger(ledgerRow({ asOf }), member));
    for (const part of [0, 1]) {
      const first = (round * 2 + part) * receiptsPerFile;
      const receipts = Array.from({ length: receiptsPerFile }, (_, index) =>
        receipt(first + index, 100 + index),
      );
      deliver(home, `receipts-${round}-${part}.csv`, receiptFile(...receipts));
    }
  };

  it('leaves the state before or after, ten times, and the next run completes', async () => {
    deliverMore(0);
    expect(await ingestAndKill(home, 0)).toBe(0);
    const steps = Number(readFileSync(countFile(home), 'utf8'));
    const taken: number[] = [];
    for (let round = 1; round <= 10; round++) {
      rmSync(home.inbox, { recursive: true });
      deliverMore(round);
      expect(await ingestAndKill(home, Math.floor((steps * round) / 11))).toBe('SIGKILL');
      await expectWhole(home);
      const [before] = await query(home, 'select count(*) as files from raw.file');
      taken.push(Number(before?.['files']) - round * 3);

      const report = await ingest(home, settings, [], silentEffects());
      expect(report.counts.refused).toBe(0);
      await expectWhole(home);
      const sums = 'count(*) as files, sum(receipts)::bigint as receipts, sum(points)::bigint as points';
      const files = (round + 1) * 2;
      const points = files * (receiptsPerFile * 100 + (receiptsPerFile * (receiptsPerFile - 1)) / 2);
      expect(await query(home, `select ${sums} from raw.file`)).toEqual([
        { files: (round + 1) * 3, receipts: files * receiptsPerFile, points },
      ]);
      expect(readdirSync(home.tmp)).toEqual([]);
      expect(readdirSync(home.raw)).toHaveLength((round + 1) * 3);
      expect(readdirSync(home.private).filter((name) => name.startsWith('in-use'))).toEqual([]);
      expect(verifyChain(home.office, 'audit').broken).toBeUndefined();
    }
    expect(verifyChain(home.office, 'audit').events).toBeGreaterThanOrEqual(33);
    expect(new Set(taken)).toContain(0);
    expect(new Set(taken)).toContain(3);
  });
});
