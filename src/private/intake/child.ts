import { createPublicKey } from 'node:crypto';
import { createSealer } from '../vault/seal.ts';
import { failureOf } from './failure.ts';
import type { ReadAnswer, ReadOrder } from './messages.ts';
import type { ReaderResult } from './reader.ts';
import { keepScratch, openScratch, sourceOf } from './sources.ts';

/**
 * A process of its own: reads ONE file at a time into ONE scratch file (a reader may give a half of a large one to a thread
 * with a scratch file of its own). It never sees the warehouse or the vault.
 */
async function read(order: ReadOrder): Promise<ReaderResult> {
  const source = sourceOf(order.kind);
  const reader = await source.load();
  const scratch = await openScratch(order.scratch, source);
  try {
    let told = 0;
    const result = await reader(order.path, {
      fileId: order.fileId,
      fileName: order.fileName,
      insurerNumber: order.insurerNumber,
      indexKey: Buffer.from(order.indexKey, 'base64'),
      sealIdentity: createSealer(createPublicKey(order.vaultPublicKey)),
      thisMonth: order.thisMonth,
      scratch,
      dividedFrom: order.dividedFrom,
      onProgress(bytes) {
        if (bytes - told < 4_000_000) return;
        told = bytes;
        answer({ type: 'progress', bytes });
      },
    });
    await keepScratch(scratch);
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
    return failureOf(thrown, order);
  }
}

process.once('disconnect', () => process.exit(1));
process.on('message', async (order: ReadOrder) => answer(await main(order)));
