import { type ChildProcess, fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorOf } from './failure.ts';
import type { ReadAnswer, ReadOrder } from './messages.ts';
import type { ReaderResult } from './reader.ts';
import { readerFailed } from './refusals.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Megabytes: readers keep little, so that collecting garbage early costs nothing and waiting costs memory. */
const memory = ['--max-semi-space-size=8', '--max-old-space-size=1024'];

/** Processes that read files, each one file at a time into one scratch file. */
export type Readers = {
  /** @throws {UserError} INTAKE_* */
  read(order: ReadOrder, onProgress: (bytes: number) => void): Promise<ReaderResult>;
  /** Ends all processes at once, also in the middle of a file. */
  close(): void;
};

/**
 * Starts processes as they are needed and uses an idle one again: warm code reads a file several times faster than
 * fresh code. One that ends unasked takes only its own file with it.
 */
export function startReaders(): Readers {
  const all = new Set<ChildProcess>();
  const idle: ChildProcess[] = [];
  let closed = false;
  return {
    async read(order, onProgress) {
      if (closed) throw readerFailed(order.fileName, 'closed');
      const child = idle.pop() ?? start(order, all);
      const result = await answerOf(child, order, onProgress).finally(() => {
        if (all.has(child)) idle.push(child);
      });
      return result;
    },
    close() {
      closed = true;
      for (const child of all) child.kill('SIGKILL');
      all.clear();
      idle.length = 0;
    },
  };
}

/**
 * A new process. It inherits no output: what a crashing engine prints may quote data. The compiled program is kept
 * beside the scratch files for the next process.
 */
function start(order: ReadOrder, all: Set<ChildProcess>): ChildProcess {
  const child = fork(program, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: memory,
    env: {
      TZ: 'Asia/Tokyo',
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(dirname(order.scratch), 'code'),
    },
  });
  all.add(child);
  const gone = () => all.delete(child);
  child.once('exit', gone).once('error', gone);
  return child;
}

/** Gives a process one file and waits for its answer or its end. */
function answerOf(
  child: ChildProcess,
  order: ReadOrder,
  onProgress: (bytes: number) => void,
): Promise<ReaderResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ReaderResult>();
  const onMessage = (answer: ReadAnswer) => {
    if (answer.type === 'progress') onProgress(answer.bytes);
    else if (answer.type === 'done') resolve(answer.result);
    else reject(errorOf(answer, order.fileName));
  };
  const onError = () => reject(readerFailed(order.fileName, 'start'));
  const onExit = (code: number | null, signal: NodeJS.Signals | null) =>
    reject(readerFailed(order.fileName, signal ?? `exit ${code}`));
  child.on('message', onMessage).once('error', onError).once('exit', onExit);
  child.send(order, (error) => error && onError());
  return promise.finally(() => {
    child.off('message', onMessage).off('error', onError).off('exit', onExit);
  });
}
