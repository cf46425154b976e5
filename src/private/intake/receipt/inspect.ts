import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { monthOf } from '#shared/month.ts';
import { openArchive } from '../archive.ts';
import type { ReceiptInspection } from './inspection.ts';
import { firstDay, sniffFile } from './read.ts';
import { sniffReceipts } from './sniff.ts';
import { createSurvey } from './survey.ts';

/**
 * What a receipt file of any kind and form holds, also of files joined together, without a home: no insurer number to
 * compare with, no master. Sums are over all receipts, also those an ingest would set aside.
 * @throws {UserError} INTAKE_UNKNOWN_KIND, INTAKE_EMPTY, INTAKE_TRUNCATED, INTAKE_CONTRACT
 */
export async function inspectReceipts(
  path: string,
  now = new Date(),
  name = basename(path),
): Promise<ReceiptInspection> {
  sniffFile(path, name);
  const survey = createSurvey(firstDay(monthOf(now)));
  survey.take(path, name);
  return survey.result(statSync(path).size);
}

/**
 * The same for the receipt files of a ZIP, whatever folders they are in; undefined where its first files are
 * documents (特定健診) or none is a receipt file.
 * @throws {UserError} as above, and INTAKE_ENCRYPTED, INTAKE_ARCHIVE_UNSAFE
 */
export async function inspectReceiptArchive(
  path: string,
  now = new Date(),
  name = basename(path),
): Promise<ReceiptInspection | undefined> {
  const archive = await openArchive(path);
  try {
    const survey = createSurvey(firstDay(monthOf(now)));
    let found = false;
    for (const member of archive.members) {
      const bytes = await member.read();
      if (bytes === undefined) survey.note('damaged_member', member.position);
      else if (sniffReceipts(bytes.subarray(0, headBytes))) {
        survey.take(bytes, `${name}/${member.position}`, member.position);
        found = true;
      } else if (!found && isDocument(bytes)) return undefined;
      else survey.note('other_member', member.position);
    }
    return found ? survey.result(statSync(path).size) : undefined;
  } finally {
    archive.close();
  }
}

const headBytes = 64 << 10;

/** XML, with or without a byte order mark. */
function isDocument(bytes: Buffer): boolean {
  return /^(\u00ef\u00bb\u00bf)?\s*</.test(bytes.toString('latin1', 0, 64));
}
