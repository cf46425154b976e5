import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { generateSociety } from '#sample-data/generate.ts';
import { silentEffects } from '#shared/effects.ts';
import * as checkups from '../private/intake/checkup/documents.ts';
import { delivery, writeDelivery } from '../private/intake/receipt/written-file.ts';

/** Files to start from, and words in them that no message may repeat. */
export type Corpus = { readonly files: Buffer[]; readonly secrets: readonly string[] };

/** Lines of a text file that is one of the seeds: a mutant must be quick to read. */
const mostLines = 80;
const mostBytes = 60_000;

/**
 * Receipt files of every kind and form and documents of checkups and guidance from the tests' own generators, and all kinds
 * of files a small sample society receives: ledgers, masters, lists, checkup archives, receipts.
 */
export async function makeCorpus(seed: number): Promise<Corpus> {
  const written = fc.sample(delivery, { seed, numRuns: 20 }).map((given) => writeDelivery(given).bytes);
  const { files, canaries } = await smallSociety(seed);
  const secrets = ['カナリヤ', 'ひみつ', 'みほん', '９７５３１', '８６４２０', ...canaries];
  return { files: [...written, ...files, ...singleDocuments()], secrets };
}

/** One document of each type outside of an archive, where a change reaches the reader and not the compression. */
function singleDocuments(): Buffer[] {
  const { act, cd, int, minutes, pq, section, st } = checkups;
  const guidance = checkups.hg08({ category: '22' }, [
    section('90010', [cd('1020000001', '1', '1.2.392.200119.6.1112'), st('1020000004', '20250610')]),
    section('90030', [act('20250611', '1', '2', [minutes('1022000013', 20), pq('1021001032', '68', 'kg')])]),
    section('90040', [act('20250711', '5', '3', [minutes('1032300013', 10), int('1032300014', 30)])]),
    section('90060', [act('20251001', '1', '2', [int('1042001060', 180)])]),
  ]);
  const { cc08, gc08, hc08, ix08, su08 } = checkups;
  return [guidance, hc08(), cc08(), gc08(), su08(1), ix08(1)].map((text) => Buffer.from(text));
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
