import { openArchive } from '../archive.ts';
import { receiptArchiveLimits } from '../archive-safety.ts';
import { layoutOf } from './sniff.ts';

/** Files looked at before a ZIP is taken for something else: beside the masters there may be a note or a 歯式 master. */
const looks = 10;

/** First bytes of a ZIP. */
export function isArchive(head: Buffer): boolean {
  return head.length >= 4 && head.readUInt32LE(0) === 0x04034b50;
}

/**
 * Whether one of the first files of a ZIP is an official master.
 * @throws {UserError} INTAKE_TRUNCATED, INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE
 */
export async function hasMasters(path: string): Promise<boolean> {
  const archive = await openArchive(path, receiptArchiveLimits);
  try {
    for (const member of archive.members.slice(0, looks)) {
      const blocks = member.blocks();
      const { value } = await blocks.next();
      await blocks.return(undefined);
      if (value && layoutOf(value.subarray(0, 1 << 16))) return true;
    }
    return false;
  } finally {
    archive.close();
  }
}
