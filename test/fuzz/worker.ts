import { openFuzzer } from './fuzz.ts';
import type { WorkerOrder, WorkerReport } from './watched-fuzz.ts';

/** Fuzzes in a process of its own and tells each round before it begins, so that a hang or a crash has a number. */
async function main({ seed, from, rounds, seconds, planted }: WorkerOrder): Promise<void> {
  const fuzzer = await openFuzzer(seed);
  const end = performance.now() + seconds * 1000;
  for (let number = from; number < rounds && performance.now() < end; number++) {
    await tell({ type: 'round', number });
    if (planted?.round === number) fail(planted.what);
    const failure = await fuzzer.round(number);
    if (failure) await tell({ type: 'failure', failure });
  }
  fuzzer.close();
  await tell({ type: 'done', counts: fuzzer.counts });
  process.disconnect();
}

function fail(what: 'crash' | 'hang'): void {
  if (what === 'crash') process.abort();
  for (;;) {}
}

function tell(report: WorkerReport): Promise<void> {
  return new Promise((resolve) => process.send?.(report, () => resolve()));
}

process.once('disconnect', () => process.exit());
process.once('message', (order: WorkerOrder) => void main(order));
