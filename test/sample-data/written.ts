import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { Planted } from '#sample-data/answers.ts';
import { generateSociety, type SampleOptions } from '#sample-data/generate.ts';
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
    const paths = names.map((entry) => join(entry.parentPath, entry.name));
    const files = new Map(
      paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path)] as const),
    );
    return { planted, files: new Map([...files, ...(await archivedReceipts(files))]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The receipt files inside archives, by the path of the archive and the name in it as Windows shows it. */
async function archivedReceipts(files: ReadonlyMap<string, Buffer>): Promise<[string, Buffer][]> {
  const found: [string, Buffer][] = [];
  for (const [path, bytes] of files) {
    if (!/^inbox\/receipts\/.*\.zip$/.test(path)) continue;
    const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)])), { checkSignature: true });
    for (const entry of await reader.getEntries()) {
      if (entry.directory) continue;
      const name = new TextDecoder('shift_jis').decode(entry.rawFilename);
      found.push([`${path}/${name}`, Buffer.from(await entry.getData(new Uint8ArrayWriter()))]);
    }
    await reader.close();
  }
  return found;
}

export function digests(files: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries(
    [...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );
}

export function decode(bytes: Buffer): string {
  return new TextDecoder('shift_jis').decode(bytes);
}

/** The receipts of all claim files (IR or HM … GO), each without what stands before its RE, and their sums. */
export function claimedIn(files: ReadonlyMap<string, Buffer>, ending: string) {
  const receipts: string[][][] = [];
  const sums: { claims: number; total: number; receipts: string[][][] }[] = [];
  for (const [name, bytes] of files) {
    if (!name.endsWith(ending)) continue;
    const own: string[][][] = [];
    for (const columns of linesOf(bytes)) {
      if (columns[0] === 'RE') own.push([]);
      if (columns[0] === 'GO')
        sums.push({ claims: Number(columns[1]), total: Number(columns[2]), receipts: own });
      else own.at(-1)?.push(columns);
    }
    receipts.push(...own);
  }
  return { receipts, sums };
}

function linesOf(bytes: Buffer): string[][] {
  const lines = decode(bytes).split('\r\n');
  return lines.filter((line) => line.length >= 3).map((line) => line.split(','));
}

/** The receipts of all files of one kind, as lists of lines split into columns. */
export function receiptsOf(files: ReadonlyMap<string, Buffer>, ending: string): string[][][] {
  const receipts: string[][][] = [];
  for (const [name, bytes] of files) {
    if (!name.endsWith(ending)) continue;
    for (const columns of linesOf(bytes)) {
      if (columns[3] === 'MN') receipts.push([]);
      receipts.at(-1)!.push(columns);
    }
  }
  return receipts;
}
