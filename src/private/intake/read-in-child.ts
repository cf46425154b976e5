import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '#shared/errors.ts';
import type { ReadAnswer, ReadOrder } from './messages.ts';
import type { ReaderResult } from './reader.ts';
import { diskFull, readerFailed } from './refusals.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));

/**
 * Reads one file in a process of its own, which ends at once when `signal` is aborted. It inherits no output: what a
 * crashing engine prints may quote data. The compiled program is kept beside the scratch files for the next process.
 * @throws {UserError} INTAKE_*
 */
export function readInChild(
  order: ReadOrder,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<ReaderResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ReaderResult>();
  const child = fork(program, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    signal,
    killSignal: 'SIGKILL',
    env: {
      TZ: 'Asia/Tokyo',
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(dirname(order.scratch), 'code'),
    },
  });
  child.on('message', (answer: ReadAnswer) => {
    if (answer.type === 'progress') onProgress(answer.bytes);
    else if (answer.type === 'done') resolve(answer.result);
    else if (answer.type === 'refused')
      reject(new UserError(answer.error.code, answer.error.text, known(answer.error)));
    else if (answer.type === 'disk-full') reject(diskFull(order.fileName));
    else reject(readerFailed(order.fileName, answer.place));
  });
  child.on('error', () => reject(readerFailed(order.fileName, 'start')));
  child.on('exit', (code, signal) => reject(readerFailed(order.fileName, signal ?? `exit ${code}`)));
  child.send(order);
  return promise;
}

function known({ hint, data }: Pick<UserError, 'hint' | 'data'>) {
  return { ...(hint ? { hint } : {}), ...(data === undefined ? {} : { data }) };
}
