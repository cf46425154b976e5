import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** SHA-256 of a file in hex, read block by block. */
export function sha256File(path: string): string {
  const hash = createHash('sha256');
  const block = Buffer.alloc(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let read = 1; read > 0; ) {
      read = readSync(file, block);
      hash.update(block.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** Writes a file (0600) that is whole or absent, whatever happens: beside its place, flushed, renamed, flushed. */
export function writeWhole(path: string, part: string, bytes: Uint8Array): void {
  writeFileSync(part, bytes, { mode: 0o600, flush: true });
  moveInto(part, path);
}

/** Renames within a folder so that a power cut does not undo it. */
export function moveInto(from: string, to: string): void {
  renameSync(from, to);
  const folder = openSync(dirname(to), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
