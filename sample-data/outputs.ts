import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compactMonth, type MonthIndex } from './calendar.ts';
import { encodeCp932Into } from './cp932.ts';
import { insurerNumber } from './receipt.ts';

/** A cp932 file written from start to end through one buffer. */
export type TextFile = { readonly write: (text: string) => void; readonly close: () => void };

const bufferBytes = 1 << 18;

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

const fileNames = { medical: '11_RECODEINFO_MED.CSV', pharmacy: '14_RECODEINFO_PHA.CSV' } as const;

/** The receipt files of every claim month; some end with the byte 0x1A on a line of its own. */
export type ReceiptFiles = {
  readonly write: (processed: MonthIndex, kind: 'medical' | 'pharmacy', text: string) => void;
  readonly close: () => void;
};

export function createReceiptFiles(inbox: string): ReceiptFiles {
  const files = new Map<string, TextFile>();
  return {
    write(processed, kind, text) {
      const path = join(
        inbox,
        'receipts',
        compactMonth(processed),
        insurerNumber,
        '0_COMMON001',
        fileNames[kind],
      );
      let file = files.get(path);
      if (file === undefined) {
        file = createTextFile(path);
        files.set(path, file);
      }
      file.write(text);
    },
    close() {
      for (const [path, file] of files) {
        if (path.endsWith('MED.CSV')) file.write('\u001a\r\n');
        file.close();
      }
    },
  };
}
