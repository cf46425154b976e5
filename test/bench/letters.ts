import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bulk } from '../../src/print/bulk.ts';
import { letterTemplate, sampleLetter, samplePart } from '../print/letter-sample.ts';

type Letter = ReturnType<typeof sampleLetter>;

/** Letters of one sheet, and rows in each. */
const [letters, rows] = [10_000, 12];

/** The words of a letter as running text: what the typesetter needs for these glyphs alone. */
const bare = `#let data = json("/data.json")
#set page(paper: "a4")
#for text in data.letters { page(text) }
`;

/**
 * 10,000 medical-cost letters in parts of 500, laid out and typeset, against the same words as running text, one page a
 * letter, in one run. Ratio: processor time a page, anchor = 1; `perSecondPerCore` counts the processor time of all
 * threads.
 */
export async function benchLetters() {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-bench-'));
  const running = join(folder, 'running.typ');
  writeFileSync(running, bare);
  const run = (name: string, template: string, count: number, toData: (own: readonly Letter[]) => unknown) =>
    measure(name, bulk(template, sample(count), { number: () => '2026-00012', data: toData }));
  const asText = (own: readonly Letter[]) => ({ letters: own.map(wordsOf) });
  const asLetters = (own: readonly Letter[]) => samplePart(own, '2026-00012');
  await run('warm-up', letterTemplate, 20, asLetters);
  const before = await run('anchor: the same words as running text', running, letters / 10, asText);
  const ours = await run('medical-cost letters', letterTemplate, letters, asLetters);
  const after = await run('anchor: the same words as running text', running, letters / 10, asText);
  rmSync(folder, { recursive: true });
  const anchor = (before.cpuMsPerPage + after.cpuMsPerPage) / 2;
  return { bench: 'letters', ratio: ours.cpuMsPerPage / anchor, results: [before, ours, after] };
}

function* sample(count: number): Generator<Letter> {
  for (let seed = 0; seed < count; seed++) {
    const name = `${['見本', '例田', '架空'][seed % 3]} ${['太郎', '花子', '一夫', '良子'][seed % 4]}`;
    const place = ['みほん内科クリニック', 'ためし薬局 本店', 'れいだい歯科医院'][seed % 3] ?? '';
    const address = `見本県架空市例示町${seed % 97}丁目${seed % 31}番${seed % 7}号　みほんハイツ${seed % 500}`;
    yield sampleLetter({ rows, name, place, address, seed });
  }
}

/** Every text of a letter, one after another. */
function wordsOf(letter: Letter): string {
  const texts: string[] = [];
  JSON.stringify(letter, (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join(' ').replaceAll('\n', ' ');
}

async function measure(name: string, parts: AsyncIterable<{ bytes: Uint8Array; sheets: number }>) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const memory: number[] = [];
  let [pages, bytes] = [0, 0];
  for await (const part of parts) {
    pages += part.sheets;
    bytes += part.bytes.byteLength;
    memory.push(Math.round(process.memoryUsage().rss / 2 ** 20));
  }
  const used = process.cpuUsage(cpu);
  const cpuSeconds = (used.user + used.system) / 1e6;
  return {
    name,
    pages,
    parts: memory.length,
    seconds: round((performance.now() - start) / 1000),
    perSecondPerCore: Math.round(pages / cpuSeconds),
    cpuMsPerPage: round((cpuSeconds / pages) * 1000),
    kilobytesPerPage: round(bytes / pages / 1024),
    megabytes: { first: memory[0], halfway: memory[memory.length >> 1], last: memory.at(-1) },
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
