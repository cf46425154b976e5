import { Worker } from 'node:worker_threads';
import type { Month } from '#shared/month.ts';
import { errorOf, type Failure } from '../failure.ts';
import { readerFailed } from '../refusals.ts';
import type { ShareContext, TakenShare } from './share.ts';

/** The second half of a file, read by a thread of its own into a scratch file of its own. */
export type HalfOrder = ShareContext & {
  readonly path: string;
  readonly from: number;
  readonly thisMonth: Month;
  readonly scratch: string;
};
export type HalfRead = {
  readonly share: TakenShare;
  readonly records: number;
  /** Of the whole file. */
  readonly lines: number;
  readonly rows: Readonly<Record<string, number>>;
};
export type HalfAnswer = { readonly type: 'read'; readonly half: HalfRead } | Failure;

const program = new URL('./second-half-thread.ts', import.meta.url);

/**
 * Starts the thread; it works while this one does.
 * @throws {UserError} as `readReceipts`
 */
export function readSecondHalf(order: HalfOrder): Promise<HalfRead> {
  const { promise, resolve, reject } = Promise.withResolvers<HalfRead>();
  const thread = new Worker(program, {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 },
  });
  thread.once('message', (answer: HalfAnswer) => {
    if (answer.type === 'read') resolve(answer.half);
    else reject(errorOf(answer, order.fileName));
  });
  thread.once('error', () => reject(readerFailed(order.fileName, 'thread')));
  thread.once('exit', () => reject(readerFailed(order.fileName, 'thread')));
  return promise;
}
