import { createPublicKey } from 'node:crypto';
import { UserError } from '#shared/errors.ts';
import { createSealer } from '../vault/seal.ts';
import { openForBuild } from '../warehouse.ts';
import { isDiskFull, placeOf, type ReadAnswer, type ReadOrder } from './messages.ts';
import type { ReaderResult } from './reader.ts';
import { isUnreadable, unreadableFile } from './refusals.ts';
import { ensureScratchTables, sourceOf } from './sources.ts';

/** A process of its own: reads ONE file at a time into ONE scratch file. It never sees the warehouse or the vault. */
async function read(order: ReadOrder): Promise<ReaderResult> {
  const source = sourceOf(order.kind);
  const reader = await source.load();
  const scratch = await openForBuild(order.scratch);
  try {
    await scratch.run('set threads = 1');
    await ensureScratchTables(scratch, source);
    let told = 0;
    const result = await reader(order.path, {
      fileId: order.fileId,
      fileName: order.fileName,
      insurerNumber: order.insurerNumber,
      indexKey: Buffer.from(order.indexKey, 'base64'),
      sealIdentity: createSealer(createPublicKey(order.vaultPublicKey)),
      thisMonth: order.thisMonth,
      scratch,
      onProgress(bytes) {
        if (bytes - told < 4_000_000) return;
        told = bytes;
        answer({ type: 'progress', bytes });
      },
    });
    await scratch.run('checkpoint');
    return result;
  } finally {
    scratch.close();
  }
}

function answer(message: ReadAnswer): void {
  process.send?.(message);
}

async function main(order: ReadOrder): Promise<ReadAnswer> {
  try {
    return { type: 'done', result: await read(order) };
  } catch (thrown) {
    const error = isUnreadable(thrown, order.path) ? unreadableFile(order.fileName) : thrown;
    if (error instanceof UserError) {
      const { code, text, hint, data } = error;
      return { type: 'refused', error: { code, text, hint, data } };
    }
    return isDiskFull(error) ? { type: 'disk-full' } : { type: 'failed', place: placeOf(error) };
  }
}

process.once('disconnect', () => process.exit(1));
process.on('message', async (order: ReadOrder) => answer(await main(order)));
