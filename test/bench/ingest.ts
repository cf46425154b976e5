import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { IngestAnswer, IngestOrder } from './ingest-run.ts';
import { writeMedicalFile } from './receipt-file.ts';
import { type Watched, watchedRun } from './watched-run.ts';

const program = fileURLToPath(new URL('./ingest-run.ts', import.meta.url));

export type IngestRow = {
  readonly what: string;
  readonly receipts: number;
  readonly mb: number;
  readonly seconds: number;
  /** Against the anchor on as many receipts in the same run; time, and processor time. */
  readonly ratio?: number;
  readonly cpuRatio?: number;
  readonly secondsPerMillion: number;
  readonly peakMb: number;
};
export type IngestBench = {
  readonly bench: 'ingest';
  /** Whole intake ÷ anchor, on the file both read; of `benchGrowth` see there. */
  readonly ratio: number;
  readonly results: readonly IngestRow[];
};

/** About 300 MB. */
const usual = 300_000;

/**
 * The whole intake of `receipts` medical receipts (fingerprint, seal, child processes, scratch files, commit,
 * reconciliation, audit entry; a fresh home) against DuckDB's `read_csv` of the same content already in UTF-8 into one
 * wide text table, each in a process of its own, in turn. Then a tenth and a third of it, and two files of half the
 * size (memory flat? time linear? two cores?); with `full` also a million receipts.
 */
export async function benchIngest({ receipts = usual, rounds = 2, full = false } = {}): Promise<IngestBench> {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-bench-'));
  try {
    const one = join(folder, 'one.csv');
    const utf8 = join(folder, 'utf8.csv');
    writeMedicalFile(one, receipts);
    await toUtf8(one, utf8);
    const anchors: Watched<IngestAnswer>[] = [];
    const own: Watched<IngestAnswer>[] = [];
    for (let round = 0; round < rounds; round++) {
      anchors.push(await runAnchor(folder, utf8));
      own.push(await runIngest(folder, [one]));
    }
    const [base, best] = [fastest(anchors), fastest(own)];
    const bytes = statSync(one).size;
    const results = [
      rowOf('read_csv (UTF-8, one wide table)', base, bytes, base),
      rowOf('ingest', best, bytes, base),
    ];
    for (const path of [one, utf8]) rmSync(path);
    const sizes = [receipts / 10, receipts / 3, ...(full ? [1_000_000] : [])];
    for (const count of sizes.map(Math.round)) results.push(await ofSize(folder, [count]));
    results.push(await ofSize(folder, [Math.ceil(receipts / 2), Math.floor(receipts / 2)]));
    return { bench: 'ingest', ratio: best.answer.seconds / base.answer.seconds, results };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ingest alone, of a tenth and of all of so many receipts; the ratio is that of the time per receipt: 1 is linear growth. */
export async function benchGrowth(receipts: number): Promise<IngestBench> {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-bench-'));
  try {
    const tenth = await ofSize(folder, [Math.round(receipts / 10)]);
    const all = await ofSize(folder, [receipts]);
    return {
      bench: 'ingest',
      ratio: all.secondsPerMillion / tenth.secondsPerMillion,
      results: [tenth, all],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ingest of fresh files with so many receipts each. */
async function ofSize(folder: string, counts: readonly number[]): Promise<IngestRow> {
  let first = 1;
  const paths = counts.map((count, index) => {
    const path = join(folder, `part-${index}.csv`);
    writeMedicalFile(path, count, first);
    first += count;
    return path;
  });
  const run = await runIngest(folder, paths);
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  for (const path of paths) rmSync(path);
  return rowOf(counts.length === 1 ? 'ingest' : `ingest, ${counts.length} files`, run, bytes);
}

async function runIngest(folder: string, paths: readonly string[]): Promise<Watched<IngestAnswer>> {
  const home = join(folder, 'home');
  const run = await watchedRun<IngestAnswer>(program, { work: 'ingest', home, paths } satisfies IngestOrder);
  rmSync(home, { recursive: true });
  return run;
}

async function runAnchor(folder: string, path: string): Promise<Watched<IngestAnswer>> {
  const database = join(folder, 'anchor.duckdb');
  const run = await watchedRun<IngestAnswer>(program, {
    work: 'anchor',
    database,
    path,
  } satisfies IngestOrder);
  rmSync(database);
  return run;
}

function fastest(runs: readonly Watched<IngestAnswer>[]): Watched<IngestAnswer> {
  return [...runs].sort((a, b) => a.answer.seconds - b.answer.seconds)[0]!;
}

function rowOf(
  what: string,
  { answer: { seconds, receipts }, cpu, peakMb }: Watched<IngestAnswer>,
  bytes: number,
  anchor?: Watched<IngestAnswer>,
): IngestRow {
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    what,
    receipts,
    mb: Math.round(bytes / 1e6),
    seconds: rounded(seconds),
    ...(anchor
      ? { ratio: rounded(seconds / anchor.answer.seconds), cpuRatio: rounded(cpu / anchor.cpu) }
      : {}),
    secondsPerMillion: rounded((seconds / receipts) * 1e6),
    peakMb,
  };
}

/** The same content in UTF-8, block by block. */
async function toUtf8(from: string, to: string): Promise<void> {
  const decoder = new TextDecoder('shift_jis');
  const decode = async function* (blocks: AsyncIterable<Buffer>) {
    for await (const block of blocks) yield decoder.decode(block, { stream: true });
  };
  await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), decode, createWriteStream(to));
}
