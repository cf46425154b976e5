import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { listen, startServer } from '../../src/public/server.ts';
import { plausibleContent } from '../public/plausible-release.ts';
import { publishSample } from '../release/sample-release.ts';

/** Requests a measurement, and how many are under way at once. */
const [requests, atOnce] = [2000, 8];

/** Requests a second of pages and API against a bare Hono page of the same size, in one run; ratio 1 is as fast. */
export async function benchServe() {
  const home = mkdtempSync(join(tmpdir(), 'kenpo-bench-'));
  publishSample(home, await plausibleContent({ years: [2024, 2025] }));
  const server = await startServer(home, 0);
  const results: {
    name: string;
    kilobytes: number;
    perSecond: number;
    barePerSecond: number;
    ratio: number;
  }[] = [];
  for (const path of ['', 'disease', 'analyses/members', 'api/analyses/members']) {
    const text = await (await fetch(server.url + path)).text();
    const bare = await listen(new Hono().get('/', (context) => context.html(text)).fetch, 0);
    await perSecond(bare.url, requests / 10);
    await perSecond(server.url + path, requests / 10);
    const rounds = [];
    for (let round = 0; round < 5; round++)
      rounds.push([
        await perSecond(bare.url, requests / 5),
        await perSecond(server.url + path, requests / 5),
      ] as const);
    const barePerSecond = median(rounds.map(([speed]) => speed));
    const ours = median(rounds.map(([, speed]) => speed));
    await bare.close();
    const kilobytes = Math.round(Buffer.byteLength(text) / 1024);
    results.push({
      name: `/${path}`,
      kilobytes,
      perSecond: ours,
      barePerSecond,
      ratio: ours / barePerSecond,
    });
  }
  await server.close();
  rmSync(home, { recursive: true });
  return { bench: 'serve', ratio: results[0]?.ratio ?? 0, results };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function perSecond(url: string, count: number): Promise<number> {
  const start = performance.now();
  let left = count;
  const worker = async () => {
    while (left-- > 0) await (await fetch(url)).arrayBuffer();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return Math.round((count / (performance.now() - start)) * 1000);
}
