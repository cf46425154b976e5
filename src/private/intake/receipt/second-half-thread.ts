import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '../failure.ts';
import { keepScratch, openScratch } from '../sources.ts';
import { readPart } from './files.ts';
import { linesBefore } from './middle.ts';
import { firstDay } from './read.ts';
import type { HalfAnswer, HalfOrder, HalfRead } from './second-half.ts';
import { source } from './source.ts';
import { createTaking } from './taking.ts';
import { finishWriters, openReceiptWriters } from './writers.ts';

async function read(order: HalfOrder): Promise<HalfRead> {
  const { path, fileName, from } = order;
  const before = { lines: linesBefore(path, from), bytes: from };
  const scratch = await openScratch(order.scratch, source);
  try {
    const writers = await openReceiptWriters(scratch);
    const taking = createTaking(writers, order, firstDay(order.thisMonth));
    const { records, lines } = readPart(path, fileName, taking, { before });
    const half = { share: taking.share(), records, lines, rows: finishWriters(writers) };
    await keepScratch(scratch);
    return half;
  } finally {
    scratch.close();
  }
}

const given: HalfOrder = workerData;
const order = { ...given, indexKey: Buffer.from(given.indexKey) };
const answer: HalfAnswer = await read(order)
  .then((half): HalfAnswer => ({ type: 'read', half }))
  .catch((thrown: unknown) => failureOf(thrown, order));
parentPort?.postMessage(answer);
