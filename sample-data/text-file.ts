import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { encodeCp932Into } from './cp932.ts';

/** A cp932 file written from start to end through one buffer. */
export type TextFile = { readonly write: (text: string) => void; readonly close: () => void };

const bufferBytes = 1 << 16;

export function createTextFile(path: string): TextFile {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'w');
  let buffer = new Uint8Array(bufferBytes);
  let used = 0;
  const flush = () => {
    writeSync(descriptor, buffer, 0, used);
    used = 0;
  };
  return {
    write(text) {
      if (used + text.length * 2 > buffer.length) flush();
      if (text.length * 2 > buffer.length) buffer = new Uint8Array(text.length * 2);
      used = encodeCp932Into(text, buffer, used);
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}
