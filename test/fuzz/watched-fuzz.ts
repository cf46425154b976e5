import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Counts, Failure } from './fuzz.ts';

export type FuzzOptions = {
  readonly seed: number;
  readonly seconds: number;
  readonly rounds: number;
  /** A round without a sign of life for so long is a hang. */
  readonly patienceSeconds?: number;
  /** A fault to prove the watch alive. */
  readonly planted?: { readonly round: number; readonly what: 'crash' | 'hang' };
};
export type WorkerOrder = Omit<FuzzOptions, 'patienceSeconds'> & { readonly from: number };
export type WorkerReport =
  | { readonly type: 'round'; readonly number: number }
  | { readonly type: 'failure'; readonly failure: Failure }
  | { readonly type: 'done'; readonly counts: Counts };
export type FuzzResult = { readonly counts: Counts; readonly failures: readonly Failure[] };

const program = fileURLToPath(new URL('./worker.ts', import.meta.url));
const mostRestarts = 20;
const heapMb = 1024;
/** Until the first round: the program is loaded and the files to start from are made. */
const startSeconds = 120;

/** Fuzzes in a process of its own; where that hangs or dies, the round is a failure and the next goes on in a new one. */
export async function watchedFuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { patienceSeconds = 30, ...order } = options;
  const failures: Failure[] = [];
  const counts: Counts = { rounds: 0, refused: 0, kept: 0, marks: 0 };
  const end = performance.now() + options.seconds * 1000;
  let from = 0;
  for (let start = 0; start <= mostRestarts; start++) {
    const seconds = (end - performance.now()) / 1000;
    const run = await oneProcess({ ...order, from, seconds }, patienceSeconds);
    failures.push(...run.failures);
    counts.rounds += run.counts?.rounds ?? run.last + 1 - from;
    counts.refused += run.counts?.refused ?? 0;
    counts.kept += run.counts?.kept ?? 0;
    counts.marks = Math.max(counts.marks, run.counts?.marks ?? 0);
    if (run.counts) return { counts, failures };
    from = run.last + 1;
  }
  return { counts, failures };
}

type Run = { readonly last: number; readonly failures: Failure[]; readonly counts?: Counts };

function oneProcess(order: WorkerOrder, patienceSeconds: number): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const child = fork(program, { stdio: 'ignore', execArgv: [`--max-old-space-size=${heapMb}`] });
  const failures: Failure[] = [];
  let last = order.from - 1;
  let hung = false;
  let counts: Counts | undefined;
  let timer = setTimeout(onHang, startSeconds * 1000);
  function onHang(): void {
    hung = true;
    child.kill('SIGKILL');
  }
  child.on('message', (report: WorkerReport) => {
    clearTimeout(timer);
    timer = setTimeout(onHang, patienceSeconds * 1000);
    if (report.type === 'round') last = report.number;
    else if (report.type === 'failure') failures.push(report.failure);
    else counts = report.counts;
  });
  child.once('exit', (code, signal) => {
    clearTimeout(timer);
    if (counts) return resolve({ last, failures, counts });
    failures.push({ round: last, what: hung ? 'hang' : `the process ended (${signal ?? code})` });
    resolve({ last: Math.max(last, order.from), failures });
  });
  child.send(order);
  return promise;
}
