import type { Head, Written } from './receipt.ts';
import { createTextFile, type TextFile } from './text-file.ts';

/** Claim files (IR or HM … GO) of institutions: one opening record, the receipts, the sum at the end. */
export type ClaimFiles = {
  /** `opening` is the record of the institution. */
  readonly add: (path: string, opening: string, head: Head, written: Written) => void;
  /** Ends the files; returns how many records they have besides those of receipts. */
  readonly close: () => number;
};

export function createClaimFiles(): ClaimFiles {
  const files = new Map<string, { file: TextFile; claims: number; total: number }>();
  return {
    add(path, opening, head, written) {
      let open = files.get(path);
      if (open === undefined) {
        open = { file: createTextFile(path), claims: 0, total: 0 };
        files.set(path, open);
        open.file.write(`${opening}\r\n`);
      }
      open.claims += head.programme === undefined ? 1 : 2;
      open.total += written.claimedPoints + written.billedYen;
      open.file.write(written.text);
    },
    close() {
      for (const { file, claims, total } of files.values()) {
        file.write(`GO,${claims},${total},99\r\n\u001a`);
        file.close();
      }
      return files.size * 2;
    },
  };
}

/** A receipt of the insurer form as its institution claimed it: no leading columns, no records of the review body. */
export function asClaimForm(written: Written): Written {
  const lines = written.text.split('\r\n').filter((line) => /^1,\d+,0,(?!IR)/.test(line));
  const text = lines.map((line) => `${line.replace(/^1,\d+,0,/, '')}\r\n`).join('');
  return { ...written, text, records: lines.length };
}
