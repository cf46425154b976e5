import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSociety, type Planted, type SampleOptions } from '#sample-data/generate.ts';
import { silentEffects } from '#shared/effects.ts';

/** A society written for a test: its files by path, with their bytes. */
export type WrittenSociety = { readonly planted: Planted; readonly files: ReadonlyMap<string, Buffer> };

/** Writes a society into a folder of its own, reads everything back and removes the folder. */
export async function writeSociety(
  options: Pick<SampleOptions, 'members' | 'months' | 'seed'>,
): Promise<WrittenSociety> {
  const folder = mkdtempSync(join(tmpdir(), 'kenpo-sample-'));
  try {
    const places = { inbox: join(folder, 'inbox'), planted: join(folder, 'planted.json') };
    const planted = await generateSociety({ ...options, ...places, firstMonth: '2024-04' }, silentEffects());
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const files = names.map((entry) => join(entry.parentPath, entry.name));
    return {
      planted,
      files: new Map(files.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path)])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function digests(files: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries(
    [...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );
}

export function decode(bytes: Buffer): string {
  return new TextDecoder('shift_jis').decode(bytes);
}

/** The receipts of all files of one kind, as lists of lines split into columns. */
export function receiptsOf(files: ReadonlyMap<string, Buffer>, ending: string): string[][][] {
  const receipts: string[][][] = [];
  for (const [name, bytes] of files) {
    if (!name.endsWith(ending)) continue;
    for (const line of decode(bytes).split('\r\n')) {
      if (line.length < 3) continue;
      const columns = line.split(',');
      if (columns[3] === 'MN') receipts.push([]);
      receipts.at(-1)!.push(columns);
    }
  }
  return receipts;
}
