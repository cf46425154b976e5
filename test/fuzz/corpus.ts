import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { generateSociety } from '#sample-data/generate.ts';
import { silentEffects } from '#shared/effects.ts';
import { delivery, writeDelivery } from '../private/intake/receipt/written-file.ts';

/** Files to start from, and words in them that no message may repeat. */
export type Corpus = { readonly files: Buffer[]; readonly secrets: readonly string[] };

/** Lines of a text file that is one of the seeds: a mutant must be quick to read. */
const mostLines = 80;
const mostBytes = 60_000;

/**
 * Receipt files of every kind and form from the tests' own generator, and all kinds of files a small sample society
 * receives: ledgers, masters, lists, checkup archives, receipts.
 */
export async function makeCorpus(seed: number): Promise<Corpus> {
  const written = fc.sample(delivery, { seed, numRuns: 20 }).map((given) => writeDelivery(given).bytes);
  const { files, canaries } = await smallSociety(seed);
  const secrets = ['カナリヤ', 'ひみつ', 'みほん', '９７５３１', '８６４２０', ...canaries];
  return { files: [...written, ...files], secrets };
}

async function smallSociety(seed: number): Promise<{ files: Buffer[]; canaries: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-fuzz-'));
  try {
    const inbox = join(folder, 'inbox');
    const size = { members: 150, months: 2, seed, firstMonth: '2025-04' } as const;
    const { canaries } = await generateSociety(
      { ...size, inbox, planted: join(folder, 'planted.json') },
      silentEffects(),
    );
    const paths = readdirSync(inbox, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return { files: paths.map((path) => shortened(readFileSync(path))), canaries };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first lines of a text file; an archive as it is. */
function shortened(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 0, 2) === 'PK') return bytes;
  let end = 0;
  for (let line = 0; line < mostLines && end < mostBytes; line++) {
    const next = bytes.indexOf(0x0a, end);
    if (next < 0) return bytes;
    end = next + 1;
  }
  return bytes.subarray(0, end);
}
