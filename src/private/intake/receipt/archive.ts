import { type Member, openArchive } from '../archive.ts';
import { receiptArchiveLimits } from '../archive-safety.ts';
import type { ReceiptFormName } from './form-names.ts';
import { sniffReceipts } from './sniff.ts';

const headBytes = 64 << 10;
/** Files of an archive that are looked at for a receipt file. */
const looked = 1000;

/** A file of an archive whose beginning has been read; `blocks` gives all of it once, beginning included. */
export type OpenedMember = {
  /** The form of a receipt file; undefined for any other file. */
  readonly form: ReceiptFormName | undefined;
  readonly head: Buffer;
  readonly blocks: () => AsyncGenerator<Buffer>;
  readonly close: () => Promise<void>;
};

/**
 * The form of the first receipt file in a ZIP, whatever folder it is in; undefined where its first files are documents
 * (特定健診) or none of its first thousand is a receipt file.
 * @throws {UserError} INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE
 */
export async function receiptsInArchive(path: string): Promise<ReceiptFormName | undefined> {
  const archive = await openArchive(path, receiptArchiveLimits);
  try {
    for (const member of archive.members.slice(0, looked)) {
      const { form, head, close } = await openMember(member);
      await close();
      if (form !== undefined) return form;
      if (isDocument(head)) return undefined;
    }
    return undefined;
  } finally {
    archive.close();
  }
}

/** Reads the beginning of a file in an archive and tells whether it is a receipt file. */
export async function openMember(member: Member): Promise<OpenedMember> {
  const blocks = member.blocks();
  const read: Buffer[] = [];
  for (let bytes = 0; bytes < headBytes; ) {
    const { value, done } = await blocks.next();
    if (done) break;
    read.push(value);
    bytes += value.length;
  }
  const head = Buffer.concat(read);
  return {
    form: sniffReceipts(head.subarray(0, headBytes)),
    head,
    async *blocks() {
      yield head;
      yield* blocks;
    },
    close: async () => void (await blocks.return(undefined)),
  };
}

/** XML, with or without a byte order mark. */
function isDocument(bytes: Buffer): boolean {
  return /^(\u00ef\u00bb\u00bf)?\s*</.test(bytes.toString('latin1', 0, 64));
}
