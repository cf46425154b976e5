import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { compactMonth, isoMonth, type MonthIndex } from './calendar.ts';
import { createClaimFiles } from './claim-files.ts';
import type { Claim } from './claims.ts';
import type { Fate } from './fates.ts';
import { paperHead } from './paper.ts';
import { type Head, insurerNumber, type Written } from './receipt.ts';
import { openingOf } from './receipt-medical.ts';
import { stationRecord } from './receipt-nursing.ts';
import { createTextFile, type TextFile } from './text-file.ts';
import { therapyHead } from './therapy.ts';
import { createZip } from './zip.ts';

const fileNames = {
  medical: '11_RECODEINFO_MED.CSV',
  dpc: '12_RECODEINFO_DPC.CSV',
  dental: '13_RECODEINFO_DEN.CSV',
  pharmacy: '14_RECODEINFO_PHA.CSV',
} as const;

const kinds = ['medical', 'dpc', 'dental', 'pharmacy'] as const;

const changeHead = '検索番号,処理年月,区分,決定点数,食事金額';
const changes = { returned: '返戻', withdrawn: '過誤', reexamined: '再審査', transferred: '振替' } as const;

/** The receipt files of every month of processing, the lists of 療養費 and of what was returned or changed. */
export type ReceiptFiles = {
  readonly write: (processed: MonthIndex, claim: Claim, head: Head, written: Written) => void;
  /** A line of the list of 返戻・過誤・再審査・振替; `points` where the list itself gives the new figure. */
  readonly notify: (processed: MonthIndex, kind: Fate['kind'], search: string, points?: number) => void;
  /** Ends the files; returns how many records they have besides those of receipts. */
  readonly close: () => number;
};

/** @param zipped the month of processing whose files come in an archive. */
export function createReceiptFiles(inbox: string, zipped: MonthIndex): ReceiptFiles {
  const sent = new Map<string, TextFile>();
  const lists = new Map<string, TextFile>();
  const claimFiles = createClaimFiles();
  const folderOf = (processed: MonthIndex) => join(inbox, 'receipts', compactMonth(processed));
  const sentIn = (processed: MonthIndex) => join(folderOf(processed), insurerNumber, '0_COMMON001');
  /** Opened once a month and kind: hundreds of receipts follow one another. */
  const fileOf = (processed: MonthIndex, kind: keyof typeof fileNames): TextFile => {
    const key = `${kind} ${processed}`;
    const file = sent.get(key) ?? createTextFile(join(sentIn(processed), fileNames[kind]));
    sent.set(key, file);
    return file;
  };
  const put = (path: string, head: string, text: string) => {
    let file = lists.get(path);
    if (file === undefined) {
      file = createTextFile(path);
      lists.set(path, file);
      file.write(`${head}\r\n`);
    }
    file.write(text);
  };
  return {
    write(processed, claim, head, written) {
      if (claim.kind === 'medical' && claim.paperPoints !== undefined) {
        put(join(inbox, 'claims', `紙レセプト_${compactMonth(processed)}.csv`), paperHead, written.text);
      } else if (claim.kind === 'therapy') {
        put(join(inbox, 'claims', `療養費_${compactMonth(processed)}.csv`), therapyHead, written.text);
      } else if (claim.kind === 'nursing') {
        const folder = join(folderOf(processed), `訪問看護_${claim.institution.code}`);
        claimFiles.add(join(folder, 'RECEIPTH.UKE'), stationRecord(claim, head), head, written);
      } else if (head.search === '' && claim.kind === 'medical') {
        const folder = join(folderOf(processed), `控え_${claim.institution.code}`);
        claimFiles.add(join(folder, 'RECEIPTC.UKE'), openingOf(claim, head), head, written);
      } else {
        const kind = claim.kind === 'medical' && claim.dpc !== undefined ? 'dpc' : claim.kind;
        fileOf(processed, kind).write(written.text);
      }
    },
    notify(processed, kind, search, points) {
      const line = `${search},${isoMonth(processed)},${changes[kind]},${points ?? ''},\r\n`;
      put(join(inbox, 'claims', `返戻・再審査等_${compactMonth(processed)}.csv`), changeHead, line);
    },
    close() {
      for (const [key, file] of sent) {
        if (key.startsWith('medical')) file.write('\u001a\r\n');
        file.close();
      }
      for (const file of lists.values()) file.close();
      archive();
      return claimFiles.close();
    },
  };

  /** Puts what was sent in one month into an archive: a nested folder, names in cp932 as Windows writes them. */
  function archive(): void {
    const names = kinds.filter((kind) => sent.has(`${kind} ${zipped}`)).map((kind) => fileNames[kind]);
    if (names.length === 0) return;
    const zip = createZip(join(folderOf(zipped), `レセプト_${compactMonth(zipped)}.zip`), 'cp932');
    for (const name of names)
      zip.addFile(`保険者_${insurerNumber}/0_共通/${name}`, join(sentIn(zipped), name));
    zip.close();
    rmSync(join(folderOf(zipped), insurerNumber), { recursive: true });
  }
}
